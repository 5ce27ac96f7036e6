/** Words a customer may call themself that tell us how to answer. */
export const kinWords = ['chị', 'anh', 'cô', 'chú', 'bác', 'dì'] as const;

/** Words of somebody younger: they tell nothing about how to answer. */
export const juniorWords = ['em', 'con', 'cháu'] as const;

/** After these the word is the one something is done for, or whose it is: "giúp chị", "tên chị". */
export const ownsAfter =
  'cho giúp giùm hộ của tên sđt thoại nhà mặt môi mắt mũi má cằm trán nách để gọi nhắc vợ xã tay chân bụng người ghi vấn với gọi kêu';

/** Before these the word is who does or feels it: "chị muốn", "chị bị". */
export const actsBefore =
  'muốn cần đang bị đau định tính thấy thích chưa mới vừa sẽ đã tên là đặt hẹn book qua tới đến ghé đi bận rảnh chốt lấy suy nghĩ ' +
  'tiêm chờ đợi sợ ngại lỡ quên hủy đổi dời sinh đồng ok dùng uống từng làm không cũng hay chỉ về quay gọi hỏi xin ở nói thì mà đây nè ' +
  'trả tiêm phun triệt tập bầu mang cho đăng chạy kẹt';

/** After "có" the customer tells of themself: "chị có hỏi rồi", "chị có bầu". */
export const hasBefore = 'hỏi nhắn hẹn đặt gọi bầu thai lịch tiền da con cái';

/** Before these the word is who is asked for it: "chị tư vấn giúp em". */
export const askedFor =
  'tư báo check kiểm rep trả inbox ib xem coi giúp giùm hỗ xếp gửi gởi nhắn hướng giải mở bán nhận';

/** After these somebody is greeted, thanked or asked: "chào chị", "nhờ em". */
export const calledAfter =
  'chào hi hello alo ơn thanks lỗi nhờ phiền hỏi thưa gặp dạ vâng ạ nhé nha vậy không';

/** After these a bare "anh" is a picture: "gui anh". */
export const picturesAfter = 'gửi gởi xem coi chụp nhìn';

/** What may still follow at the end of a breath without saying anything. */
export const particles =
  'nha nhé ạ nhen hả nghen vậy nè hen hở nhỉ với luôn ơi đi em con cháu shop dạ rồi được không';

/** Together with these it is another word or another person: "chi phí", "chị gái", "bác sĩ", "cô dâu". */
export const otherPersons =
  'phí nhánh tiết tiêu hưởng ấy ta kia em chị nhân viên chủ gái ruột họ dâu rể sĩ giáo ý đó này lễ bạn chồng vợ';

/** Typed without diacritics these are mostly other words: có, chủ, bạc, gì, còn. */
export const mistakenFor: ReadonlySet<string> = new Set(['cô', 'chú', 'bác', 'dì', 'con', 'bạn']);

/** After "cho W" these leave no doubt, even without diacritics. */
export const asksBefore = 'hỏi xin đặt hẹn biết';
