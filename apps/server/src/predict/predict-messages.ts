import {
  buildLexicon,
  doubtOf,
  type Entities,
  Expectation,
  type LanguageModel,
  readingQuestion,
  type Understanding,
  understandTurn,
} from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { z } from 'zod';
import type { Predictor } from './predictor.ts';

const Item = z.object({
  id: z.string(),
  text: z.string(),
  now: z.string().default('2026-11-25T10:20:00+07:00'),
  context: z.object({ expecting: Expectation, options: z.array(z.string()).default([]) }).optional(),
});

/** Where nobody waits for an answer, a model may take its time. */
const patienceMs = 30_000;

/**
 * `{id, text, context?}` → `{id, intents, treatment?, entities, urgency?}`: what one message asks for and gives. By rules; a model,
 * where there is one, is asked where they doubt their reading, as in a conversation.
 */
export function messagePredictor(model?: LanguageModel): Predictor {
  const clinic = demoClinic();
  const lexicon = buildLexicon(clinic);

  async function readAgain(byRules: Understanding, text: string, choices: readonly string[], now: number) {
    if (!model || doubtOf(byRules, [text]) === null) return byRules;
    const nothing = { names: [], lines: [] };
    const question = readingQuestion(clinic, {
      texts: [text],
      asked: null,
      choices,
      recent: nothing,
      names: [],
      now,
    });
    const call = { model: null, withinMs: patienceMs, signal: new AbortController().signal, person: 'eval' };
    const answer = await model.understand(question.request, call);
    return answer.kind === 'answered' ? question.merge(byRules, answer.value) : byRules;
  }

  return async (item) => {
    const { id, text, now, context } = Item.parse(item);
    const at = Date.parse(now);
    const byRules = understandTurn([{ text }], lexicon, at, context?.expecting, context?.options);
    const { intents, entities, urgency } = await readAgain(byRules, text, context?.options ?? [], at);
    return {
      id,
      intents: intents.map(({ intent }) => intent),
      ...treatmentOf(entities),
      entities: detailsOf(entities),
      ...(urgency ? { urgency } : {}),
    };
  };
}

function treatmentOf({ treatments = [], notOffered }: Entities): { treatment?: string | string[] } {
  const all = notOffered === undefined ? treatments : [...treatments, 'not_offered'];
  const [only, ...others] = all;
  return only === undefined ? {} : { treatment: others.length === 0 ? only : all };
}

function detailsOf({ staff, treatments: _t, notOffered: _n, when: _w, ...entities }: Entities): object {
  return { ...entities, ...(staff === undefined ? {} : { doctor: staff }) };
}
