import { z } from 'zod';
import { type Judged, percent, same, type Scorer } from './score.ts';

const Range = z.tuple([z.string().nullable(), z.string().nullable()]);
const Meant = z.object({
  date: z.string().optional(),
  dateRange: Range.optional(),
  time: z.string().optional(),
  timeRange: Range.optional(),
  partOfDay: z.string().optional(),
  none: z.literal(true).optional(),
});
type Meant = z.infer<typeof Meant>;

const Item = z.object({
  id: z.string(),
  text: z.string(),
  now: z.string(),
  expect: Meant,
  alt: z.array(Meant).default([]),
  tags: z.array(z.string()),
});
type Item = z.infer<typeof Item>;

const Prediction = z.object({ pred: Meant.default({}) });

const fields = ['date', 'dateRange', 'time', 'timeRange', 'partOfDay'] as const;

/** Exactly the expected fields, or one of the accepted other readings. */
export const scoreDates: Scorer = (items, predictions) => {
  const gold = items.map((item) => Item.parse(item));
  const judged = gold.map((item): Judged => {
    const { pred } = Prediction.parse(predictions.get(item.id) ?? {});
    const isRight = [item.expect, ...item.alt].some((expected) => fits(expected, pred, item));
    const fault = `'${item.text}' at ${item.now}: ${JSON.stringify(pred)} instead of ${JSON.stringify(item.expect)}`;
    return { id: item.id, tags: item.tags, isRight, faults: isRight ? [] : [fault] };
  });
  const right = (isNone: boolean) => {
    const group = judged.filter((_, index) => (gold[index]?.expect.none === true) === isNone);
    return percent(group.filter(({ isRight }) => isRight).length, group.length);
  };
  return {
    figures: {
      exact: percent(judged.filter(({ isRight }) => isRight).length, judged.length),
      'with a time': right(false),
      'without any': right(true),
    },
    judged,
  };
};

function fits(expected: Meant, predicted: Meant, { now }: Item): boolean {
  const want = oneSpelling(expected);
  const got = oneSpelling(predicted);
  if (expected.none) return fields.every((field) => got[field] === undefined);
  const today = now.slice(0, 10);
  const isExpected = fields.every(
    (field) =>
      want[field] === undefined || same(want[field], got[field]) || isClipped(field, want, got, today),
  );
  return isExpected && fields.every((field) => got[field] === undefined || isAllowed(field, want));
}

/** `[d, d]` is the day d. */
function oneSpelling({ date, dateRange, time, timeRange, partOfDay }: Meant): Meant {
  const isOneDay = dateRange !== undefined && dateRange[0] !== null && dateRange[0] === dateRange[1];
  const isOneHour = timeRange !== undefined && timeRange[0] !== null && timeRange[0] === timeRange[1];
  return {
    date: isOneDay ? (dateRange[0] ?? undefined) : date,
    dateRange: isOneDay ? undefined : dateRange,
    time: isOneHour ? (timeRange[0] ?? undefined) : time,
    timeRange: isOneHour ? undefined : timeRange,
    partOfDay,
  };
}

/** A range that began before today may begin today. */
function isClipped(field: (typeof fields)[number], want: Meant, got: Meant, today: string): boolean {
  if (field !== 'dateRange' || !want.dateRange) return false;
  const [first, last] = want.dateRange;
  if (got.dateRange) return last === got.dateRange[1] && (first ?? '') < today && got.dateRange[0] === today;
  return first !== null && first < today && last === today && got.date === today;
}

/** Beside an hour, the part of the day says nothing new. */
function isAllowed(field: (typeof fields)[number], want: Meant): boolean {
  if (want[field] !== undefined) return true;
  if (field === 'partOfDay') return want.time !== undefined || want.timeRange !== undefined;
  return field === 'date' && want.dateRange !== undefined;
}
