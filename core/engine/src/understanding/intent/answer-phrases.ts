/** Stand before an answer and say nothing themselves. */
export const answerFillers = 'dạ ạ em chị anh mình tôi thì à ơ vâng ừ bạn shop oh uh well thế vậy';

/** Stand after a short answer and say nothing themselves. */
export const afterAnswer =
  'ạ nha nhé nhe nhen nghen ơi em chị anh shop bạn chứ mà rồi luôn đó đi vậy á ha hen cô chú ad ok được đúng có đặt đấy nè';

/** A breath of nothing but politeness agrees when it holds one of these. */
export const politeYes = 'dạ vâng ừ';

export const agreements: readonly string[] = [
  '(đúng rồi|đúng|chuẩn|chính xác|đồng ý|chốt|xác nhận|nhất trí|hợp lý|ok|duyệt|yes|yeah|yep|yup|sure|correct|confirm|confirmed|agreed|perfect|👍|👌|✅|🆗)',
  "(that's right|that is correct|that's correct|sounds good|of course|go ahead|all good|looks good)",
  '(được rồi|được luôn|được em|được chị|được nha|được nhé|được ạ|phải rồi|rồi em|rồi ạ|ừ đúng)',
  'không (sao|vấn đề|có vấn đề|thành vấn đề|cần đổi|đổi gì|thay đổi)',
  '(sao|thế nào|gì|nào) cũng được',
  '(đặt|book|làm|giữ|hủy|đổi) (luôn|đi|giúp|giùm|vậy|thế) ..2',
];

export const bareAgreements: readonly string[] = ['(có|được|phải|rồi|đặt|tốt|right|good|great|fine)'];

/** Yes to what was asked, and to nothing else: "qua" to a reminder, "ổn" to "how is it?", "lấy" to an offer; nothing else may follow. */
export const askedAgreements: readonly string[] = [
  '(sẽ|vẫn|có|cũng)? (qua|tới|đến|ghé|lên|đi|có mặt|chạy qua|ghé qua|tham gia) (được|liền|đúng giờ|đúng hẹn|như hẹn)?',
  '(thấy|vẫn|cũng|rất|khá|quá)? (ổn|êm|khỏe|tốt|đẹp|hài lòng|ưng|ưng ý|thích|bình thường|đỡ|mượt) (lắm|rồi|hết|cả|hơn|luôn)?',
  '(lấy|chờ|giữ|nhận|đợi|nhớ|giữ lịch|giữ chỗ) (giờ|chỗ|lịch)? (đó|này|ấy|giúp|giùm)? (rồi)?',
  "(will come|i'll come|i will be there|i'll be there|coming|i'm fine|all fine|happy|satisfied|take it|i'll take it|i'll wait)",
];

/** No to what was asked: somebody is not well, or cannot come. */
export const askedRefusals: readonly string[] = [
  '(hơi|bị|còn|vẫn|đang|thấy|có|cũng|da|chỗ đó|nó)? (hơi|bị|còn|vẫn|đang)? (sưng|đau|rát|đỏ|ngứa|nhức|bầm|khó chịu|tê|mưng|chảy|châm chích) ..3',
  '(kẹt|bận|mắc|có việc|đi công tác|về quê) ..3',
  '(giữ|để) (lịch|nguyên|lại|nguyên lịch) ..2 (thôi|vậy|đi)?',
  "(can't make it|cannot make it|not feeling well|it hurts|it still hurts|busy)",
];

export const refusals: readonly string[] = [
  '(không|chưa|sai|thôi|nhầm|đừng|khỏi|trật|lộn|chưa đúng|no|nope|nah|wrong|incorrect|👎|❌) ..1',
  '(đâu có|đâu phải|làm gì có|không đúng|chưa chính xác)',
  '(not yet|not really|not correct|not right)',
  '(bị sai|bị nhầm|có sai|có nhầm) ..2',
];

/** The end of a question: what stands before it is asked and not answered. */
export const questionEnds: readonly string[] = [
  '(không|chưa|hả|hay sao|à|nhỉ|phải không|đúng không) (ạ|em|shop|chị|anh|bạn|vậy|ta|nhỉ|nhé)? (ạ)?',
];
