import { buildLexicon, understandTurn } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { z } from 'zod';
import type { Predictor } from './predictor.ts';

const Item = z.object({ id: z.string(), text: z.string(), now: z.string() });

/** `{id, text, now}` → `{id, pred}`: when the text means, in fields of the clinic's own calendar. */
export function datePredictor(): Predictor {
  const lexicon = buildLexicon(demoClinic());
  return (item) => {
    const { id, text, now } = Item.parse(item);
    const { entities } = understandTurn([{ text }], lexicon, Date.parse(now));
    return { id, pred: entities.when ?? { none: true } };
  };
}
