/** How customers take back what they said. Patterns in the language of text/pattern.ts. */

/** The day or hour that follows is not meant. */
export const notThis: readonly string[] = [
  'không phải (là)? (lịch|ngày|hôm|lúc)?',
  'chứ không phải (là)?',
  'chứ không (đi|tới|qua)? (được)?',
  'không đi (được)?',
  'đừng (đặt|xếp)?',
  '(trừ|ngoại trừ|loại trừ)',
  'khỏi',
  'not (on|at)?',
];

/** The day or hour before is not possible. */
export const cannot: readonly string[] = [
  '(chị|em|anh|mình|tôi|cô|bạn|thì)? (lại|thì)? (bận|kẹt|mắc việc|vướng|dính|có việc|có công chuyện|có hẹn|đi công tác|hết chỗ)',
  '.. (không được|không đi được|không rảnh|không qua được|không tới được|không tiện|không ghé được|không kịp|full rồi)',
  "(i am|i'm)? busy",
];

/** Something takes the place of what was said before it. */
export const instead: readonly string[] = [
  '(à|ủa|ui|ấy)? (nhầm|lộn|nhằm)',
  'à không',
  'à quên',
  'ý (em|chị|mình|anh) là',
  'thôi (để|cho|đổi|qua|chuyển)? (em|chị|mình|anh)?',
  '(hay|hoặc) (là)? thôi',
  'sorry',
  'i mean',
  'actually',
];

/** Moves an appointment: what stands before the target is the old time. */
export const moves = 'đổi dời chuyển rời lùi hoãn dịch move change reschedule';
export const targets: readonly string[] = [
  'sang',
  'qua',
  'thành',
  'về',
  'lên',
  'xuống',
  'lại',
  'to',
  'đến',
  'tới',
];
