/** The n-th choice in words; -1 is the last. */
export const optionPhrases: readonly { option: number; says: readonly string[] }[] = [
  {
    option: 1,
    says: [
      '(cái|khung|giờ|ca|slot|lựa chọn|chỗ|lịch|cơ sở|option)? (đầu tiên|đầu|thứ nhất|số một|trên cùng|sớm nhất)',
      'cái (số)? 1',
      '(the)? first ..1',
      'earliest',
    ],
  },
  {
    option: 2,
    says: [
      '(cái|khung|giờ|ca|slot|lựa chọn|chỗ|lịch|option) (thứ|số)? (hai|nhì|2)',
      '(cái|khung|giờ) (ở)? giữa',
      'số hai',
      '(the)? second ..1',
    ],
  },
  {
    option: 3,
    says: ['(cái|khung|giờ|ca|slot|lựa chọn|chỗ|lịch|option) (thứ|số)? (ba|3)', 'số ba', '(the)? third ..1'],
  },
  {
    option: 4,
    says: ['(cái|khung|giờ|ca|slot|lựa chọn|lịch|option) (thứ|số)? (tư|bốn|4)', '(the)? fourth ..1'],
  },
  {
    option: -1,
    says: [
      '(cái|khung|giờ|ca|slot|lựa chọn|chỗ|lịch)? (cuối cùng|cuối|sau cùng|chót|dưới cùng|trễ nhất|muộn nhất|sau chót)',
      '(the)? (last|latest) ..1',
    ],
  },
];
