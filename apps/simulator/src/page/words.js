/** Every sentence of the page, Vietnamese first. */
const words = {
  vi: {
    title: 'Nhắn thử như khách hàng',
    lead: 'Gõ như một khách thật. Mọi câu trả lời là của máy chủ phòng khám.',
    deskLabel: 'Chọn kênh và khách',
    channelLabel: 'Kênh',
    more: 'Khách và phòng khám',
    clinic: 'Tài khoản phòng khám',
    name: 'Tên khách',
    newCustomer: 'Khách mới',
    speaking: 'Đang nhắn với tên',
    nobody: 'Chưa có ai: nhắn câu đầu tiên',
    staff: 'Nhân viên trả lời từ hộp thư',
    staffHint:
      'Tin này đi từ hộp thư của kênh, không qua máy chủ: đúng như khi nhân viên phòng khám tự trả lời khách.',
    staffSend: 'Trả lời',
    staffFirst: 'Khách cần nhắn trước một câu.',
    watch: 'Xem máy trạng thái',
    smallPrint: 'Bản mô phỏng chạy trên máy này. Không tin nhắn nào được gửi tới Zalo hay Facebook.',
    threadLabel: 'Cuộc trò chuyện',
    empty: 'Bắt đầu bằng một câu hỏi, như khách vẫn hay nhắn:',
    typing: 'Đang soạn tin',
    message: 'Tin nhắn',
    placeholder: 'Nhắn cho phòng khám…',
    send: 'Gửi',
    zaloKind: 'Official Account trên Zalo (mô phỏng)',
    facebookKind: 'Trang trên Messenger (mô phỏng)',
    lost: 'Mất kết nối với máy mô phỏng. Đang tự kết nối lại…',
    notSent: 'Chưa gửi được. Tin vẫn còn trong ô soạn, hãy thử lại.',
    clinicSays: 'Phòng khám:',
    staffAuthor: 'Nhân viên phòng khám',
    waiting: 'Đang gửi…',
    accepted: 'Phòng khám đã nhận',
    givenUp: 'Phòng khám không nhận được tin này',
    delivered: 'Đã tới máy',
    read: 'Đã xem',
    otherLanguage: 'English',
    defaultName: 'Trần Thị Thử',
    suggestions: [
      'Cho em hỏi giá peel da, mai 3h chiều còn chỗ không ạ?',
      'Bên mình trị nám bao nhiêu tiền một buổi ạ?',
      'Thứ bảy này em muốn đặt lịch soi da, có được không?',
      'Em đang có bầu, làm laser được không ạ?',
    ],
  },
  en: {
    title: 'Chat as a customer',
    lead: 'Type like a real customer. Every answer comes from the clinic’s own server.',
    deskLabel: 'Choose channel and customer',
    channelLabel: 'Channel',
    more: 'Customer and clinic',
    clinic: 'Clinic account',
    name: 'Customer’s name',
    newCustomer: 'New customer',
    speaking: 'Speaking as',
    nobody: 'Nobody yet: send a first message',
    staff: 'Staff answer from the inbox',
    staffHint:
      'This message leaves from the channel’s own inbox, not through the server: as when clinic staff answer by themselves.',
    staffSend: 'Reply',
    staffFirst: 'The customer has to write first.',
    watch: 'Watch the state machines',
    smallPrint: 'A simulation on this machine. No message is sent to Zalo or Facebook.',
    threadLabel: 'Conversation',
    empty: 'Start with a question, the way customers do:',
    typing: 'Typing',
    message: 'Message',
    placeholder: 'Write to the clinic…',
    send: 'Send',
    zaloKind: 'Official Account on Zalo (simulated)',
    facebookKind: 'Page on Messenger (simulated)',
    lost: 'Connection to the simulator lost. Reconnecting…',
    notSent: 'Not sent. Your text is still in the box, please try again.',
    clinicSays: 'Clinic:',
    staffAuthor: 'Clinic staff',
    waiting: 'Sending…',
    accepted: 'Received by the clinic',
    givenUp: 'The clinic did not get this message',
    delivered: 'Delivered',
    read: 'Seen',
    otherLanguage: 'Tiếng Việt',
    defaultName: 'Trần Thị Thử',
    suggestions: [
      'Cho em hỏi giá peel da, mai 3h chiều còn chỗ không ạ?',
      'How much is a chemical peel, and is tomorrow at 3 pm free?',
      'Thứ bảy này em muốn đặt lịch soi da, có được không?',
      'Em đang có bầu, làm laser được không ạ?',
    ],
  },
};

let language = localStorage.getItem('language') === 'en' ? 'en' : 'vi';

export const say = (key) => words[language][key];

export function switchLanguage() {
  language = language === 'vi' ? 'en' : 'vi';
  localStorage.setItem('language', language);
}

/** Puts the words into everything that names one; `lang` tells screen readers how to pronounce them. */
export function wordPage() {
  document.documentElement.lang = language;
  document.title = say('title');
  for (const element of document.querySelectorAll('[data-word]'))
    element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll('[data-word-label]')) {
    element.setAttribute('aria-label', say(element.dataset.wordLabel));
  }
  for (const element of document.querySelectorAll('[data-word-placeholder]')) {
    element.setAttribute('placeholder', say(element.dataset.wordPlaceholder));
  }
  const button = document.getElementById('language');
  button.textContent = say('otherLanguage');
  button.lang = language === 'vi' ? 'en' : 'vi';
}
