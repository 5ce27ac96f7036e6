import type { AppointmentFacts } from '../facts/shared-facts.ts';
import type { Words } from '../words.ts';

export function appointmentLines(facts: AppointmentFacts, words: Words): string {
  return [
    `• Treatment: ${words.treatment(facts.treatment, facts.area)}`,
    `• Time: ${words.moment(facts.start)} (about ${words.duration(facts.treatment, facts.area)} minutes)`,
    `• Place: ${words.branch(facts.branch)}, ${words.address(facts.branch)}`,
    `• With: ${words.staff(facts.staff)}`,
    `• Name: ${facts.name ?? ''}, phone ${facts.phone ?? ''}`,
  ].join('\n');
}

/** "A, B or C" */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
