import { phraseTable } from '../../../understanding/text/phrase-table.ts';

/** What numbers count. Hours, days and weeks are counted in minutes, years in months, so that equal spans are equal numbers. */
export type Unit =
  | 'vnd'
  | 'percent'
  | 'minutes'
  | 'months'
  | 'session'
  | 'time'
  | 'cc'
  | 'age'
  | 'person'
  | 'branch'
  | 'doctor'
  | 'metre'
  | 'customer'
  | 'spot';

export type UnitWord = { unit: Unit; times: number };

const words = (unit: Unit, times: number, list: string) =>
  list.split('|').map((word) => [word, { unit, times }] as const);

export const unitWords = phraseTable<UnitWord>([
  ...words('minutes', 1, 'phút|p|minutes|minute|mins|min'),
  ...words('minutes', 60, 'tiếng|giờ|h|tiếng đồng hồ|giờ đồng hồ|hours|hour|hrs|giờ làm việc|working hours'),
  ...words('minutes', 24 * 60, 'ngày|hôm|bữa|ngày làm việc|days|day|working days'),
  ...words('minutes', 7 * 24 * 60, 'tuần|weeks|week'),
  ...words('months', 1, 'tháng|months|month'),
  ...words('months', 12, 'năm|years|year'),
  ...words('session', 1, 'buổi|sessions|session|buổi điều trị'),
  ...words('time', 1, 'lần|times|lượt'),
  ...words('cc', 1, 'cc|ml'),
  ...words('age', 1, 'tuổi|years old|year old|years of age'),
  ...words(
    'person',
    1,
    'người|bạn|khách|chị em|people|persons|person|guests|mẹ con|vợ chồng|vị khách|of you|friends',
  ),
  ...words('branch', 1, 'cơ sở|chi nhánh|branches|locations|clinics|cs'),
  ...words('doctor', 1, 'bác sĩ|doctors|dermatologists'),
  ...words('metre', 1, 'm|mét|metres|meters'),
  ...words('metre', 1_000, 'km|cây số'),
  ...words('customer', 1, 'khách hàng|lượt khách|customers|clients|ca'),
  ...words('spot', 1, 'nốt|vùng|areas|spots'),
  ...words('percent', 1, 'phần trăm|percent'),
]);

export const moneyScales = phraseTable<number>([
  ['triệu', 1_000_000],
  ['tr', 1_000_000],
  ['trịu', 1_000_000],
  ['củ', 1_000_000],
  ['million', 1_000_000],
  ['mil', 1_000_000],
  ['k', 1_000],
  ['nghìn', 1_000],
  ['ngàn', 1_000],
  ['ngìn', 1_000],
  ['cành', 1_000],
  ['thousand', 1_000],
  ['trăm', 100_000],
  ['trăm nghìn', 100_000],
  ['trăm ngàn', 100_000],
  ['trăm k', 100_000],
]);

/** After an amount that is already in full. */
export const currencyWords = phraseTable<true>([
  ['đồng', true],
  ['đ', true],
  ['vnd', true],
  ['vnđ', true],
  ['dong', true],
]);
