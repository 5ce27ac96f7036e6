import { isInHandoff } from '@glowbot/core';
import type { Outcome } from './chart-world.ts';

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

  const ask = effects.findLast((effect) => effect.type === 'ask')?.question;
  if (ask === 'phone' && facts.phone !== null) faults.push('asked for a known phone');
  if (ask === 'name' && facts.name !== null && facts.phone !== null) faults.push('asked for a known name');
  if (ask === 'area' && facts.wish.area !== undefined) faults.push('asked for a known area');
  if (ask === 'branch' && facts.wish.branch !== undefined) faults.push('asked for a known branch');
  if (ask === 'treatment' && facts.wish.treatment !== undefined && facts.interested)
    faults.push('asked for a known treatment');
  return faults;
}
