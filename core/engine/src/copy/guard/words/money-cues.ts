/** What an amount or a share in a reply is about. */
export const moneyCues = {
  discount: [
    'giảm (giá|thêm|còn|riêng|tới|đến|ngay|sâu|sốc|mạnh|nửa|hết|cho|tiền|được|@percent|@money)',
    '(được|đang|sẽ|vẫn|có|cũng|mỗi người|chỉ) giảm',
    '(bớt|ưu đãi|khuyến mãi|khuyến mại|voucher|coupon|mã giảm|sale|chiết khấu|hoàn tiền|cashback|hời)',
    '(off|discount|discounts|promotion|promo|deal|special offer|cheaper)',
    '(đồng giá|giá sốc|giá ưu đãi|giá đặc biệt|giá hời)',
  ],
  /** A gift or a favour that only a promotion could back. */
  gift: [
    '(tặng|biếu|khuyến mãi thêm|kèm quà|quà tặng|freeship)',
    'mua # (tặng|được)',
    '(buy one get|get one free|free gift|complimentary|extra session|free session)',
    'for free $',
    'miễn phí (thêm|luôn|kèm|cho chị|cho anh|cho mình) ..',
    '(nửa giá|half price|half off|giảm nửa|giảm một nửa|50 50)',
  ],
  /** The speaker offers a price of their own making. */
  favour: [
    '(em|bên em|quản lý|i|we) ..3 (bớt|giảm|tính|fix) ..2 (thêm|riêng|cho|rẻ|chị|anh|mình|you)',
    '(giảm|ưu đãi|giá) riêng',
    '(giá nội bộ|giá người quen|giá vip|giá rẻ hơn|price just for you|special price)',
    '(xin|nói) ..2 (quản lý|sếp|bác sĩ) ..2 (bớt|giảm|duyệt)',
    '(i can|we can|i could|i will|i ll) ..2 (give|offer|do|take) ..4 (off|discount|less|cheaper)',
  ],
  special: [
    '(sinh viên|học sinh|khách quen|khách vip|thành viên|khách thân thiết|người nhà|sinh nhật|đặt online|đặt qua|chuyển khoản trước|đặt hôm nay|students|members|vip)',
  ],
  running: ['(đang|hiện|hiện tại|hôm nay|bây giờ|vẫn|ngay|còn|now|currently|today|still)'],
  coming: ['(sắp|sẽ|sắp tới|từ ngày|bắt đầu|từ @when|upcoming|will|from @when|starting|soon)'],
  past: [
    '(đã hết|hết hạn|đã kết thúc|hết chương trình|không còn|đã qua|expired|ended|no longer|is over|trước đây|hồi)',
  ],
  promotionWord: [
    '(chương trình|ưu đãi|khuyến mãi|khuyến mại|giảm giá|combo|ctkm|promotion|offer|deal|discount|giảm|đồng giá)',
  ],
  total: [
    '(tổng|tổng cộng|cộng|cả hai|combo|tất cả|hết|together|altogether|total|gồm cả|trọn gói|cả gói|cả liệu trình)',
  ],
  package: ['(gói|combo|liệu trình|trọn gói|package|course|bundle|thẻ)'],
  perOne: [
    '(mỗi|một|1|từng|per|each|a|every) (buổi|lần|cc|vùng|nốt|session|ml|time|người|area|spot|shot|bạn|person)',
    '(buổi lẻ|giá lẻ|làm lẻ|đơn buổi)',
  ],
  saving: ['(tiết kiệm|lời|rẻ hơn|đỡ|lợi|chênh|save|saves|saving|cheaper by)'],
  left: ['(còn lại|phần còn lại|trả thêm|thanh toán thêm|remaining|balance|còn thiếu)'],
  fromPrice: ['(từ|chỉ từ|giá từ|thấp nhất|ít nhất|khởi điểm|bắt đầu|from|starts|starting|at least|min)'],
  upTo: ['(đến|tới|tối đa|cao nhất|không quá|up to|at most|max)'],
  depends: ['(tùy|tuỳ|dao động|depending|depends|varies)'],
  free: [
    '(miễn phí|không mất phí|không tính phí|không thu phí|free|0đ|0 đồng|free of charge|không tốn phí|khỏi trả)',
  ],
  surcharge: ['(phụ thu|phụ phí|phí phát sinh|phí dịch vụ|phí tư vấn|phí phạt|surcharge|extra fee|fine)'],
  budget: ['(ngân sách|tài chính|budget|kinh phí|mức giá mình|chị muốn trong tầm)'],
  newOnly: [
    '(khách mới|lần đầu|buổi đầu|buổi đầu tiên|người mới|mới làm lần|first session|first time|first visit|new customers|new customer|new clients|new client)',
  ],
  everyone: [
    '(khách cũ|khách quen|mọi khách|tất cả khách|ai cũng|khách nào cũng|existing customers|everyone|all customers|regular customers)',
    '(mọi|tất cả|các) (buổi|lần|dịch vụ)',
    '(không giới hạn|bao nhiêu (lần|buổi)|buổi nào|lần nào|every session|unlimited|all services)',
    'buổi (thứ)? # ..',
  ],
  alone: [
    '(một mình|đi lẻ|# người cũng|1 người|không cần đi|khỏi cần rủ|by yourself|alone|just one person|one person)',
  ],
  together: [
    '(# người|2 người|hai người|hai khách|2 khách|hai bạn|hai chị em|2 chị em|cùng bạn|rủ bạn|đi cùng|đi chung|với bạn|cùng nhau|hai mẹ con|người thân|two people|2 people|a friend|two of you|both of you|couple|together|bạn bè)',
  ],
  stacks: [
    '(cộng dồn|cộng thêm ưu đãi|dùng chung ưu đãi|kết hợp ưu đãi|cùng lúc hai ưu đãi|áp dụng đồng thời|gộp ưu đãi|combined|combine|stack)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
