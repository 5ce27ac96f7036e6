import { phraseTable } from '../text/phrase-table.ts';
import type { PartOfDay } from '../understanding.ts';

/** `null` stands for words that only look like a part of the day. */
export const partsOfDay = phraseTable<PartOfDay | null>([
  ['sáng', 'morning'],
  ['buổi sáng', 'morning'],
  ['sáng sớm', 'morning'],
  ['đầu giờ sáng', 'morning'],
  ['ban sáng', 'morning'],
  ['morning', 'morning'],
  ['trưa', 'noon'],
  ['buổi trưa', 'noon'],
  ['giờ nghỉ trưa', 'noon'],
  ['nghỉ trưa', 'noon'],
  ['ban trưa', 'noon'],
  ['noon', 'noon'],
  ['lunchtime', 'noon'],
  ['lunch time', 'noon'],
  ['chiều', 'afternoon'],
  ['buổi chiều', 'afternoon'],
  ['xế chiều', 'afternoon'],
  ['đầu giờ chiều', 'afternoon'],
  ['ban chiều', 'afternoon'],
  ['chiều tối', 'evening'],
  ['afternoon', 'afternoon'],
  ['tối', 'evening'],
  ['buổi tối', 'evening'],
  ['đêm', 'evening'],
  ['khuya', 'evening'],
  ['ban đêm', 'evening'],
  ['ban tối', 'evening'],
  ['tối muộn', 'evening'],
  ['tối khuya', 'evening'],
  ['evening', 'evening'],
  ['night', 'evening'],
  ['ngày lẫn đêm', null],
  ['ngày đêm', null],
  ['sáng da', null],
  ['sáng màu', null],
  ['sáng bóng', null],
  ['sáng mịn', null],
  ['sáng hồng', null],
  ['sáng lên', null],
  ['sáng hơn', null],
  ['sáng đều', null],
  ['sáng khỏe', null],
  ['sáng tone', null],
  ['sáng đẹp', null],
  ['sáng mặt', null],
  ['da sáng', null],
  ['làm sáng', null],
  ['dưỡng sáng', null],
  ['trắng sáng', null],
  ['tươi sáng', null],
  ['tối màu', null],
  ['tối da', null],
  ['tối đa', null],
  ['tối thiểu', null],
  ['tối ưu', null],
  ['da tối', null],
  ['xỉn tối', null],
  ['tối sạm', null],
  ['tối đi', null],
  ['chiều cao', null],
  ['chiều dài', null],
  ['chiều khách', null],
  ['chiều lòng', null],
  ['một chiều', null],
  ['kem đêm', null],
  ['good morning', null],
  ['good afternoon', null],
  ['good evening', null],
  ['good night', null],
  ['chào buổi sáng', null],
  ['chào buổi chiều', null],
  ['chào buổi tối', null],
  ['ăn sáng', null],
  ['ăn trưa', null],
  ['ăn tối', null],
  ['ngủ trưa', null],
]);

/** Minutes by which the hour said after them is missed; before it is reached they are subtracted. */
export const englishQuarters = phraseTable<number>([
  ['half past', -30],
  ['quarter past', -15],
  ['quarter to', 15],
]);
export const englishNumbers = phraseTable<number>(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index + 1] as const,
  ),
);

/** After the end of office work. */
export const afterWork = phraseTable<true>(
  (
    'sau giờ làm|hết giờ hành chính|ngoài giờ hành chính|sau giờ hành chính|tan làm|sau giờ tan làm|hết giờ làm|ngoài giờ|tan sở|' +
    'giờ tan làm|sau khi tan làm|đi làm về|sau giờ làm việc|ngoài giờ làm|after work'
  )
    .split('|')
    .map((phrase) => [phrase, true] as const),
);

export const rightNow = phraseTable<true>(
  [
    'bây giờ',
    'bây h',
    'bi giờ',
    'ngay lúc này',
    'ngay bây giờ',
    'lúc này',
    'ngay giờ',
    'right now',
    'giờ luôn',
    'now',
  ].map((phrase) => [phrase, true] as const),
);

/** Before a number of hours: a stretch of time and not an hour. */
export const stretchWords = 'mất đợi chờ tốn suốt trong kéo tê ủ kiêng nhịn vòng cần cách mỗi cứ';
