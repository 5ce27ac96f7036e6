import type Router from '@koa/router';
import { type ClinicScope, type EngineParts, ModelSettings } from '@glowbot/core';
import { z } from 'zod';
import { languageModelOverview, thisMonth } from './language-model-overview.ts';
import { problem } from './problem.ts';
import { readRawBody } from './raw-body.ts';

type Parts = Pick<EngineParts, 'store' | 'clock' | 'languageModel'>;

/** More than any settings need, in bytes. */
const bodyLimit = 10_000;

const Asked = z.object({
  month: z
    .string()
    .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
    .optional(),
});

/** What the language model does for a clinic, what that costs, and what the clinic wants of it. */
export function languageModelRoutes(router: Router<{ scope: ClinicScope }>, parts: Parts): void {
  router.get('/language-model', async (ctx) => {
    const desk = parts.languageModel;
    if (!desk) {
      ctx.body = { isConnected: false };
      return;
    }
    const asked = Asked.safeParse(ctx.query);
    if (!asked.success)
      return problem(ctx, 400, 'Bad month', 'Name a month as 2026-11, or none for this one.');
    const { zone } = (await parts.store.loadClinic(ctx.state.scope)).clinic;
    const now = parts.clock();
    const month = asked.data.month ?? thisMonth(now, zone);
    ctx.body = await languageModelOverview(desk, ctx.state.scope, { zone, now, month });
  });

  router.put('/language-model/settings', async (ctx) => {
    const desk = parts.languageModel;
    if (!desk) return problem(ctx, 409, 'No language model', 'This server runs without a language model.');
    const body = await readRawBody(ctx.req, bodyLimit);
    const settings = ModelSettings.strict().safeParse(
      body.kind === 'read' ? jsonOf(body.bytes.toString('utf8')) : undefined,
    );
    if (!settings.success) {
      const wrong = settings.error.issues.map(({ path }) => path.join('.')).join(', ');
      return problem(ctx, 400, 'Bad settings', `Send all settings as JSON. Look at: ${wrong || 'the body'}.`);
    }
    await desk.ledger.setModelSettings(ctx.state.scope, settings.data);
    ctx.body = settings.data;
  });

  /** Among them the wordings that were refused, with what they were refused for. */
  router.get('/conversations/:id/language-model', async (ctx) => {
    const id = z.uuid().safeParse(ctx.params.id);
    const calls =
      id.success && parts.languageModel
        ? await parts.languageModel.ledger.modelCalls(ctx.state.scope, id.data)
        : [];
    ctx.body = { calls };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
