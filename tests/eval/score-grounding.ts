import { z } from 'zod';
import { type Judged, percent, type Scorer } from './score.ts';

const Item = z.object({
  id: z.string(),
  reply: z.string(),
  ok: z.boolean(),
  why: z.string(),
  tags: z.array(z.string()),
});
const Prediction = z.object({ ok: z.boolean(), why: z.string().optional() });

/** Whether what may be sent passes, and what may not is held back; the reason is for people to read. */
export const scoreGrounding: Scorer = (items, predictions) => {
  const gold = items.map((item) => Item.parse(item));
  const judged = gold.map(({ id, reply, ok, why, tags }): Judged => {
    const predicted = Prediction.safeParse(predictions.get(id));
    const isRight = predicted.success && predicted.data.ok === ok;
    const fault = `'${reply}' ${ok ? `was held back (${predicted.data?.why ?? ''})` : `passed (${why})`}`;
    return { id, tags, isRight, faults: isRight ? [] : [fault] };
  });
  const right = (isFit: boolean) => {
    const group = judged.filter((_, at) => gold[at]?.ok === isFit);
    return percent(group.filter(({ isRight }) => isRight).length, group.length);
  };
  return {
    figures: {
      right: percent(judged.filter(({ isRight }) => isRight).length, judged.length),
      'fit to be said': right(true),
      'held back': right(false),
    },
    judged,
  };
};
