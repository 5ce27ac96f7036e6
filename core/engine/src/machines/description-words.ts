import type { Description } from './describe.ts';

type Words = Readonly<Record<string, Description>>;

/** What each state means, for the people of a clinic who watch a conversation; by path. */
export const stateWords: Words = {
  conversation: {
    vi: 'Cả cuộc trò chuyện: hoặc trợ lý trả lời, hoặc người thật giữ máy, không bao giờ cả hai.',
    en: 'The whole conversation: either the assistant answers or a person does, never both.',
  },
  automated: { vi: 'Trợ lý đang trả lời khách.', en: 'The assistant is answering.' },
  'automated.idle': {
    vi: 'Không còn gì phải hỏi hay trả lời; chờ khách nhắn.',
    en: 'Nothing is open; waiting for the customer.',
  },
  'automated.deciding': {
    vi: 'Vừa nghe khách nói: xét việc nào phải làm trước.',
    en: 'The customer has just spoken: what must come first is decided.',
  },
  'automated.answering': {
    vi: 'Trả lời điều khách hỏi từ hồ sơ của phòng khám.',
    en: 'What was asked is answered from the clinic’s records.',
  },
  'automated.checkingAvailability': {
    vi: 'Xem giờ khách hỏi còn trống không.',
    en: 'The calendar is asked whether that time is free.',
  },
  'automated.continuing': {
    vi: 'Quay lại việc đang dở sau khi đã trả lời.',
    en: 'After the answer, back to what was under way.',
  },
  'automated.talkingAside': {
    vi: 'Đáp một câu cho chuyện ngoài lề rồi quay lại.',
    en: 'Something said in passing gets one line, then back.',
  },
  'automated.greeting': {
    vi: 'Chào khách và hỏi quan tâm dịch vụ nào.',
    en: 'Greets and asks what it is about.',
  },
  'automated.inviting': { vi: 'Mời khách đặt hẹn.', en: 'Invites the customer to book.' },
  'automated.returning': {
    vi: 'Khách quay lại sau mấy ngày: nhắc việc dang dở lần trước.',
    en: 'Back after days: picks up what was left open.',
  },
  'automated.clarifying': {
    vi: 'Chưa hiểu ý khách: gợi ý những việc trợ lý làm được.',
    en: 'Not understood: says what can be asked for.',
  },
  'automated.refusingMinor': {
    vi: 'Khách chưa đủ tuổi cho dịch vụ này: từ chối nhẹ nhàng.',
    en: 'Too young for this treatment: kindly refused.',
  },
  'automated.askingPatience': {
    vi: 'Chưa ai trả lời khách: xin lỗi một câu thật lòng và gọi người kế tiếp.',
    en: 'Nobody has come yet: one honest word, and the next person is called.',
  },
  'automated.optingOut': { vi: 'Khách không muốn nhận tin nữa.', en: 'The customer wants no more messages.' },
  'automated.optingIn': { vi: 'Khách muốn nhận tin trở lại.', en: 'The customer wants messages again.' },
  'automated.puttingOff': { vi: 'Khách để sau; không hối thúc.', en: 'Put off; nobody is pressed.' },
  'automated.nudging': {
    vi: 'Khách im lặng: nhắc một lần câu đang hỏi.',
    en: 'Silence: one reminder of the open question.',
  },
  'automated.closing': { vi: 'Vẫn im lặng: khép lại lịch sự.', en: 'Still silent: a friendly end.' },
  'automated.remindingLead': {
    vi: 'Hỏi thăm khách từng quan tâm.',
    en: 'A word to somebody who was interested once.',
  },
  'automated.resuming': {
    vi: 'Nhân viên trả lại cuộc trò chuyện khi còn việc dở: làm tiếp.',
    en: 'Given back by staff with something open: taken up again.',
  },
  'automated.handingOver': {
    vi: 'Lời cuối trước khi chuyển cho người thật: ai trả lời, lúc nào.',
    en: 'Last words before people take over: who answers, and when.',
  },
  'automated.qualify': {
    vi: 'Hỏi cho đủ: dịch vụ nào, vùng nào, có gì không phù hợp.',
    en: 'What must be known first: treatment, area, nothing against it.',
  },
  'automated.qualify.checking': { vi: 'Xem còn thiếu điều gì.', en: 'What is still missing?' },
  'automated.qualify.askingTreatment': { vi: 'Hỏi khách muốn làm dịch vụ nào.', en: 'Asks which treatment.' },
  'automated.qualify.askingArea': { vi: 'Hỏi khách làm vùng nào.', en: 'Asks which area.' },
  'automated.qualify.askingScreening': {
    vi: 'Hỏi khách có thuộc trường hợp chống chỉ định không.',
    en: 'Asks whether anything speaks against it.',
  },
  'automated.book': {
    vi: 'Đặt hẹn: nơi, giờ, giữ chỗ, tên, số điện thoại, chốt.',
    en: 'The appointment: place, time, hold, name, phone, agreement.',
  },
  'automated.book.checking': { vi: 'Xem bước đặt hẹn nào còn thiếu.', en: 'Which step of booking is next?' },
  'automated.book.releasing': {
    vi: 'Khách đổi ý: bỏ chỗ đang giữ.',
    en: 'The wish has changed: the hold is given up.',
  },
  'automated.book.choosingBranch': { vi: 'Xem cơ sở nào còn giờ đó.', en: 'Which branches have that time?' },
  'automated.book.askingBranch': { vi: 'Hỏi khách ghé cơ sở nào.', en: 'Asks which branch.' },
  'automated.book.seeking': { vi: 'Tìm các giờ còn trống.', en: 'Looks for free times.' },
  'automated.book.askingTime': { vi: 'Mời khách chọn giờ.', en: 'Asks which time.' },
  'automated.book.holding': { vi: 'Giữ chỗ cho khách vài phút.', en: 'Keeps the slot for some minutes.' },
  'automated.book.offeringWaiting': {
    vi: 'Giờ đó đã kín: hỏi khách có muốn chờ không.',
    en: 'Full: asks whether to wait for that time.',
  },
  'automated.book.joiningWaitingList': {
    vi: 'Ghi tên vào danh sách chờ.',
    en: 'Puts the customer on the waiting list.',
  },
  'automated.book.takingFreed': {
    vi: 'Có chỗ vừa trống: giữ cho người đang chờ.',
    en: 'Something became free: held for whoever waits.',
  },
  'automated.book.offeringFreed': {
    vi: 'Hỏi người đang chờ có nhận chỗ vừa trống không.',
    en: 'Offers the freed slot.',
  },
  'automated.book.decliningFreed': {
    vi: 'Khách không nhận: nhường cho người kế tiếp.',
    en: 'Not taken: it goes to the next.',
  },
  'automated.book.askingContact': { vi: 'Xin tên và số điện thoại.', en: 'Asks for name and phone.' },
  'automated.book.askingName': { vi: 'Xin tên khách.', en: 'Asks for the name.' },
  'automated.book.askingPhone': { vi: 'Xin số điện thoại.', en: 'Asks for the phone number.' },
  'automated.book.askingAgreement': {
    vi: 'Đọc lại lịch hẹn và xin khách đồng ý.',
    en: 'Reads it back and asks for agreement.',
  },
  'automated.book.confirming': {
    vi: 'Khách đã đồng ý: ghi lịch hẹn.',
    en: 'Agreed: the appointment is made.',
  },
  'automated.book.moving': { vi: 'Khách đã đồng ý: dời lịch hẹn.', en: 'Agreed: the appointment is moved.' },
  'automated.book.awaitingDepositInVain': {
    vi: 'Hết hạn chờ cọc: lịch hẹn được bỏ.',
    en: 'The deposit did not come: the appointment is given up.',
  },
  'automated.book.booked': { vi: 'Đã có lịch hẹn.', en: 'Booked.' },
  'automated.change': { vi: 'Dời hoặc hủy một lịch hẹn đã có.', en: 'Moves or cancels an appointment.' },
  'automated.change.checking': { vi: 'Xem khách muốn dời, hủy hay giữ lịch.', en: 'Move, cancel or keep?' },
  'automated.change.finding': {
    vi: 'Tìm lịch hẹn của chính khách.',
    en: 'Looks for the customer’s own appointment.',
  },
  'automated.change.askingBooking': {
    vi: 'Khách có nhiều lịch: hỏi lịch nào.',
    en: 'Several: asks which one.',
  },
  'automated.change.askingCancel': {
    vi: 'Hỏi lại một lần trước khi hủy.',
    en: 'Asks once before it is cancelled.',
  },
  'automated.change.cancelling': {
    vi: 'Khách đã đồng ý: hủy lịch hẹn.',
    en: 'Agreed: the appointment is cancelled.',
  },
  'automated.change.keeping': { vi: 'Khách giữ lịch cũ.', en: 'The appointment stays.' },
  'automated.followUp': {
    vi: 'Trước và sau buổi hẹn: nhắc lịch, hỏi thăm, mời lại.',
    en: 'Before and after a visit: reminders, care, the next session.',
  },
  'automated.followUp.hearing': {
    vi: 'Nghe câu trả lời cho lời nhắc hoặc lời hỏi thăm.',
    en: 'Hears the answer to a follow-up.',
  },
  'automated.followUp.reminding': {
    vi: 'Nhắc lịch và hỏi khách có qua được không.',
    en: 'Reminds, and asks whether they will come.',
  },
  'automated.followUp.rescuing': {
    vi: 'Khách lỡ hẹn: mời chọn giờ khác.',
    en: 'Missed: another time is offered.',
  },
  'automated.followUp.checkingIn': {
    vi: 'Hỏi thăm sau khi làm.',
    en: 'Asks how they are after the treatment.',
  },
  'automated.followUp.askingReview': {
    vi: 'Hỏi khách có hài lòng không.',
    en: 'Asks whether they were pleased.',
  },
  'automated.followUp.invitingBack': {
    vi: 'Đến kỳ làm tiếp: mời khách đặt buổi sau.',
    en: 'Due again: invites to the next session.',
  },
  'automated.followUp.wishing': {
    vi: 'Chúc mừng sinh nhật khách, một câu, không mời mua gì.',
    en: 'A birthday greeting: one line, and nothing to sell.',
  },
  'automated.followUp.confirmed': { vi: 'Khách báo sẽ đến.', en: 'The customer will come.' },
  'automated.followUp.thanking': {
    vi: 'Cảm ơn khách, khép lời hỏi thăm.',
    en: 'Thanks, and the follow-up ends.',
  },
  handoff: {
    vi: 'Người thật giữ cuộc trò chuyện; trợ lý im lặng.',
    en: 'In human hands; the assistant is silent.',
  },
  'handoff.calling': { vi: 'Báo người kế tiếp trong lịch trực.', en: 'Tells the next person on call.' },
  'handoff.waitingForStaff': {
    vi: 'Đã báo; chờ nhân viên nhận.',
    en: 'Somebody was told; waiting for them.',
  },
  'handoff.acknowledged': {
    vi: 'Đã có người nhận, sắp nhắn cho khách.',
    en: 'Somebody has it and is about to write.',
  },
  'handoff.unattended': {
    vi: 'Đã báo hết lịch trực mà chưa ai nhận.',
    en: 'Everybody was told and nobody took it yet.',
  },
  'handoff.withStaff': {
    vi: 'Nhân viên đang nói chuyện với khách.',
    en: 'Staff are talking with the customer.',
  },
};

/** What each event means; by name. */
export const eventWords: Words = {
  'customer.said': { vi: 'Khách nhắn hoặc bấm chọn.', en: 'The customer wrote or tapped.' },
  'staff.tookOver': { vi: 'Nhân viên nhận cuộc trò chuyện.', en: 'Staff took the conversation over.' },
  'staff.said': { vi: 'Nhân viên nhắn cho khách.', en: 'Staff wrote to the customer.' },
  'staff.acknowledged': { vi: 'Nhân viên báo đã nhận.', en: 'Staff said that they have it.' },
  'staff.released': { vi: 'Nhân viên trả lại cho trợ lý.', en: 'Staff gave it back to the assistant.' },
  'staff.called': { vi: 'Lịch trực cho biết báo ai.', en: 'The rota said whom to tell.' },
  'concession.confirmed': { vi: 'Quản lý xác nhận mức giảm.', en: 'An owner stands by a reduction.' },
  'speaker.unsure': {
    vi: 'Có lời nhắn không rõ của ai.',
    en: 'Something was written, and it is not clear by whom.',
  },
  'turn.failed': {
    vi: 'Hệ thống không xử lý được tin của khách.',
    en: 'What the customer said could not be processed.',
  },
  'message.late': {
    vi: 'Tin của khách đến quá trễ để trợ lý tự trả lời.',
    en: 'The customer’s words came too late for the assistant to answer.',
  },
  'delivery.failed': { vi: 'Không gửi được cho khách.', en: 'An answer could not be delivered.' },
  'visit.completed': { vi: 'Khách đã đến làm.', en: 'The customer came.' },
  'visit.missed': { vi: 'Khách không đến.', en: 'The customer did not come.' },
  'deposit.received': { vi: 'Nhân viên đã nhận cọc.', en: 'Staff have the deposit.' },
  'timer.fired': { vi: 'Đến giờ đã hẹn.', en: 'A timer was due.' },
  'availability.known': { vi: 'Biết giờ đó còn trống ở đâu.', en: 'It is known where that time is free.' },
  'slots.found': { vi: 'Tìm được giờ trống.', en: 'Free times were found.' },
  'slots.none': { vi: 'Không còn giờ trống.', en: 'Nothing is free.' },
  'slot.held': { vi: 'Đã giữ chỗ.', en: 'The slot is kept.' },
  'slot.refused': { vi: 'Giờ đó không đặt được.', en: 'That time cannot be had.' },
  'slot.freed': {
    vi: 'Chỗ vừa trống đã giữ cho người đang chờ.',
    en: 'A freed slot is held for whoever waits.',
  },
  'booking.made': { vi: 'Đã ghi lịch hẹn.', en: 'The appointment is made.' },
  'booking.refused': { vi: 'Chỗ vừa bị người khác lấy.', en: 'Somebody else has the slot now.' },
  'booking.found': { vi: 'Tìm thấy lịch hẹn của khách.', en: 'The customer’s appointment was found.' },
  'bookings.several': { vi: 'Khách có nhiều lịch hẹn.', en: 'The customer has several appointments.' },
  'booking.none': { vi: 'Khách không có lịch hẹn nào như vậy.', en: 'There is no such appointment.' },
  'booking.moved': { vi: 'Đã dời lịch hẹn.', en: 'The appointment is moved.' },
  'booking.cancelled': { vi: 'Đã hủy lịch hẹn.', en: 'The appointment is cancelled.' },
  'waiting.joined': { vi: 'Đã vào danh sách chờ.', en: 'On the waiting list.' },
};
