import type { Clinic, Treatment } from '../domain/clinic.ts';
import { meaningOf } from '../copy/word.ts';
import { toInstant } from '../domain/clinic-time.ts';
import type { Heard } from '../machines/events.ts';
import { type Facts, type Needs, type Signals, silent } from '../machines/facts.ts';
import type { Wish } from '../machines/wish.ts';
import {
  type Entities,
  has,
  type Intent,
  type Understanding,
  type When,
} from '../understanding/understanding.ts';

/**
 * What a turn's words change in the facts. Everything given at once is taken at once; a new detail replaces the old one,
 * and what depended on the old one is forgotten.
 */
export function listen(
  facts: Facts,
  understanding: Understanding,
  clinic: Clinic,
  turn: { answered: boolean; sentMedia: boolean },
): Heard {
  const entities = entitiesOf(facts, understanding, clinic);
  const wish = wishAfter(facts, understanding, clinic);
  const treatment = clinic.treatments.find((candidate) => candidate.key === wish.treatment);
  const yesOrNo = yesOrNoOf(understanding);
  const screening = screeningAfter(facts, treatment, understanding);
  const gained = Object.keys(entities).length > 0 || (yesOrNo !== null && facts.asking !== null);
  const understood = gained || turn.answered || turn.sentMedia || understanding.intents.length > 0;
  /** Before anything is booked, "đổi sang 2h" corrects the wish and "thôi hủy đi" drops it; afterwards a person moves or cancels it. */
  const hasBooking = facts.bookings.length > 0;
  const defers = has(understanding, 'defer') || (has(understanding, 'cancel') && !hasBooking);
  const signals: Signals = {
    ...silent,
    spoke: true,
    understood,
    redFlag: has(understanding, 'medical_red_flag'),
    contraindication:
      has(understanding, 'contraindication') || isTooYoung(entities, understanding, treatment),
    complaint: has(understanding, 'complaint'),
    /** A photo or a voice message is for a person's eyes and ears. */
    wantsPerson:
      turn.sentMedia ||
      has(understanding, 'request_human') ||
      (hasBooking && (has(understanding, 'reschedule') || has(understanding, 'cancel'))),
    optsOut: has(understanding, 'opt_out'),
    optsIn: has(understanding, 'opt_in'),
    asksAvailability: has(understanding, 'ask_availability'),
    asks: understanding.intents.some(({ intent }) => questions.has(intent)),
    answered: turn.answered,
    greets: has(understanding, 'greet'),
    thanks: has(understanding, 'thanks_bye') || (facts.asking === null && yesOrNo === true),
    defers,
    attends: facts.asking?.question === 'attendance' ? yesOrNo : null,
  };
  return {
    language: understanding.language,
    address: facts.address,
    turns: facts.turns + 1,
    interested: !defers && (facts.interested || wantsAppointment(understanding, facts, wish)),
    wish,
    needs: treatment ? needsOf(treatment) : null,
    screening,
    name: entities.name ?? facts.name,
    phone: entities.phone ?? facts.phone,
    asking: facts.asking,
    agreed: facts.asking?.question === 'agreement' && yesOrNo === true,
    misunderstood: understood ? 0 : facts.misunderstood + 1,
    signals,
  };
}

/** Intents that ask for something a record may hold. */
const questions: ReadonlySet<Intent> = new Set([
  'ask_price',
  'ask_promotion',
  'ask_treatment_info',
  'ask_location',
  'ask_hours',
  'ask_doctor',
  'ask_policy',
  'price_objection',
]);

function yesOrNoOf(understanding: Understanding): boolean | null {
  if (has(understanding, 'confirm_yes')) return true;
  if (has(understanding, 'confirm_no')) return false;
  return null;
}

/** "cái đầu" after a question with choices means the first of them. */
function entitiesOf({ asking }: Facts, { entities }: Understanding, clinic: Clinic): Entities {
  if (entities.option === undefined || !asking) return entities;
  const chosen = asking.choices.at(entities.option > 0 ? entities.option - 1 : entities.option);
  return chosen ? { ...meaningOf(chosen, clinic).entities, ...entities } : entities;
}

/** The wish with a turn's details taken in. */
export function wishAfter(facts: Facts, understanding: Understanding, clinic: Clinic): Wish {
  const { wish } = facts;
  const entities = entitiesOf(facts, understanding, clinic);
  const treatment = entities.treatments?.[0] ?? wish.treatment;
  const isSame = treatment === wish.treatment;
  const area = entities.area ?? (isSame ? wish.area : undefined);
  const branch = entities.branch ?? wish.branch;
  const staff = entities.staff ?? wish.staff;
  const when = whenAfter(wish.when, entities.when);
  const record = clinic.treatments.find((candidate) => candidate.key === treatment);
  return {
    ...(treatment === undefined ? {} : { treatment }),
    ...(area !== undefined && record?.variants.some((variant) => variant.area === area) ? { area } : {}),
    ...(branch !== undefined && (!record || record.branches.includes(branch)) ? { branch } : {}),
    ...(staff === undefined ? {} : { staff }),
    when,
    ...(when.date && when.time
      ? { start: toInstant({ date: when.date, time: when.time }, clinic.zone) }
      : {}),
  };
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

/**
 * The screening asks "none of these, right?". "Dạ đúng" and "không có" both clear it; only a "có" or a named
 * condition flags it, because in Vietnamese a bare "dạ" agrees with the person asking.
 */
function screeningAfter(
  facts: Facts,
  treatment: Treatment | undefined,
  understanding: Understanding,
): Facts['screening'] {
  const yesOrNo = yesOrNoOf(understanding);
  if (facts.asking?.question !== 'screening' || yesOrNo === null || !treatment) return facts.screening;
  const yesWords = understanding.evidence.filter(({ of }) => of === 'confirm_yes').map(({ words }) => words);
  const admits =
    yesOrNo && (yesWords.length === 0 || yesWords.some((words) => /(^| )(có|co|yes)( |$)/i.test(words)));
  return { treatment: treatment.key, result: admits ? 'flagged' : 'clear' };
}

function needsOf(treatment: Treatment): Needs {
  return {
    areas: treatment.variants.map((variant) => variant.area),
    branches: treatment.branches,
    screening: treatment.contraindications.length > 0,
  };
}

function isTooYoung(
  entities: Entities,
  understanding: Understanding,
  treatment: Treatment | undefined,
): boolean {
  if (entities.age === undefined) return has(understanding, 'minor');
  return treatment !== undefined && entities.age < Math.max(treatment.minAge, 18);
}

function wantsAppointment(understanding: Understanding, facts: Facts, wish: Wish): boolean {
  if (has(understanding, 'book') || has(understanding, 'ask_availability')) return true;
  const isInvited = facts.asking?.question === 'time' || facts.asking?.question === 'treatment';
  const accepts = isInvited && has(understanding, 'confirm_yes') && wish.treatment !== undefined;
  const namesTime = understanding.entities.when !== undefined && wish.treatment !== undefined;
  return accepts || namesTime;
}
