const listed = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/**
 * Syllables with which nothing can be claimed: courtesy, particles, and verbs of asking, telling and choosing. They may be added to
 * a sentence, dropped or exchanged. What can promise, permit, deny, bound, count, compare, praise, heal, price, complete or name is
 * left out on purpose: such a word stands in a wording where the clinic's own sentence has it, and nowhere else.
 */
export const harmlessWords = listed(
  'dạ vâng ạ ừ à ơi nhé nha nhá nè ha hen thế vậy thì là mà cũng với cho của để về ở tại này đây đó lúc',
  'em bên ra vào lên thêm lại chào xin cảm ơn phép mong',
  'nhắn tin gửi nói kể báo hỏi trả lời giúp hỗ trợ tư vấn xem chọn muốn cần biết ý thích tiện quan tâm',
  'ghé làm suy nghĩ cân nhắc chờ gì nào sao đâu ai như cứ hãy câu dịch vụ thông',
);

/** How a customer may be addressed; never otherwise than the clinic's own sentence does. */
export const addresses = listed('mình anh chị cô chú bác bạn cháu con quý khách ông bà');

/** Words that say little about what a customer wants: a message may be full of them and still be understood. */
export const everydayWords: ReadonlySet<string> = new Set([
  ...harmlessWords,
  ...addresses,
  ...listed(
    'không chưa có được phải nên sẽ đã đang rồi xong chỉ đều tất cả luôn mới vừa còn vẫn từ đến tới trong theo nếu khi hay hoặc và qua',
    'gi thật rất quá lắm hơn một chút xíu tí nhiều mấy bao lâu giá mức khoảng loại phần việc trước sau hiện lịch hẹn ngày giờ buổi',
    'rõ hiểu vui lòng lỗi nữa ngay nhanh yên tâm chuyện điều vùng nơi chỗ cơ sở tên hy vọng các những từng mỗi thể thoải mái sẵn sàng',
  ),
]);
