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
  '(tầm|giá|tiền)? ..2 @money thôi',
  '(tối đa|cao nhất|nhiều nhất|trên dưới|loanh quanh|cỡ|trong khoảng|khoảng|tầm) ..1 @money ..2 (thôi|trở lại|đổ lại|là được|là hết|là cùng)',
  '(chi|bỏ ra|chi trả|trả|còn dư|có dư|đang dư|để dành|gom) (được|nổi)? ..2 @money',
  '(với|có) (số tiền|tiền)? ..1 @money ..2 (thì|nên|làm|đủ)',
  '(my budget|budget of|afford) ..3 @money',
  '(i have|i only have) (about)? @money',
  'đủ tiền ..2 @money',
];

/** Money that was taken, not money that may be spent. */
export const chargedPhrases: readonly string[] = [
  '(sai|nhầm|lố|lộn) ..6 (dư|thừa|thiếu|thêm|hơn|mất) ..1 @money',
  '(tính|thu|trừ|lấy|bắt|hoàn|trả lại|đền) ..3 (dư|thừa|thêm|lố|lại) ..1 @money',
];
