import type { AppointmentFacts, AppointmentsFacts, VisitFacts } from '../facts/shared-facts.ts';
import { capitalise } from '../capitalise.ts';
import type { Words } from '../words.ts';

/** An appointment read out in full. */
export function appointmentLines(facts: AppointmentFacts, words: Words): string {
  return [
    `• Treatment: ${words.treatment(facts.treatment, facts.area)}`,
    `• Time: ${words.moment(facts.start)} (about ${words.duration(facts.treatment, facts.area)} minutes)`,
    `• Place: ${words.branch(facts.branch)}, ${words.address(facts.branch)}`,
    `• With: ${words.staff(facts.staff)}`,
    ...personLine(facts),
  ].join('\n');
}

/** Several visits, numbered in their order. */
export function appointmentsLines(facts: AppointmentsFacts, words: Words): string {
  const visits = facts.visits.map(
    (visit, index) =>
      `${index + 1}. ${visit.who === null ? '' : `${visit.who}: `}${words.treatment(visit.treatment, visit.area)}, ${words.moment(visit.start)}, ${words.branch(visit.branch)}, with ${words.staff(visit.staff)}`,
  );
  return [...visits, ...personLine(facts)].join('\n');
}

/** What is not known is left out, not left blank. */
function personLine({ name, phone }: { name: string | null; phone: string | null }): string[] {
  const parts = [name && `Name: ${name}`, phone && `phone ${phone}`].filter(Boolean);
  return parts.length === 0 ? [] : [`• ${capitalise(parts.join(', '))}`];
}

/** "Peel at 15:00 tomorrow, Tue 24/11, North Branch" */
export function inOneLine(
  facts: Pick<VisitFacts, 'treatment' | 'area' | 'branch' | 'start'>,
  words: Words,
): string {
  return `${words.treatment(facts.treatment, facts.area)} at ${words.moment(facts.start)}, ${words.branch(facts.branch)}`;
}

/** "A, B or C" */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

export function bulleted(items: readonly string[]): string {
  return items.map((item) => `• ${item}`).join('\n');
}
