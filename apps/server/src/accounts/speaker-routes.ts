import type Router from '@koa/router';
import {
  type AccountStore,
  type ClinicScope,
  ListedAs,
  type SpeakerDesk,
  type SpeakerStore,
} from '@glowbot/core';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { problem } from '../http/problem.ts';

const Listed = z.strictObject({ appId: z.string().max(64), as: ListedAs.nullable() });
const Id = z.uuid();

/** Who else speaks on a clinic's accounts, what each was taken for and why; the clinic's own word overrides what was noticed. */
export function speakerRoutes(
  router: Router<{ scope: ClinicScope }>,
  { store, speakers }: { store: SpeakerStore & AccountStore; speakers?: SpeakerDesk | undefined },
): void {
  router.get('/accounts/:id/speakers', async (ctx) => {
    const id = Id.safeParse(ctx.params.id);
    ctx.body = { speakers: id.success ? await store.speakers(ctx.state.scope, id.data) : [] };
  });

  router.put('/accounts/:id/speakers', async (ctx) => {
    const listed = await jsonBody(ctx, Listed);
    if (!listed) return;
    const { scope } = ctx.state;
    const own = (await store.accounts(scope)).find((account) => account.id === ctx.params.id);
    if (!own) return problem(ctx, 404, 'No such account', 'Your clinic has no account with this id.');
    await store.listSpeaker(scope, own.id, listed);
    speakers?.relisted(own.id);
    ctx.body = { speakers: await store.speakers(scope, own.id) };
  });

  router.get('/conversations/:id/foreign-words', async (ctx) => {
    const id = Id.safeParse(ctx.params.id);
    ctx.body = { words: id.success ? await store.foreignWords(ctx.state.scope, id.data) : [] };
  });
}
