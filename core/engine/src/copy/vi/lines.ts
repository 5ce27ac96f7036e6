import type { AppointmentFacts } from '../facts/shared-facts.ts';
import type { Words } from '../words.ts';

export function appointmentLines(facts: AppointmentFacts, words: Words): string {
  return [
    `• Dịch vụ: ${words.treatment(facts.treatment, facts.area)}`,
    `• Thời gian: ${words.moment(facts.start)} (khoảng ${words.duration(facts.treatment, facts.area)} phút)`,
    `• Nơi làm: ${words.branch(facts.branch)}, ${words.address(facts.branch)}`,
    `• Người thực hiện: ${words.staff(facts.staff)}`,
    `• Tên: ${facts.name ?? ''}, số điện thoại ${facts.phone ?? ''}`,
  ].join('\n');
}

/** "A, B hoặc C" */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} hoặc ${items.at(-1)}`;
}
