import { matchesOf, patternIndex } from '../text/pattern.ts';
import { within } from '../text/span.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Found } from './find-records.ts';

/** Ways of saying what is not wanted; the treatment named in one of them is not meant. */
const refusals = patternIndex<true>(
  [
    '(không|khỏi|thôi|đừng|chẳng|bỏ|hủy|chả) (muốn|cần|thích|phải|còn|lấy|đặt|chọn|tính|định|đi|là)? (<do>|đặt|lấy|dịch vụ|gói|cái|vụ)? @treatment',
    '(thay vì|thay cho|chứ không phải|chứ không|instead of|not) (<do>|là)? @treatment',
    '(đổi|chuyển) (từ)? (<do>|gói|dịch vụ)? @treatment (qua|sang|thành)',
    '@treatment (thì|chắc)? (thôi khỏi|khỏi|để sau|để lần sau|để khi khác|không (làm|lấy|cần|muốn|đặt) ..1 (nữa|đâu))',
  ].map((source) => [source, true] as const),
);

/** Whatever was named and is not wanted: "không làm hifu nữa, cho chị chăm sóc da". Where nothing else remains, it was meant after all. */
export function withoutRejected(found: readonly Found[], tokens: Tokens): readonly Found[] {
  const treatments = found.filter(({ meaning }) => meaning.kind === 'treatment');
  if (treatments.length < 2) return found;
  const places = new Map(treatments.map(({ from, to }) => [from, to]));
  const isRefused = within(
    ...matchesOf(refusals, { tokens, found: new Map([['treatment', places]]) }).map(({ from, to }) => ({
      from,
      to,
    })),
  );
  const isKept = (one: Found) => one.meaning.kind !== 'treatment' || !isRefused(one.from);
  const meant = found.filter(isKept);
  return meant.some(({ meaning }) => meaning.kind === 'treatment') ? meant : found;
}
