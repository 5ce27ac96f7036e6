/** The subjects of a clinic's rules. A rule's own text is found by the same words. */
export const policyCues = {
  deposit: ['(cọc|đặt cọc|tiền cọc|deposit|deposits|prepay|trả trước)'],
  cancel: [
    '(hủy|hủy lịch|hủy hẹn|cancel|cancels|cancelling|canceling|cancellation)',
    '(sát giờ|không đến|no show|vắng)',
  ],
  reschedule: [
    '(đổi|dời|chuyển) (lịch|hẹn|giờ|ngày)',
    '(reschedule|rescheduling|change your appointment|move your appointment)',
  ],
  late: ['(trễ|muộn|đến trễ|tới trễ|late)', 'giữ chỗ ..3'],
  installment: ['(trả góp|góp|installment|installments|instalment|instalments)'],
  refund: ['(hoàn tiền|hoàn phần|hoàn lại|trả lại tiền|được hoàn|hoàn|refund|refunded|refunds|money back)'],
  invoice: ['(hóa đơn|vat|xuất hóa đơn|hóa đơn đỏ|invoice|invoices|receipt)'],
  payment: ['(thanh toán|trả bằng|nhận tiền|chuyển khoản|quẹt thẻ|tiền mặt|pay|payment|payments|accept)'],
  lead: ['(đặt trước|đặt lịch trước|hẹn trước|báo trước|in advance|book ahead|notice)'],
  warranty: ['(bảo hành|dặm|tái khám|chỉnh sửa|warranty|touch up|touchup|touch ups|follow up)'],
  callBack: [
    '(liên hệ|gọi lại|gọi cho|nhắn lại|phản hồi|trả lời|call you|call back|reply|get back|contact you)',
  ],
  minors: [
    '(dưới 18|chưa đủ 18|vị thành niên|under 18|minor|minors|underage|chưa đủ tuổi)',
    '(# tuổi|tuổi|years old)',
  ],
  /** A promise without limit, which no rule makes. */
  unlimited: [
    '(bao nhiêu (lần|buổi) cũng|lúc nào cũng|bất cứ lúc nào|bất kỳ lúc nào|khi nào cũng|không giới hạn|vô hạn|thoải mái|tùy thích|any time|anytime|whenever|as many times|unlimited|as often as)',
    '(trễ|muộn) ..2 (cũng được|không sao|vẫn được|thoải mái)',
    '(sát giờ|phút chót|last minute) ..5 (cũng được|vẫn được|không sao|không mất|miễn phí|free)',
  ],
  /** Somebody who stays away keeps their money. */
  keepsDeposit: [
    '(không đến|không tới|vắng|sát giờ|no show|bận) ..6 (trả lại|hoàn|không mất|lấy lại|giữ) ..2 (cọc|tiền)?',
    '(cọc|deposit) ..4 (hoàn lại|trả lại|được hoàn|refundable|refunded|hoàn)',
    '(trả lại|hoàn lại|hoàn) ..2 (cọc|deposit)',
    'without losing ..3 (deposit|money)',
    'cọc không ..2 (trừ|tính) ..',
  ],
  noDeposit: [
    '(không|khỏi|chưa|chẳng) (cần|phải|yêu cầu|bắt|thu|lấy|tốn|cần phải|bắt buộc|có)? (đóng|tiền|nộp)? (cọc|đặt cọc)',
    '(miễn|free|no) ..1 (cọc|deposit)',
    "(don't|doesn't|not|no) (need|require|take|ask for|needed)? ..1 deposit",
  ],
  otherMethods: [
    '(momo|zalopay|zalo pay|vnpay|viettel money|bitcoin|crypto|tiền ảo|tiền điện tử|usdt|paypal|ví điện tử|apple pay|google pay|séc|cheque|vàng|usd|đô la|dollars|euro|trả sau|ghi nợ|nợ|cod)',
  ],
  guardian: ['(cha mẹ|ba mẹ|bố mẹ|phụ huynh|giám hộ|người lớn|người nhà|parent|parents|guardian)'],
  noGuardian: [
    '(không cần|khỏi|không phải có) ..3 (cha mẹ|ba mẹ|bố mẹ|phụ huynh|giám hộ|người lớn)',
    '(đi một mình|tự đi|without ..2 (parent|parents|guardian))',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
