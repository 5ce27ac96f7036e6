import type Router from '@koa/router';
import { explain, RuleSet, standardRules, Verdict } from '@glowbot/attribution';
import {
  addDays,
  type AttributionStore,
  type ClinicScope,
  type EngineParts,
  type StoredEntry,
  toInstant,
} from '@glowbot/core';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { problem } from '../http/problem.ts';
import { rulesOf } from './attribute-bookings.ts';
import { keepBooks } from './keep-books.ts';

type Parts = Pick<EngineParts, 'clock' | 'notice' | 'skills' | 'timeLimit'> & {
  store: EngineParts['store'] & AttributionStore;
};

const Asked = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  language: z.enum(['vi', 'en']).default('vi'),
});
const Person = z.string().trim().min(1).max(80);
const NewRules = z.strictObject({ by: Person, rules: RuleSet });
const Correction = z.strictObject({
  by: Person,
  why: z.string().trim().min(3).max(500),
  category: Verdict.shape.category,
});

/** Who earned which booking, why, and by which rules; what was wrong is corrected by a further line. */
export function attributionRoutes(router: Router<{ scope: ClinicScope }>, parts: Parts): void {
  const { store, clock } = parts;
  router.get('/attribution', async (ctx) => {
    const asked = Asked.safeParse(ctx.query);
    if (!asked.success) return problem(ctx, 400, 'Bad query', 'month is YYYY-MM; language is vi or en.');
    const { scope } = ctx.state;
    const { clinic } = await store.loadClinic(scope);
    const first = `${asked.data.month}-01`;
    const next = `${addDays(first, 31).slice(0, 7)}-01`;
    const [from, until] = [first, next].map((date) => toInstant({ date, time: '00:00' }, clinic.zone));
    const lines = await store.attributionBetween(scope, from ?? 0, until ?? 0);
    ctx.body = { month: asked.data.month, lines: await shown(lines, scope, asked.data.language) };
  });

  router.post('/attribution/settle', async (ctx) => {
    ctx.body = { added: await keepBooks(parts, ctx.state.scope) };
  });

  router.get('/attribution/rules', async (ctx) => {
    ctx.body = await rulesOf(store, ctx.state.scope);
  });

  router.put('/attribution/rules', async (ctx) => {
    const body = await jsonBody(ctx, NewRules);
    if (!body) return;
    const { version } = await rulesOf(store, ctx.state.scope);
    const { by, rules } = body;
    const isNext =
      rules.version === version + 1 &&
      (await store.addAttributionRules(ctx.state.scope, { version: rules.version, rules, by, at: clock() }));
    if (!isNext) return problem(ctx, 409, 'Not the next version', `The next version is ${version + 1}.`);
    ctx.body = rules;
  });

  router.post('/attribution/:outcome/correct', async (ctx) => {
    const body = await jsonBody(ctx, Correction);
    if (!body) return;
    const outcome = z.uuid().safeParse(ctx.params['outcome']);
    const lines = outcome.success ? await store.attributionLines(ctx.state.scope, [outcome.data]) : [];
    const last = lines.at(-1);
    if (!last) return problem(ctx, 404, 'No such outcome', 'Your clinic has no judged booking with this id.');
    const line: StoredEntry = { ...last, ...body, kind: 'correction', nth: last.nth + 1, at: clock() };
    if ((await store.addAttributionLines(ctx.state.scope, [line])) === 0)
      return problem(ctx, 409, 'Changed meanwhile', 'Somebody wrote a line at the same moment: look again.');
    ctx.status = 201;
    [ctx.body] = await shown([line], ctx.state.scope, 'vi');
  });

  /** Lines as people read them, by the rules they were judged by. The histories stay in the books, to be judged again. */
  async function shown(lines: readonly StoredEntry[], scope: ClinicScope, language: 'vi' | 'en') {
    const read = lines.map((line) => ({ line, verdict: Verdict.parse(line.verdict) }));
    const versions = new Map<number, RuleSet>();
    for (const version of new Set(read.map(({ verdict }) => verdict.rulesVersion)))
      versions.set(version, await rulesOf(store, scope, version));
    return read.map(({ line: { history: _, ...line }, verdict }) => ({
      ...line,
      verdict,
      explanation: explain(verdict, versions.get(verdict.rulesVersion) ?? standardRules, language),
    }));
  }
}
