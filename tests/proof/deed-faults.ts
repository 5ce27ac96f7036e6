import { type Facts, type HandoffReason, type Intent, isInHandoff } from '@glowbot/core';
import type { Deed, Outcome } from './chart-world.ts';

/** Answers to the orders of a chart itself: one that nobody hears would leave it standing in the middle of a turn. */
const verdicts: ReadonlySet<string> = new Set([
  'availability.known',
  'slots.found',
  'slots.none',
  'slot.held',
  'slot.refused',
  'slot.freed',
  'booking.made',
  'booking.refused',
  'booking.found',
  'bookings.several',
  'booking.none',
  'waiting.joined',
  'staff.called',
]);

/** Questions whose yes makes or moves an appointment. */
const agreements: ReadonlySet<string | undefined> = new Set(['agreement', 'freed']);

const says = (deed: Deed, ...wanted: readonly Intent[]) =>
  deed.kind === 'hears' && deed.intents.some((intent) => wanted.includes(intent));
/** The question a bare yes or no was the answer to. */
const answers = (deed: Deed, { asking }: Facts, ...questions: readonly string[]) =>
  (deed.kind === 'answers' || says(deed, 'confirm_yes', 'confirm_no')) &&
  asking !== null &&
  questions.includes(asking.question);
const isOf = (deed: Deed, ...events: readonly string[]) =>
  deed.kind === 'house' && events.includes(deed.event);
const asksSomething = (deed: Deed) =>
  deed.kind === 'hears' && deed.intents.some((intent) => intent.startsWith('ask_'));
const changesBooking = (deed: Deed, facts: Facts) =>
  says(deed, 'reschedule', 'cancel') || facts.changing !== null || answers(deed, facts, 'attendance');

/** What happened just now that each handoff may be opened for. Something that was dealt with before is none. */
const isReason: Readonly<Record<HandoffReason, (deed: Deed, facts: Facts) => boolean>> = {
  medical: (deed, facts) => says(deed, 'medical_red_flag') || answers(deed, facts, 'wellbeing'),
  complaint: (deed, facts) => says(deed, 'complaint') || answers(deed, facts, 'review'),
  contraindication: (deed, facts) =>
    says(deed, 'contraindication') || answers(deed, facts, 'screening') || facts.screening.flagged,
  /** Many people, or several with several treatments each, are a person's to arrange. */
  human_request: (deed) =>
    says(deed, 'request_human') ||
    (deed.kind === 'hears' && (deed.entities.people ?? deed.entities.treatments) !== undefined),
  media: (deed) => deed.kind === 'hears' && deed.sent !== null,
  not_understood: (_, { misunderstood }) => misunderstood >= 2,
  unanswered_question: asksSomething,
  booking_not_found: changesBooking,
  late_change: changesBooking,
  staff_took_over: (deed) => isOf(deed, 'staff.tookOver'),
  unsure_speaker: (deed) => isOf(deed, 'speaker.unsure'),
  not_delivered: (deed) => isOf(deed, 'delivery.failed'),
  quarantined: (deed) => isOf(deed, 'turn.failed'),
  came_late: (deed) => isOf(deed, 'message.late'),
};

/** What must never come of anything that can happen. */
export function deedFaults({ deed, before, decided, speaks }: Outcome): string[] {
  const { snapshot, steps, calendar, effects } = decided;
  const facts = snapshot.context;
  const faults: string[] = [];
  if (snapshot.status !== 'active') faults.push(`status ${snapshot.status}`);

  const unheard = steps.find(
    ({ event, detail }) => verdicts.has(event) && JSON.stringify(detail).includes('"unhandled":true'),
  );
  if (unheard) faults.push(`${unheard.event} was not heard in ${unheard.from}`);

  const staysInHands = isInHandoff(before) && steps.every(({ to }) => to.startsWith('handoff'));
  if (staysInHands && speaks) faults.push('spoke in human hands');

  const made = calendar.filter(({ kind }) => kind === 'book');
  const moved = calendar.filter(({ kind }) => kind === 'reschedule');
  const asked = before.context.asking?.question;
  if (made.length + moved.length > 0) {
    if (deed.kind !== 'hears' && deed.kind !== 'answers') faults.push(`an appointment came of ${deed.kind}`);
    if (!agreements.has(asked))
      faults.push(`an appointment was made although ${asked ?? 'nothing'} was asked`);
    const agreed = before.context.hold?.parts.length ?? 0;
    if (asked === 'agreement' && made.length > agreed) faults.push('more was made than was read back');
  }

  const opened = effects.find((effect) => effect.type === 'openHandoff')?.reason;
  if (opened !== undefined && !isReason[opened](deed, before.context))
    faults.push(`handed over for ${opened} without a new reason`);

  const ask = effects.findLast((effect) => effect.type === 'ask')?.question;
  if (ask === 'phone' && facts.phone !== null) faults.push('asked for a known phone');
  if (ask === 'name' && facts.name !== null && facts.phone !== null) faults.push('asked for a known name');
  if (ask === 'area' && facts.wish.area !== undefined) faults.push('asked for a known area');
  if (ask === 'branch' && facts.wish.branch !== undefined) faults.push('asked for a known branch');
  if (ask === 'treatment' && facts.wish.treatment !== undefined && facts.interested)
    faults.push('asked for a known treatment');
  return faults;
}
