export const angryPhrases: readonly string[] = [
  '(quá tệ|tệ quá|tệ hại|quá kém|lừa đảo|bóc phốt|tố cáo|vô trách nhiệm|chặt chém|khốn nạn|mất dạy|vô học|bực mình|bực|tức|bức xúc|quá đáng|không chấp nhận)',
  '(kiện|báo công an|đăng lên group|đăng lên mạng|đánh giá 1 sao) ..2',
  'làm ăn (kiểu gì|gì kỳ|như|vậy|thế)',
  '(ai|không|chẳng) thèm ..2',
  '(trả|đòi) (lại)? tiền (lại|đây|ngay|cho tôi)',
  '(đồ|bọn|lũ|tụi) (lừa|điên|khốn|chó|mất|ăn)',
  '(đm|vcl|vl|dm|clgt|đéo|đếch|wtf|fuck|shit|đkm)',
  '(chờ|đợi) ..1 (cả|mấy|hơn) ..1 (tiếng|giờ|ngày|tuần)',
  '(ridiculous|worst|scam|unacceptable|terrible|furious|angry|outrageous)',
];
