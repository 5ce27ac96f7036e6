/** What customers wish, one a line; @ stands for what was found in the message. */
export const wishingExamples = {
  book: `
đặt lịch @treatment giúp em
đặt cho chị @when
cho em lịch @when
cho xin lịch @when
nhận lịch cho chị @when
hẹn @staff @when
hẹn chị @when nha
đăng ký @treatment
đăng ký giúp em một buổi @treatment
cho em một slot @treatment
cho anh một suất @when
giữ giúp em chỗ @when
lấy lịch @when nhé
lấy cho chị cái hẹn
lên lịch giúp em
xếp lịch @staff cho em
chốt @when nha
@when em qua nhé
@when chị ghé
@when chị qua làm @treatment
em tới @when
em muốn làm @treatment @when
em muốn đặt hẹn
chị muốn đi @treatment
mình muốn book @treatment
book @when nha shop
cho # người làm @treatment @when
em với bạn em muốn làm @treatment
set lịch cho mình
ghi chị vô @when
cho mẹ em một lịch @treatment
đặt luôn nha
làm luôn hôm nay
book an appointment
i would like to book @treatment
i want to make an appointment @when
schedule me for @when
can i book @when
put me down for @when`,
  reschedule: `
đổi lịch giúp em
dời lịch sang @when
em muốn dời hẹn
đổi qua @when nha
chuyển sang @when giúp chị
lịch @when đổi qua @when
cho mình lùi # phút
lùi lại một tiếng
hẹn lại hôm khác
cho em đổi ngày
đổi giờ được không
đổi sang cơ sở khác
đổi cho chị qua @branch
chị tới trễ hơn một tiếng được không
tới sớm hơn được không
dời xuống @when
em bận cho em dời lại
hoãn lại tuần sau nhé
kẹt rồi chuyển hôm khác
hủy lịch cũ đặt lại @when
reschedule my appointment
move my booking to @when
can i change the time
postpone to @when`,
  cancel: `
hủy lịch
hủy lịch @when giúp em
bỏ lịch nha
bỏ hẹn giúp chị
em không đi được nữa
chị không qua được hủy giúp
thôi không làm nữa
xóa lịch giùm
tạm hủy nha
khỏi hẹn nữa
không đặt nữa
hủy hết đi
em xin hủy buổi @treatment
cancel giúp mình
cancel my appointment
i cannot make it
please drop my booking`,
  defer: `
để em suy nghĩ
để chị tính đã
để chị hỏi chồng
để em bàn với mẹ
em hỏi lại gia đình đã
khoan đã
đợi chút
chờ xíu nha
chờ lãnh lương đã
có lương rồi làm
khi nào rảnh em nhắn
có gì em nhắn lại
em báo lại sau
để mai em trả lời
mai trả lời nha
chưa quyết được
chưa chắc nữa
tạm thời chưa làm
giờ chưa làm đâu
chưa tính làm
chưa có thời gian
em xem lịch đã
để xem đã
cần thêm thời gian
dịp khác nha
lần sau nhé
hôm khác đi
thôi để sau
từ từ đã em
mới hỏi thăm thôi
em tham khảo thôi
i will think about it
let me ask my husband
maybe later
i need more time
get back to you`,
  request_human: `
cho em gặp nhân viên
cho chị nói chuyện với người thật
nối máy cho bác sĩ
nối máy giúp mình
chuyển cho quản lý
gọi cho em
gọi lại chị
gọi lại số này
alo cho em nha
điện thoại cho chị
có ai nghe máy không
có nhân viên nào không
cho xin số hotline
cho số điện thoại bên mình
số nào gọi được
cần người tư vấn trực tiếp
bác sĩ tư vấn trực tiếp cho em
không nói với máy
ai đó trả lời em với
kêu quản lý ra đây
talk to a human
let me speak to someone
i need a real person
call me please
can someone call me`,
  opt_out: `
đừng nhắn nữa
đừng gửi tin nữa
ngừng gửi quảng cáo
thôi nhắn cho chị
không muốn nhận tin
hủy nhận tin
hủy đăng ký
bỏ theo dõi
chặn tin quảng cáo
tắt thông báo
xóa số em đi
gỡ em khỏi danh sách
khỏi nhắn nha
phiền quá đừng nhắn
stop messaging me
unsubscribe me
no more messages
do not text me`,
  opt_in: `
nhận tin lại
mở lại thông báo
bật lại tin khuyến mãi
cho em nhận tin như cũ
đăng ký nhận tin
đăng ký nhận ưu đãi
gửi tin lại cho em nhé
em muốn nhận tin khuyến mãi
tiếp tục gửi tin
subscribe again
turn messages back on`,
} as const;
