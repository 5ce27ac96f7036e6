import { phraseTable } from '../text/phrase-table.ts';

/** Days counted from today. `null` stands for words that only look like a day. */
export const relativeDays = phraseTable<number | null>([
  ['hôm nay', 0],
  ['bữa nay', 0],
  ['ngày hôm nay', 0],
  ['bửa nay', 0],
  ['hôm ni', 0],
  ['nay', 0],
  ['today', 0],
  ['lát nữa', 0],
  ['tí nữa', 0],
  ['tý nữa', 0],
  ['xíu nữa', 0],
  ['chút nữa', 0],
  ['lát', 0],
  ['từ giờ', 0],
  ['từ bây giờ', 0],
  ['kể từ giờ', 0],
  ['mai', 1],
  ['ngày mai', 1],
  ['hôm mai', 1],
  ['bữa mai', 1],
  ['tomorrow', 1],
  ['tmr', 1],
  ['tmrw', 1],
  ['mốt', 2],
  ['ngày mốt', 2],
  ['bữa mốt', 2],
  ['ngày kia', 2],
  ['hôm kìa', -3],
  ['ngày kìa', 3],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['hôm qua', -1],
  ['bữa qua', -1],
  ['ngày hôm qua', -1],
  ['yesterday', -1],
  ['hôm kia', -2],
  ['bữa kia', -2],
  ['hôm trước', null],
  ['mai mốt', null],
  ['mai này', null],
  ['mai kia', null],
  ['nay mai', null],
  ['lâu nay', null],
  ['xưa nay', null],
  ['đến nay', null],
  ['dạo nay', null],
  ['hồi nay', null],
  ['năm nay', null],
  ['hổm nay', null],
  ['mấy nay', null],
  ['mấy hôm nay', null],
  ['mấy bữa nay', null],
  ['mấy ngày nay', null],
  ['hôm nào', null],
  ['tàn mốt', null],
]);

/** Parts of yesterday: "tối qua" is yesterday evening; "sáng qua" too, where nothing is passed or crossed. */
export const partsOfYesterday = phraseTable<true>([
  ['tối qua', true],
  ['đêm qua', true],
  ['chiều qua', true],
  ['trưa qua', true],
  ['sáng qua', true],
]);

/** Monday is 0. */
export const weekdayNames = phraseTable<number>([
  ['thứ hai', 0],
  ['thứ ba', 1],
  ['thứ tư', 2],
  ['thứ năm', 3],
  ['thứ sáu', 4],
  ['thứ bảy', 5],
  ['thứ bẩy', 5],
  ['chủ nhật', 6],
  ['chủ nhựt', 6],
  ['chúa nhật', 6],
  ['cn', 6],
  ['chủ nhât', 6],
  ['monday', 0],
  ['tuesday', 1],
  ['wednesday', 2],
  ['thursday', 3],
  ['friday', 4],
  ['saturday', 5],
  ['sunday', 6],
  ...[2, 3, 4, 5, 6, 7].flatMap((number) =>
    ['thứ', 'th', 'thu'].map((word) => [`${word} ${number}`, number - 2] as const),
  ),
]);

/** What follows a weekday: the coming one, today included or not, or the one of a week counted from this. */
export type WhichWeek = { week: number } | 'this' | 'coming';

export const afterWeekday = phraseTable<WhichWeek>([
  ['này', 'this'],
  ['nay', 'this'],
  ['tới', 'coming'],
  ['tới đây', 'coming'],
  ['sắp tới', 'coming'],
  ['sau', { week: 1 }],
  ['trước', { week: -1 }],
  ['rồi', { week: -1 }],
  ['vừa rồi', { week: -1 }],
]);

/** Weeks counted from this one. */
export const weeks = phraseTable<number>([
  ['tuần này', 0],
  ['tuần nay', 0],
  ['trong tuần này', 0],
  ['this week', 0],
  ['tuần sau', 1],
  ['tuần tới', 1],
  ['tuần kế', 1],
  ['tuần kế tiếp', 1],
  ['tuần tiếp theo', 1],
  ['tuần sau này', 1],
  ['qua tuần', 1],
  ['sang tuần', 1],
  ['qua tuần sau', 1],
  ['sang tuần sau', 1],
  ['qua tuần tới', 1],
  ['sang tuần tới', 1],
  ['next week', 1],
  ['tuần sau nữa', 2],
  ['tuần tới nữa', 2],
  ['tuần kế nữa', 2],
  ['week after next', 2],
  ['tuần trước', -1],
  ['tuần rồi', -1],
  ['tuần vừa rồi', -1],
  ['tuần qua', -1],
  ['last week', -1],
]);

/** First and last day of a part of a week, counted from Monday. */
export const weekParts = phraseTable<{ days: readonly [number, number]; staysThisWeek: boolean }>([
  ['đầu', { days: [0, 1], staysThisWeek: false }],
  ['giữa', { days: [2, 3], staysThisWeek: false }],
  ['cuối', { days: [5, 6], staysThisWeek: true }],
]);

export const weekends = phraseTable<number>([
  ['this weekend', 0],
  ['weekend', 0],
  ['next weekend', 1],
]);

/** First and last day of a part of a month; the last one is cut to the month's length. */
export const monthParts = phraseTable<readonly [number, number]>([
  ['đầu', [1, 10]],
  ['giữa', [11, 20]],
  ['cuối', [21, 31]],
]);

export const monthsFromNow = phraseTable<number>([
  ['này', 0],
  ['nay', 0],
  ['sau', 1],
  ['tới', 1],
  ['kế', 1],
  ['sau nữa', 2],
  ['trước', -1],
  ['rồi', -1],
  ['vừa rồi', -1],
]);

export const yearsFromNow = phraseTable<number>([
  ['năm nay', 0],
  ['năm sau', 1],
  ['năm tới', 1],
  ['sang năm', 1],
]);

export const englishMonths = phraseTable<number>(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may', 'may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap(([long = '', short = ''], index) => [
    [long, index + 1] as const,
    ...(short === 'may' || short === 'mar' ? [] : [[short, index + 1] as const]),
  ]),
);

const wholeMonth = [1, 31] as const;
const endOfMonth = [21, 31] as const;

export const englishMonthsFromNow = phraseTable<{ ahead: number; days: readonly [number, number] }>([
  ['this month', { ahead: 0, days: wholeMonth }],
  ['next month', { ahead: 1, days: wholeMonth }],
  ['last month', { ahead: -1, days: wholeMonth }],
  ['end of the month', { ahead: 0, days: endOfMonth }],
  ['end of this month', { ahead: 0, days: endOfMonth }],
  ['end of next month', { ahead: 1, days: endOfMonth }],
]);

export type Span = 'day' | 'week' | 'month' | 'hour' | 'minute';

/** Units that days and hours are counted in. */
export const spans = phraseTable<Span>([
  ['ngày', 'day'],
  ['hôm', 'day'],
  ['bữa', 'day'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['tiếng', 'hour'],
  ['giờ', 'hour'],
  ['tiếng đồng hồ', 'hour'],
  ['giờ đồng hồ', 'hour'],
  ['h', 'hour'],
  ['phút', 'minute'],
  ['p', 'minute'],
  ['days', 'day'],
  ['day', 'day'],
  ['weeks', 'week'],
  ['week', 'week'],
  ['months', 'month'],
  ['month', 'month'],
  ['hours', 'hour'],
  ['hour', 'hour'],
  ['minutes', 'minute'],
]);

/** A number before one of these counts something and is neither a day nor an hour. */
export const countedThings = phraseTable<true>(
  (
    'buổi|lần|người|cc|ml|tuổi|kg|ký|kí|cân|cm|mét|m|phần trăm|triệu|tr|trieu|củ|cu|k|nghìn|ngàn|cành|lít|đồng|đ|vnd|vnđ|trăm|tỷ|' +
    'lớp|năm nay|tháng nay|tuần nay|ngày nay|năm|phút|p|giây|tiếng|ngày|tuần|tháng|hôm|bữa|shot|line|unit|đơn vị|vùng|nốt|suất|vé|gói|liệu trình|mũi|bé|đứa|khách|' +
    'chị em|bạn|con|cái|chai|hộp|viên|mặt|sao|điểm|giờ đồng hồ|tiếng đồng hồ|giá|sessions|people|days|weeks|months|hours|minutes|years'
  )
    .split('|')
    .map((word) => [word, true] as const),
);
