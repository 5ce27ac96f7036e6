import { phraseTable } from '../text/phrase-table.ts';

export const moneyUnits = phraseTable<number>([
  ['triệu', 1_000_000],
  ['trịu', 1_000_000],
  ['tr', 1_000_000],
  ['củ', 1_000_000],
  ['m', 1_000_000],
  ['k', 1_000],
  ['nghìn', 1_000],
  ['ngàn', 1_000],
  ['cành', 1_000],
  ['trăm', 100_000],
  ['lít', 100_000],
  ['trăm nghìn', 100_000],
  ['trăm ngàn', 100_000],
  ['trăm k', 100_000],
  ['đồng', 1],
  ['đ', 1],
  ['vnd', 1],
  ['vnđ', 1],
]);

export const budgetPhrases: readonly string[] = [
  '(ngân sách|tài chính|kinh phí|budget) ..4 @money',
  '(chỉ|mới) có ..2 @money',
  'có ..2 @money thôi',
  '(dưới|không quá|tối đa|under|max|up to|below) @money',
  '@money (đổ lại|đổ về|trở lại|trở xuống|quay đầu|lại đổ)',
  'trong (tầm|khoảng|mức) ..1 @money',
  '(em|chị|mình|anh|tôi) (chỉ)? có ..2 @money',
  '(tầm|khoảng|cỡ|có|với) @money (thì)? ..2 (làm được|làm gì|đủ|nên làm)',
  'tầm (giá|tiền)? ..2 @money thôi',
  '(i have|i only have) (about)? @money',
  'đủ tiền ..2 @money',
];
