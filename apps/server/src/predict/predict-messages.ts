import { buildLexicon, type Entities, Expectation, understandTurn } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { z } from 'zod';
import type { Predictor } from './predictor.ts';

const Item = z.object({
  id: z.string(),
  text: z.string(),
  now: z.string().default('2026-11-25T10:20:00+07:00'),
  context: z.object({ expecting: Expectation, options: z.array(z.string()).default([]) }).optional(),
});

/** `{id, text, context?}` → `{id, intents, treatment?, entities, urgency?}`: what one message asks for and gives. */
export function messagePredictor(): Predictor {
  const lexicon = buildLexicon(demoClinic());
  return (item) => {
    const { id, text, now, context } = Item.parse(item);
    const { intents, entities, urgency } = understandTurn(
      [{ text }],
      lexicon,
      Date.parse(now),
      context?.expecting,
      context?.options,
    );
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
