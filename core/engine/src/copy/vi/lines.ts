import type { AppointmentFacts, AppointmentsFacts, VisitFacts } from '../facts/shared-facts.ts';
import { capitalise } from '../capitalise.ts';
import type { Words } from '../words.ts';

/** An appointment read out in full. */
export function appointmentLines(facts: AppointmentFacts, words: Words): string {
  return [
    `• Dịch vụ: ${words.treatment(facts.treatment, facts.area)}`,
    `• Thời gian: ${words.moment(facts.start)} (khoảng ${words.duration(facts.treatment, facts.area)} phút)`,
    `• Nơi làm: ${words.branch(facts.branch)}, ${words.address(facts.branch)}`,
    `• Người thực hiện: ${words.staff(facts.staff)}`,
    ...personLine(facts),
  ].join('\n');
}

/** Several visits, numbered in the order of the day. */
export function appointmentsLines(facts: AppointmentsFacts, words: Words): string {
  const visits = facts.visits.map(
    (visit, index) =>
      `${index + 1}. ${visit.who === null ? '' : `${visit.who}: `}${words.treatment(visit.treatment, visit.area)}, ${words.moment(visit.start)}, ${words.branch(visit.branch)}, ${words.staff(visit.staff)} thực hiện`,
  );
  return [...visits, ...personLine(facts)].join('\n');
}

/** What is not known is left out, not left blank. */
function personLine({ name, phone }: { name: string | null; phone: string | null }): string[] {
  const parts = [name && `Tên: ${name}`, phone && `số điện thoại ${phone}`].filter(Boolean);
  return parts.length === 0 ? [] : [`• ${capitalise(parts.join(', '))}`];
}

/** "Peel da lúc 15h ngày mai, thứ Ba 24/11 tại Cơ sở 1" */
export function inOneLine(
  facts: Pick<VisitFacts, 'treatment' | 'area' | 'branch' | 'start'>,
  words: Words,
): string {
  return `${words.treatment(facts.treatment, facts.area)} lúc ${words.moment(facts.start)} tại ${words.branch(facts.branch)}`;
}

/** "A, B hoặc C" */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} hoặc ${items.at(-1)}`;
}

/** "A, B và C" */
export function and(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} và ${items.at(-1)}`;
}

export function bulleted(items: readonly string[]): string {
  return items.map((item) => `• ${item}`).join('\n');
}
