import { fold } from '@glowbot/core';

/** What people call the same thing, as patterns over the written words; the first form stands for all. */
const same: readonly (readonly [canonical: string, pattern: RegExp])[] = [
  ['gửixe', /(?:gửi|đậu|đỗ|để|giữ|gui|dau|do)\s+(?:xe hơi|xe máy|ô tô|oto|o to|xe)|bãi xe|chỗ xe|parking/giu],
  ['đặtcọc', /đặt cọc|tiền cọc|cọc trước|(?<!\p{L})cọc(?!\p{L})|dat coc|(?<!\p{L})coc(?!\p{L})|deposit/giu],
  ['trảgóp', /trả góp|tra gop|góp tháng|instal+ments?/giu],
  ['hóađơn', /hóa đơn|hoá đơn|hoa don|xuất vat|(?<!\p{L})vat(?!\p{L})|invoice/giu],
  ['bảohành', /bảo hành|bao hanh|warranty/giu],
  ['đặtlịch', /đặt lịch|đặt hẹn|hẹn trước|đặt trước|dat lich|book trước/giu],
  ['đếntrễ', /đến trễ|đến muộn|tới trễ|tới muộn|trễ giờ|den tre|late/giu],
  ['mởcửa', /mở cửa|mo cua|giờ làm việc|làm việc|open(?:ing)?/giu],
  ['mangthai', /mang thai|đang bầu|có bầu|có thai|(?<!\p{L})bầu(?!\p{L})|mang bau|pregnant/giu],
  ['chocon', /cho con bú|cho bú|con bú|breastfeed\w*/giu],
  ['tiếnganh', /tiếng anh|tieng anh|english/giu],
  ['thanhtoán', /thanh toán|trả tiền|trả thẻ|quẹt thẻ|cà thẻ|chuyển khoản|thanh toan|pay(?:ment)?/giu],
  ['kếtquả', /kết quả|hiệu quả|ket qua|result/giu],
  ['baolâu', /bao lâu|mấy tháng|mấy năm|mấy ngày|khi nào|bao lau|how long/giu],
  ['nghỉdưỡng', /nghỉ dưỡng|hồi phục|hoi phuc|nghỉ ngơi|downtime/giu],
  ['chínhhãng', /chính hãng|hàng thật|chinh hang|nguồn gốc|xuất xứ/giu],
];

/** Typed without accents, "o dau" would read as a pain. */
const whereabouts = /(?<!\p{L})(?:ở đâu|o dau|cho nao|chỗ nào)(?!\p{L})/giu;

/** Words that ask and greet, but say nothing of what is asked. */
const empty: ReadonlySet<string> = new Set(
  (
    'ạ à ah anh bạn ban bên ben bạn bác bs cái cai chị chi cho có co còn con của cua dạ da đang dang đâu để de đó do được duoc dc đi di em ' +
    'gì gi giúp giup hả ha hay hãy hơn khi không khong ko k hông hong là la làm lam lúc mà ma mấy may mình minh mỗi một này nay nào nao ' +
    'nên nên nếu nhé nha nhỉ nhi như nhu ở ơi oi phải phai phòng khám sao shop rồi roi sẽ thế the thì thi thôi trong từ và va vậy vay về ve với voi xin xong'
  ).split(' '),
);

/** The words of a question that carry it, with phrases that mean the same as one word. */
export function carryingWords(text: string): string[] {
  let said = ` ${text.toLowerCase().normalize('NFC').replace(whereabouts, ' ')} `;
  for (const [canonical, pattern] of same) said = said.replace(pattern, ` ${canonical} `);
  const words = said.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '' && !empty.has(word));
  return [...new Set(words)];
}

/** A word typed without accents may be any word with them; one with accents is itself. */
export function isSameWord(said: string, recorded: string): boolean {
  return said === recorded || (fold(said) === said && fold(recorded) === said);
}
