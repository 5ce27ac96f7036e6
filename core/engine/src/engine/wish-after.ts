import { meaningOf } from '../copy/word.ts';
import type { Clinic } from '../domain/clinic.ts';
import { toInstant } from '../domain/clinic-time.ts';
import type { ChoiceSpec } from '../machines/effects.ts';
import type { Facts } from '../machines/facts.ts';
import type { Detail } from '../machines/signals.ts';
import type { Wish } from '../machines/wish.ts';
import {
  type Entities,
  has,
  type Intent,
  type Understanding,
  type When,
} from '../understanding/understanding.ts';

/** The choice that was picked out of those last offered, by its place: "cái đầu", "2". */
export function chosen({ asking }: Facts, { entities }: Understanding): ChoiceSpec | undefined {
  if (entities.option === undefined || !asking) return undefined;
  return asking.choices.at(entities.option > 0 ? entities.option - 1 : entities.option);
}

/** The details of a turn, with those of a picked choice. */
export function detailsOf(facts: Facts, understanding: Understanding, clinic: Clinic): Entities {
  const choice = chosen(facts, understanding);
  return choice
    ? { ...meaningOf(choice, clinic).entities, ...understanding.entities }
    : understanding.entities;
}

/** Intents that ask about a treatment without wanting it instead of the one talked about. */
const curious: ReadonlySet<Intent> = new Set([
  'ask_price',
  'ask_promotion',
  'ask_treatment_info',
  'ask_doctor',
  'ask_policy',
  'contraindication',
  'price_objection',
]);
const decisive: ReadonlySet<Intent> = new Set(['book', 'reschedule', 'choose_option', 'ask_availability']);

/** A question in between about something else is answered, and changes nothing. */
function isDigression({ interested, wish }: Facts, { intents, entities }: Understanding): boolean {
  const named = entities.treatments;
  return (
    interested &&
    wish.treatment !== undefined &&
    named !== undefined &&
    !named.includes(wish.treatment) &&
    intents.some(({ intent }) => curious.has(intent)) &&
    !intents.some(({ intent }) => decisive.has(intent))
  );
}

/** The wish with a turn's details taken in: everything given at once, a new detail in place of the old one. */
export function wishAfter(facts: Facts, understanding: Understanding, clinic: Clinic): Wish {
  const { wish } = facts;
  const details = detailsOf(facts, understanding, clinic);
  const digresses = isDigression(facts, understanding);
  const treatments = digresses ? undefined : details.treatments;
  const treatment = treatments?.[0] ?? wish.treatment;
  const isSame = treatment === wish.treatment;
  const area = digresses ? wish.area : (details.area ?? (isSame ? wish.area : undefined));
  const also = alsoWanted(wish, treatments, understanding);
  const branch = details.branch ?? wish.branch;
  const staff = details.staff ?? wish.staff;
  const people = details.people ?? wish.people;
  const when = whenAfter(wish.when, details.when);
  const record = clinic.treatments.find((candidate) => candidate.key === treatment);
  return {
    ...(treatment === undefined ? {} : { treatment }),
    ...(also.length === 0 ? {} : { also }),
    ...(area !== undefined && record?.variants.some((variant) => variant.area === area) ? { area } : {}),
    ...(branch !== undefined && (!record || record.branches.includes(branch)) ? { branch } : {}),
    ...(staff === undefined ? {} : { staff }),
    ...(people === undefined || people < 2 ? {} : { people }),
    ...timed(when, clinic),
  };
}

/** Several treatments for one visit, where an appointment is wanted and not a comparison. */
function alsoWanted(wish: Wish, treatments: readonly string[] | undefined, said: Understanding): string[] {
  if (!treatments) return wish.also ?? [];
  return has(said, 'book') ? treatments.slice(1, 4) : [];
}

/** A wish knows its instant once it names both a day and a time. */
export function timed(when: When, clinic: Clinic): Pick<Wish, 'when' | 'start'> {
  return when.date && when.time
    ? { when, start: toInstant({ date: when.date, time: when.time }, clinic.zone) }
    : { when };
}

/** "thứ 7" moves the day and keeps the hour; "5h" moves the hour and keeps the day. */
function whenAfter(before: When, said: When | undefined): When {
  if (!said) return before;
  const namesDay = said.date !== undefined || said.dateRange !== undefined;
  const namesHour = said.time !== undefined || said.timeRange !== undefined || said.partOfDay !== undefined;
  const { date, dateRange, ...hourBefore } = before;
  const dayBefore = { ...(date ? { date } : {}), ...(dateRange ? { dateRange } : {}) };
  return { ...(namesDay ? {} : dayBefore), ...(namesHour ? {} : hourBefore), ...said };
}

/** What a turn corrected: details that were known and are now others. */
export function correctedDetails(
  before: Pick<Facts, 'wish' | 'name' | 'phone' | 'interested'>,
  after: Pick<Facts, 'wish' | 'name' | 'phone'>,
): Detail[] {
  if (!before.interested) return [];
  const changed: [Detail, unknown, unknown][] = [
    ['treatment', before.wish.treatment, after.wish.treatment],
    ['area', before.wish.area, after.wish.area],
    ['branch', before.wish.branch, after.wish.branch],
    ['staff', before.wish.staff, after.wish.staff],
    ['time', before.wish.start, after.wish.start],
    ['people', before.wish.people, after.wish.people],
    ['name', before.name ?? undefined, after.name ?? undefined],
    ['phone', before.phone ?? undefined, after.phone ?? undefined],
  ];
  return changed
    .filter(([, was, is]) => was !== undefined && is !== undefined && was !== is)
    .map(([detail]) => detail);
}
