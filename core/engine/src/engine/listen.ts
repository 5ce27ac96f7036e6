import type { Clinic, Treatment } from '../domain/clinic.ts';
import { hourMs, type Instant } from '../domain/clinic-time.ts';
import type { Phone } from '../domain/phone.ts';
import type { Heard } from '../machines/events.ts';
import type { Facts, Needs } from '../machines/facts.ts';
import { type Aside, type Signals, silent } from '../machines/signals.ts';
import type { Change, Wish } from '../machines/wish.ts';
import { type Entities, has, type Intent, type Understanding } from '../understanding/understanding.ts';
import { screeningAfter } from './screening-after.ts';
import { chosen, correctedDetails, detailsOf, wishAfter } from './wish-after.ts';

/** What is known of a turn beside its words. */
export type TurnHeard = {
  at: Instant;
  answered: boolean;
  sent: Signals['sent'];
  /** What the clinic's records know of this customer. */
  customer: { name: string | null; phone: Phone | null };
};

/** After such a silence a conversation is taken up again, not simply continued. */
const longSilenceMs = 12 * hourMs;

/** More people than this come by arrangement with a person. */
const mostPeople = 4;

/** A visit as only a person can arrange it: many people, or several people with several treatments each. */
function isForAPerson({ people, treatments }: Entities, wish: Wish): boolean {
  const isNew = people !== undefined || treatments !== undefined;
  return isNew && ((people ?? 1) > mostPeople || ((wish.people ?? 1) > 1 && (wish.also ?? []).length > 0));
}

/**
 * What a turn's words change in the facts. Everything given at once is taken at once; a new detail replaces the old one,
 * and what depended on the old one is forgotten.
 */
export function listen(facts: Facts, understanding: Understanding, clinic: Clinic, turn: TurnHeard): Heard {
  const yes = yesOrNoOf(understanding);
  const changing = changeAfter(facts, understanding, yes);
  const begins = changing !== null && facts.changing === null;
  /** What was wished before has nothing to do with the booking that is to be changed. */
  const before = begins ? { ...facts, wish: { when: {} } } : facts;
  const details = detailsOf(facts, understanding, clinic);
  const wish = wishAfter(before, understanding, clinic);
  const treatment = clinic.treatments.find((candidate) => candidate.key === wish.treatment);
  const name = details.name ?? facts.name ?? turn.customer.name;
  const phone = details.phone ?? facts.phone ?? turn.customer.phone;
  const age = details.age ?? (has(understanding, 'minor') ? (facts.age ?? schoolAge) : facts.age);
  const understood =
    Object.keys(details).length > 0 ||
    turn.answered ||
    turn.sent !== null ||
    understanding.intents.some(({ intent }) => !isYesOrNo(intent)) ||
    (yes !== null && answersByYesOrNo(facts));
  const drops = has(understanding, 'cancel') && changing === null && isMaking(facts);
  const defers = has(understanding, 'defer');
  /** "Khoan đã" leaves the matter open as long as a slot is kept for it. */
  const isLeftAlone = drops || (defers && facts.hold === null);
  const tooYoung = isTooYoung(age, understanding, treatment);
  const signals: Signals = {
    ...silent,
    spoke: true,
    understood,
    redFlag: has(understanding, 'medical_red_flag'),
    contraindication: has(understanding, 'contraindication'),
    tooYoung,
    needsGuardian:
      !tooYoung && treatment !== undefined && age !== null && age < adult && speaksOfAge(understanding),
    complaint: has(understanding, 'complaint'),
    wantsPerson: has(understanding, 'request_human') || isForAPerson(details, wish),
    sent: turn.sent,
    optsOut: has(understanding, 'opt_out'),
    optsIn: has(understanding, 'opt_in'),
    asksAvailability: has(understanding, 'ask_availability'),
    asks: understanding.intents.some(({ intent }) => questions.has(intent)),
    answered: turn.answered,
    greets: has(understanding, 'greet'),
    thanks: has(understanding, 'thanks_bye') || (facts.asking === null && yes === true),
    defers,
    drops,
    aside: asideOf(understanding),
    yes: facts.asking === null ? null : yes,
    waits: details.waits === true || (facts.asking?.question === 'waiting' && yes === true),
    givesBack: clinic.releaseOnThanks === true && has(understanding, 'thanks_bye'),
    corrected: correctedDetails(before, { wish, name, phone }),
    returned: facts.heardAt !== null && turn.at - facts.heardAt > longSilenceMs,
  };
  return {
    language: understanding.language,
    address: facts.address,
    turns: facts.turns + 1,
    heardAt: turn.at,
    interested: !isLeftAlone && (facts.interested || wantsAppointment(understanding, facts, wish)),
    wish,
    needs: treatment ? needsOf(treatment, wish, clinic) : null,
    screening: screeningAfter(facts, understanding, yes),
    name,
    phone,
    age,
    agreed: yes === true && (facts.asking?.question === 'agreement' || facts.asking?.question === 'freed'),
    changing,
    asking: facts.asking,
    misunderstood: understood ? 0 : facts.misunderstood + 1,
    signals,
  };
}

/** Somebody at school, whose age was not said in years. */
const schoolAge = 15;

/** Intents that ask for something a record may hold. */
const questions: ReadonlySet<Intent> = new Set([
  'ask_price',
  'ask_promotion',
  'ask_treatment_info',
  'ask_location',
  'ask_hours',
  'ask_doctor',
  'ask_policy',
]);

const asides: readonly [Intent, Aside][] = [
  ['prompt_injection', 'injection'],
  ['price_objection', 'objection'],
  ['off_topic', 'offTopic'],
  ['spam', 'spam'],
  ['smalltalk', 'smalltalk'],
];

function asideOf(understanding: Understanding): Aside | null {
  return asides.find(([intent]) => has(understanding, intent))?.[1] ?? null;
}

function yesOrNoOf(understanding: Understanding): boolean | null {
  if (has(understanding, 'confirm_yes')) return true;
  if (has(understanding, 'confirm_no')) return false;
  return null;
}

const isYesOrNo = (intent: Intent) => intent === 'confirm_yes' || intent === 'confirm_no';

/** A bare "dạ" moves these questions on. To "which day?" it is no answer, however friendly. */
const yesOrNoQuestions: ReadonlySet<NonNullable<Facts['asking']>['question']> = new Set([
  'screening',
  'agreement',
  'cancel',
  'waiting',
  'freed',
  'attendance',
  'wellbeing',
  'review',
  'rebook',
]);

function answersByYesOrNo({ asking, interested }: Facts): boolean {
  if (asking === null) return true;
  const isInvitation = asking.question === 'time' && !interested;
  return isInvitation || yesOrNoQuestions.has(asking.question);
}

/** While an appointment is still being made, "đổi sang 5h" corrects it and "thôi hủy đi" drops it. */
const isMaking = ({ interested, changing }: Facts) => interested && changing === null;

/** Which booking is to be moved or cancelled, as far as it is known; null: none. */
function changeAfter(facts: Facts, understanding: Understanding, yes: boolean | null): Change | null {
  const { changing, asking } = facts;
  const moves = has(understanding, 'reschedule');
  const cancels = has(understanding, 'cancel') && !moves;
  const picked = understanding.entities.booking ?? pickedBooking(facts, understanding);
  if (changing) {
    const isDropped = has(understanding, 'defer') && changing.bookingId === null;
    if (isDropped) return null;
    /** "Hủy đi" to "hủy thật không ạ?" is its answer. */
    const kind = cancels ? 'cancel' : moves ? 'move' : changing.kind;
    return { kind, bookingId: picked ?? changing.bookingId };
  }
  if (isMaking(facts) || !(moves || cancels)) return null;
  const about = asking?.question === 'attendance' && yes !== true ? asking.bookingId : null;
  return { kind: moves ? 'move' : 'cancel', bookingId: picked ?? about };
}

function pickedBooking(facts: Facts, understanding: Understanding): string | undefined {
  const choice = chosen(facts, understanding);
  return choice?.kind === 'booking' ? choice.booking : undefined;
}

function needsOf(treatment: Treatment, { also = [], people = 1 }: Wish, clinic: Clinic): Needs {
  const others = clinic.treatments.filter(({ key }) => also.includes(key));
  return {
    areas: treatment.variants.map((variant) => variant.area),
    branches: treatment.branches,
    screening: [treatment, ...others]
      .filter(({ contraindications }) => contraindications.length > 0)
      .map(({ key }) => key),
    minAge: treatment.minAge,
    /** Of the whole visit: every appointment has its own. */
    deposit:
      others.length > 0
        ? [treatment, ...others].reduce((sum, { deposit }) => sum + deposit, 0)
        : treatment.deposit * people,
  };
}

const adult = 18;

const speaksOfAge = (understanding: Understanding): boolean =>
  has(understanding, 'minor') || understanding.entities.age !== undefined;

/** Said now, or known and met by a treatment that was named now. */
function isTooYoung(
  age: number | null,
  understanding: Understanding,
  treatment: Treatment | undefined,
): boolean {
  if (age === null) return false;
  if (!treatment) return has(understanding, 'minor');
  const isNamed = understanding.entities.treatments !== undefined;
  return age < treatment.minAge && (isNamed || speaksOfAge(understanding));
}

function wantsAppointment(understanding: Understanding, facts: Facts, wish: Wish): boolean {
  if (has(understanding, 'book') || has(understanding, 'ask_availability')) return true;
  const asked = facts.asking?.question;
  if (has(understanding, 'confirm_yes') && asked === 'freed') return true;
  const isInvited = asked === 'time' || asked === 'treatment';
  const accepts = isInvited && has(understanding, 'confirm_yes') && wish.treatment !== undefined;
  const namesTime = understanding.entities.when !== undefined && wish.treatment !== undefined;
  return accepts || namesTime;
}
