import type { Noticed } from '../stage/customer.ts';

/** How a journey writes down what people of the clinic do, and what is noticed in the house. */
export const noticedWords = {
  'staff.tookOver': 'nhân viên nhận',
  'staff.acknowledged': 'nhân viên hứa trả lời',
  'staff.released': 'nhân viên trả lại',
  'concession.confirmed': 'chủ đồng ý giảm',
  'visit.completed': 'khách đã đến',
  'visit.missed': 'khách không đến',
  'booking.moved': 'nhân viên dời lịch sang hôm sau',
  'booking.cancelled': 'nhân viên hủy lịch',
  'deposit.received': 'nhân viên nhận cọc',
  'delivery.failed': 'gửi không được',
  'turn.failed': 'bot không trả lời được',
} as const satisfies Record<Noticed, string>;

/** What a line that begins with these words stands for. */
export function noticedFrom(words: string): Noticed | undefined {
  const found = Object.entries(noticedWords).find(([, written]) => written === words);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key of an entry of the list above
  return found?.[0] as Noticed | undefined;
}
