import { wordsOf, type Words } from '../copy/words.ts';
import type { Clinic, Key } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { Slot } from '../domain/slot.ts';
import type { Facts } from '../machines/facts.ts';
import type { Wish } from '../machines/wish.ts';

/**
 * What a conversation's charts know, as the clinic's own people would write it down: one fact a sentence, and no name or number of
 * the customer. A record that is gone meanwhile is left out.
 */
export function briefFacts(clinic: Clinic, facts: Facts, now: Instant): string[] {
  const words = wordsOf(clinic, { language: 'vi', address: null, now });
  const { wish, hold, waiting, screening, staffWord, age } = facts;
  const coming = facts.bookings.filter(({ slot }) => slot.start > now);
  const sentences: (string | null | false)[] = [
    labelled('Khách muốn', wished(wish, words)),
    ...coming.map(({ slot, status }) =>
      labelled(
        status === 'awaiting_deposit' ? 'Lịch hẹn, chưa nhận cọc' : 'Lịch hẹn',
        appointment(slot, words),
      ),
    ),
    hold &&
      hold.until > now &&
      labelled(`Đang giữ chỗ ${words.until(hold.until)}`, appointment(hold.parts[0].slot, words)),
    facts.changing && (facts.changing.kind === 'move' ? 'Khách muốn dời lịch.' : 'Khách muốn hủy lịch.'),
    waiting && labelled('Đang chờ chỗ trống', treatment(waiting.wish.treatment, waiting.wish.area, words)),
    screening.flagged ? 'Có điều cần bác sĩ xem trước khi làm.' : null,
    age === null ? null : `Khách nói mình ${age} tuổi.`,
    staffWord?.promised ? 'Nhân viên đã hẹn trả lời khách mà chưa trả lời.' : null,
    staffWord?.concession ? conceded(staffWord.concession, words) : null,
    facts.phone === null ? 'Chưa có số điện thoại của khách.' : 'Đã có số điện thoại của khách.',
  ];
  return sentences.filter((sentence) => typeof sentence === 'string');
}

const labelled = (label: string, what: string) => (what === '' ? null : `${label}: ${what}.`);

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');

function wished({ treatment: key, also = [], area, branch, staff, people, start, when }: Wish, words: Words) {
  const [from, to] = when.timeRange ?? [null, null];
  const { date = null, time = null, partOfDay: part = null } = when;
  return joined([
    ...[key, ...also].map((one) => (one === undefined ? '' : treatment(one, area, words))),
    branch === undefined ? '' : branchName(branch, words),
    staff === undefined ? '' : words.staff(staff),
    people !== undefined && people > 1 ? `${people} người` : '',
    start === undefined ? words.wished({ date, time, part, from, to }) : words.momentShort(start),
  ]);
}

function appointment({ treatment: key, area, branch, staff, start }: Slot, words: Words): string {
  return joined([
    treatment(key, area, words),
    words.momentShort(start),
    branchName(branch, words),
    words.staff(staff),
  ]);
}

function treatment(key: Key, area: Key | null | undefined, words: Words): string {
  const isKnown = words.clinic.treatments.some((record) => record.key === key);
  return isKnown ? words.treatment(key, area ?? null) : '';
}

function branchName(key: Key, words: Words): string {
  return words.clinic.branches.find((record) => record.key === key)?.name ?? '';
}

type Concession = NonNullable<NonNullable<Facts['staffWord']>['concession']>;

function conceded({ amount, confirmed }: Concession, words: Words): string {
  const what = amount === null ? 'ưu đãi' : `giảm ${words.money(amount)}`;
  return confirmed ? `Chủ phòng khám đã đồng ý ${what}.` : `Nhân viên có nhắc ${what}, chưa được xác nhận.`;
}
