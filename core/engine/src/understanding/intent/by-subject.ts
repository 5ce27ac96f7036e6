import type { Facts } from '../facts.ts';
import { matchAt, matchesOf, pattern, patternIndex } from '../text/pattern.ts';
import type { Span } from '../text/span.ts';
import type { Intent } from '../understanding.ts';
import type { IntentFound } from './find-intents.ts';

/** Less than any phrase that says it outright. */
const confidence = 0.6;

const questionEnd = pattern(
  '(<ask>|<what>) (ạ|em|shop|chị|anh|bạn|ad|vậy|ta|nhỉ|nhé|thế|nha|hả|á|ha|z|đó|đây|luôn|nữa|ơi|admin|bác sĩ)? (ạ|em|shop|chị|ơi|vậy)? $',
);

/** What is wanted, told by the words beside the subject. */
const signs = patternIndex<'closing' | 'doing' | 'coming' | 'wanting' | 'past'>([
  ['(nghỉ|mở|đóng cửa|làm việc|hoạt động|open|closed)', 'closing'],
  ['<do>', 'doing'],
  ['<me>? ..1 (<come>|đi) ..1', 'coming'],
  ['<me>? (muốn|cần|định|tính|thích|có nhu cầu) ..2 (<do>|đi|thử|@treatment)', 'wanting'],
  ['i (want|would like|need|wanna) ..3', 'wanting'],
  ['(đã|rồi|vừa|mới|bị|hôm qua|hôm bữa|lần trước|từng|xong)', 'past'],
]);

/**
 * What a message is about decides what it asks, where no phrase says so: "tiêm botox có cứng mặt không" can only be a
 * question about a treatment, "chị qua làm hifu sáng mai" only a wish for an appointment.
 */
export function intentBySubject({ records, places, reading }: Facts): IntentFound | undefined {
  const matches = matchesOf(signs, reading);
  const says = (sign: (typeof matches)[number]['value']) => matches.some(({ value }) => value === sign);
  const find = (kind: string) => records.find(({ meaning }) => meaning.kind === kind);
  const service = find('treatment') ?? find('notOffered');
  const [time] = places;
  const found = (intent: Intent, span: Span | undefined) =>
    span && { intent, from: span.from, to: span.to, confidence };
  if (isQuestion(reading)) {
    const doing = matches.find(({ value }) => value === 'doing');
    return (
      found('ask_doctor', find('staff')) ??
      (time && says('closing') ? found('ask_hours', time) : undefined) ??
      found('ask_treatment_info', service) ??
      found('ask_location', find('branch')) ??
      found('ask_availability', time) ??
      found('ask_treatment_info', doing)
    );
  }
  if (says('past')) return undefined;
  const isNamed =
    service?.meaning.kind === 'notOffered' ||
    (service?.meaning.kind === 'treatment' && service.meaning.isNamed);
  if (isNamed && (time || says('wanting'))) return found('book', service);
  return time && says('coming') ? found('book', time) : undefined;
}

export function isQuestion(reading: Facts['reading']): boolean {
  const { text, list } = reading.tokens;
  return text.includes('?') || list.some((_, at) => matchAt(questionEnd, reading, at) !== undefined);
}
