import { addDays, type LocalDate } from '../../domain/clinic-time.ts';
import type { When } from '../understanding.ts';
import { nextLunarDay } from './lunar.ts';

/** "Có kịp Tết không", "làm xong trước đám cưới được không": asks whether something is over in time. */
const inTime = /(^|[^\p{L}])(kịp|in time|ready (for|by)|heal(ed)? (before|by))([^\p{L}]|$)/u;
const beforeEvent = /(^|[^\p{L}])(before|trước (đám|ngày|lễ|hôm|khi))([^\p{L}]|$)/u;
/** What people want to be ready for. Somebody who is only late for an appointment names none of these. */
const events =
  /(^|[^\p{L}])(tết|cưới|đính hôn|ăn hỏi|dạm ngõ|chụp (ảnh|hình)|kỷ yếu|du lịch|tiệc|prom|sự kiện|noel|giáng sinh|sinh nhật|lễ|wedding|tet|christmas|party|holiday|birthday|photo ?shoot)([^\p{L}]|$)/u;
const newYear = /(^|[^\p{L}])(tết|tet)(?! (tây|dương))([^\p{L}]|$)/u;

/**
 * The day by which it must be over, where that is what is asked. A span that ends before something ("trước Tết") means the day after
 * it; of a whole month that is named the first day counts, because the true one is not known.
 */
export function eventDate(text: string, when: When | undefined, today: LocalDate): LocalDate | undefined {
  const said = text.normalize('NFC').toLowerCase();
  if (!events.test(said) || !(inTime.test(said) || (beforeEvent.test(said) && /\?|không|ko|k\b/.test(said))))
    return undefined;
  if (when?.date !== undefined) return when.date;
  const [from = null, to = null] = when?.dateRange ?? [];
  if (from !== null) return from;
  if (to !== null) return addDays(to, 1);
  return newYear.test(said) ? nextLunarDay(today, { day: 1, month: 1 }) : undefined;
}
