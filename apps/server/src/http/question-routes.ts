import type Router from '@koa/router';
import type { ClinicScope, EngineParts } from '@glowbot/core';
import { z } from 'zod';
import { jsonBody } from './json-body.ts';
import { problem } from './problem.ts';

type Parts = Pick<EngineParts, 'store' | 'clock' | 'newId'>;

const Person = z.string().trim().min(1).max(80);
const Answered = z.strictObject({
  by: Person,
  question: z.string().trim().min(3).max(300),
  answer: z.string().trim().min(1).max(1_000),
});
const SetAside = z.strictObject({ by: Person });

/** What customers asked and no record answers: the clinic's people answer it once, and from then on the assistant knows. */
export function questionRoutes(router: Router<{ scope: ClinicScope }>, parts: Parts): void {
  router.get('/questions', async (ctx) => {
    ctx.body = { questions: await parts.store.openQuestions(ctx.state.scope) };
  });

  router.post('/questions/:id/answer', async (ctx) => {
    const body = await jsonBody(ctx, Answered);
    if (!body) return;
    const id = z.uuid().safeParse(ctx.params['id']);
    const { by, question, answer } = body;
    const faq = { key: `faq-${parts.newId()}`, question, answer };
    const isAnswered =
      id.success &&
      (await parts.store.answerQuestion(ctx.state.scope, id.data, { by, faq, at: parts.clock() }));
    if (!isAnswered)
      return problem(ctx, 404, 'No such question', 'Your clinic has no open question with this id.');
    ctx.status = 201;
    ctx.body = { faq };
  });

  router.post('/questions/:id/set-aside', async (ctx) => {
    const body = await jsonBody(ctx, SetAside);
    if (!body) return;
    const id = z.uuid().safeParse(ctx.params['id']);
    const isDone =
      id.success && (await parts.store.setQuestionAside(ctx.state.scope, id.data, body.by, parts.clock()));
    if (!isDone)
      return problem(ctx, 404, 'No such question', 'Your clinic has no open question with this id.');
    ctx.body = { setAside: true };
  });
}
