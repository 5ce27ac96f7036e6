import type Router from '@koa/router';
import { type ClinicScope, type EngineParts, onCallOf } from '@glowbot/core';
import { z } from 'zod';
import { problem } from './problem.ts';
import { readJson } from './read-json.ts';

type HandoffParts = Pick<EngineParts, 'store' | 'clock' | 'newId'> & { wake: () => void };

const Acknowledgement = z.strictObject({ person: z.string().max(64) });

/** Who waits for a person, whose turn it is, and saying that one has it in hand. */
export function handoffRoutes(router: Router<{ scope: ClinicScope }>, parts: HandoffParts): void {
  router.get('/handoffs', async (ctx) => {
    ctx.body = { now: parts.clock(), handoffs: await parts.store.openHandoffs(ctx.state.scope) };
  });

  router.get('/handoffs/:id', async (ctx) => {
    const handoff = await parts.store.handoff(ctx.state.scope, ctx.params.id ?? '');
    if (!handoff) return problem(ctx, 404, 'No such handoff', 'Your clinic has no handoff with this id.');
    ctx.body = handoff;
  });

  router.post('/handoffs/:id/acknowledge', async (ctx) => {
    const { scope } = ctx.state;
    const body = await readJson(ctx.req, Acknowledgement);
    if (!body) return problem(ctx, 400, 'Bad body', 'Name the person on call by key: {"person": "…"}.');
    const { clinic } = await parts.store.loadClinic(scope);
    if (!onCallOf(clinic).people.some(({ key }) => key === body.person))
      return problem(ctx, 400, 'No such person', 'Nobody on call has this key; see the clinic’s rota.');
    const handoff = await parts.store.handoff(scope, ctx.params.id ?? '');
    if (!handoff) return problem(ctx, 404, 'No such handoff', 'Your clinic has no handoff with this id.');
    if (handoff.closedAt !== null || handoff.acknowledgedAt !== null)
      return problem(ctx, 409, 'Not waiting', 'Somebody has this handoff in hand already, or it is closed.');
    await parts.store.receiveFromHouse(scope, handoff.conversationId, {
      kind: 'staff.acknowledged',
      id: `staff.acknowledged:${parts.newId()}`,
      at: parts.clock(),
      by: body.person,
    });
    parts.wake();
    ctx.status = 202;
    ctx.body = { accepted: true };
  });
}
