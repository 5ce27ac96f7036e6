import { phraseTable } from '../text/phrase-table.ts';

type DayOfYear = { day: number; month: number };

export const solarFestivals = phraseTable<DayOfYear>([
  ['noel', { day: 25, month: 12 }],
  ['nô en', { day: 25, month: 12 }],
  ['giáng sinh', { day: 25, month: 12 }],
  ['christmas', { day: 25, month: 12 }],
  ['tết tây', { day: 1, month: 1 }],
  ['tết dương', { day: 1, month: 1 }],
  ['tết dương lịch', { day: 1, month: 1 }],
  ['valentine', { day: 14, month: 2 }],
  ['lễ tình nhân', { day: 14, month: 2 }],
  ['quốc tế phụ nữ', { day: 8, month: 3 }],
  ['phụ nữ việt nam', { day: 20, month: 10 }],
  ['quốc khánh', { day: 2, month: 9 }],
  ['quốc tế lao động', { day: 1, month: 5 }],
]);

export const lunarFestivals = phraseTable<DayOfYear>([
  ['giao thừa', { day: 30, month: 12 }],
  ['trung thu', { day: 15, month: 8 }],
  ['giỗ tổ', { day: 10, month: 3 }],
  ['giỗ tổ hùng vương', { day: 10, month: 3 }],
  ['vu lan', { day: 15, month: 7 }],
]);

export const lunarMonths = phraseTable<number>([
  ['giêng', 1],
  ['chạp', 12],
]);

export const afterTet = phraseTable<true>(
  [
    'sau tết',
    'ra tết',
    'qua tết',
    'hết tết',
    'ăn tết xong',
    'xong tết',
    'nghỉ tết xong',
    'tết xong',
    'sau kỳ nghỉ tết',
    'hết nghỉ tết',
    'qua cái tết',
    'sau tết âm',
    'sau tết nguyên đán',
    'after tet',
  ].map((phrase) => [phrase, true] as const),
);

export const beforeTet = phraseTable<true>(
  ['trước tết', 'trước tết âm', 'trước tết nguyên đán', 'before tet'].map(
    (phrase) => [phrase, true] as const,
  ),
);
