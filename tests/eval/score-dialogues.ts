import { z } from 'zod';
import { type Judged, percent, type Scorer } from './score.ts';

const Wanted = z.object({
  treatment: z.string(),
  date: z.string(),
  time: z.string().optional(),
  timeRange: z.tuple([z.string(), z.string()]).optional(),
  phone: z.string(),
  name: z.string(),
  branch: z.string().optional(),
  staff: z.string().optional(),
  area: z.string().optional(),
  people: z.number().optional(),
});
type Wanted = z.infer<typeof Wanted>;

const texts = z.array(z.string()).default([]);

const Item = z.object({
  id: z.string(),
  expect: z.object({
    outcome: z.string(),
    altOutcomes: texts,
    booking: Wanted.optional(),
    bookings: z.array(Wanted).optional(),
    handoffReason: z.string().optional(),
    altHandoffReasons: texts,
    mustSay: texts,
    mustNotSay: texts,
    bookingUnchanged: z.boolean().default(false),
    cancelled: z.boolean().default(false),
    optedOut: z.boolean().default(false),
  }),
  tags: texts,
});
type Item = z.infer<typeof Item>;

const Booked = Wanted.omit({ timeRange: true }).extend({
  time: z.string(),
  phone: z.string().nullable(),
  name: z.string().nullable(),
});
type Booked = z.infer<typeof Booked>;

const Prediction = z.object({
  outcome: z.string().optional(),
  handoffReason: z.string().optional(),
  bookings: z.array(Booked).default([]),
  replies: texts,
  bookingUnchanged: z.boolean().default(false),
  cancelled: z.boolean().default(false),
  optedOut: z.boolean().default(false),
});
type Prediction = z.infer<typeof Prediction>;

/** A dialogue passes when it ended as expected: outcome, exactly the appointments, and what was and was not said. */
export const scoreDialogues: Scorer = (items, predictions) => {
  const judged = items.map((item): Judged => {
    const gold = Item.parse(item);
    const faults = faultsOf(gold, Prediction.parse(predictions.get(gold.id) ?? {}));
    return { id: gold.id, tags: gold.tags, isRight: faults.length === 0, faults };
  });
  const right = judged.filter(({ isRight }) => isRight).length;
  return { figures: { passed: percent(right, judged.length) }, judged };
};

function faultsOf({ expect }: Item, got: Prediction): string[] {
  const faults: string[] = [];
  if (![expect.outcome, ...expect.altOutcomes].includes(got.outcome ?? ''))
    faults.push(`ended as ${got.outcome} instead of ${expect.outcome}`);
  const left = [...got.bookings];
  for (const wanted of expect.bookings ?? (expect.booking ? [expect.booking] : [])) {
    const fitting = left.filter((booking) => fits(wanted, booking));
    const people = fitting.reduce((sum, booking) => sum + (booking.people ?? 1), 0);
    if (fitting.length === 0 || people < (wanted.people ?? 1))
      faults.push(`no booking ${JSON.stringify(wanted)} among ${JSON.stringify(got.bookings)}`);
    for (const one of fitting) left.splice(left.indexOf(one), 1);
  }
  if (left.length > 0 && !expect.altOutcomes.includes('booked'))
    faults.push(`${left.length} bookings too many: ${JSON.stringify(left)}`);
  const reasons = [expect.handoffReason, ...expect.altHandoffReasons];
  if (expect.handoffReason !== undefined && got.outcome === 'handoff' && !reasons.includes(got.handoffReason))
    faults.push(`handed over for ${got.handoffReason} instead of ${expect.handoffReason}`);
  for (const condition of ['optedOut', 'cancelled', 'bookingUnchanged'] as const)
    if (expect[condition] && !got[condition]) faults.push(`not ${condition}`);
  const said = got.replies.join('\n');
  for (const pattern of expect.mustSay)
    if (!new RegExp(pattern, 'iu').test(said)) faults.push(`did not say ${pattern}`);
  for (const pattern of expect.mustNotSay)
    if (new RegExp(pattern, 'iu').test(said)) faults.push(`said ${pattern}`);
  return faults;
}

function fits(wanted: Wanted, booked: Booked): boolean {
  if (booked.treatment !== wanted.treatment || booked.date !== wanted.date) return false;
  if (wanted.time !== undefined && booked.time !== wanted.time) return false;
  const [from, to] = wanted.timeRange ?? ['00:00', '24:00'];
  if (booked.time < from || booked.time > to) return false;
  if (booked.phone !== wanted.phone || plain(booked.name) !== plain(wanted.name)) return false;
  return (['branch', 'staff', 'area'] as const).every(
    (part) => wanted[part] === undefined || booked[part] === undefined || booked[part] === wanted[part],
  );
}

/** A name without the word of address in front of it. */
function plain(name: string | null): string {
  return (name ?? '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(chị|anh|em|cô|chú|bạn) /, '');
}
