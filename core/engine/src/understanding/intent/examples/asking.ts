/** Things customers ask, one a line; @ stands for what the clinic's records hold. */
export const askingExamples = {
  ask_price: `
tính tiền sao em
@treatment tính sao vậy
làm # buổi thì tính thế nào
tổng cộng hết mấy
@treatment bao tiền
bao tiền một lần
có tốn tiền không
phải trả tiền không
mất phí không em
có mất tiền không
@treatment mấy đồng
cho xem bảng giá
gửi bảng giá giúp em
báo giá @treatment giúp chị
@treatment bên mình nhiêu một lần
giá bên em sao
một buổi nhiêu tiền vậy
trọn gói mấy triệu
rẻ nhất là gói nào
gói nào rẻ
@area thì bao nhiêu
còn @treatment thì bao nhiêu
thế @treatment giá sao
làm hết cả mặt giá nhiêu
tầm bao nhiêu thì làm được
khoảng mấy triệu
bao nhiêu cho một liệu trình
phí bao nhiêu ạ
đóng bao nhiêu tiền
giá dao động bao nhiêu
giá từ bao nhiêu
có đắt lắm không
@treatment có mắc không
how much for @treatment
what is the price of @treatment
cost of @treatment please
what's the cost
how much do you charge
price for one session
what are your rates`,
  ask_promotion: `
đang có chương trình gì không
có ưu đãi nào cho khách mới không
tháng này sale gì không
khách cũ có được giảm không
còn giảm giá không em
nghe nói đang mua # tặng #
có tặng kèm gì không
đi nhóm có được giảm không
đi # người có rẻ hơn không
voucher dùng được không
mã này còn xài được không
ưu đãi còn tới bao giờ
thấy quảng cáo giảm # mà còn không
lễ này có khuyến mãi không
sinh nhật được tặng gì
combo nào đang ưu đãi
làm nhiều buổi có giảm không
giới thiệu bạn có được gì không
có quà gì không shop
có thẻ thành viên không
flash sale khi nào
@when có khuyến mãi gì
any promotions now
do you have a discount
is the offer still valid
student discount`,
  ask_treatment_info: `
@treatment là làm gì
@treatment có tác dụng gì
làm @treatment có ổn không
@treatment hợp với da nào
@treatment nên làm mấy lần
nên làm @treatment hay @treatment
da em thì nên làm gì
da vậy thì chọn gói nào
nên bắt đầu từ đâu
tư vấn cho em với
tư vấn giúp chị dịch vụ phù hợp
muốn tìm hiểu @treatment
em muốn hỏi về @treatment
làm xong có phải nghỉ không
làm xong bao lâu thì đẹp
bao lâu mới thấy kết quả
mấy hôm thì lành
có phải kiêng gì không
kiêng nước mấy ngày
có được rửa mặt không
có được trang điểm liền không
có cần ủ tê không
có để lại sẹo không
có bị thâm không
có đau lắm không ạ
@treatment dùng máy gì
thuốc của hãng nào
sản phẩm có chính hãng không
có hình khách làm rồi không
cho xem hình trước sau
cho xem kết quả
một buổi kéo dài bao lâu
làm mất bao nhiêu thời gian
bao lâu làm lại một lần
giữ được bao lâu vậy
có hết hẳn không
có trị dứt điểm không
có tái lại không
bên mình có làm @treatment không
shop có nhận làm @notOffered không
có dịch vụ @notOffered không
@concern thì điều trị sao
@treatment bị hỏng thì xử lý sao
quy trình làm thế nào
gồm những bước nào
cần chuẩn bị gì trước khi làm
có an toàn không
có tác dụng phụ không
da mỏng làm được không
em # tuổi làm @treatment được không
# tuổi có làm được không
da em làm @treatment được không
bình thường hay sao
có phải là bình thường không
sau khi làm chăm sóc sao
what brand do you use
does @treatment hurt
how long does it last
is there downtime
how many sessions do i need
what does @treatment do
do you offer @treatment
can you do @treatment
what do you recommend for my skin`,
  ask_location: `
phòng khám ở đâu
shop nằm ở đường nào
số mấy đường nào vậy
bên mình số nhà mấy
cho xin địa chỉ cụ thể
xin địa chỉ
gửi vị trí cho chị
gửi map đi em
ở quận mấy thế
gần chợ nào
gần chỗ em không
đi từ @area qua bao xa
cách đây bao xa
mình ở @branch thì qua đâu gần
cơ sở nào gần nhất
có chi nhánh ở tỉnh không
có bao nhiêu cơ sở
đi đường nào tới
tìm hoài không ra chỗ
tới nơi chưa thấy bảng hiệu
có chỗ để xe không
gửi xe ở đâu
có chỗ đậu xe hơi không
có thang máy không
lầu mấy vậy em
chỉ đường giúp chị
ở @branch hả
@branch nằm khúc nào
where is the clinic
how do i get there
is it near the center
is there parking
what's your address
are you in district #`,
  ask_hours: `
mấy giờ mở cửa vậy
mở tới mấy giờ
mấy giờ nghỉ
làm tới mấy giờ tối
@when có mở không
@when có làm không
@when nghỉ không em
cuối tuần có làm việc không
ngày lễ có mở cửa không
tết nghỉ từ ngày nào
lịch nghỉ lễ sao em
trưa có nghỉ không
có làm buổi tối không
giờ hoạt động thế nào
làm việc mấy ngày một tuần
@branch mở cửa lúc nào
khi nào mở lại
giờ này còn mở không
what are your opening hours
are you open @when
when do you close
do you work on holidays`,
  ask_doctor: `
ai làm cho em vậy
bác sĩ nào phụ trách
bác sĩ tên gì
bác sĩ làm hay nhân viên làm
người làm có tay nghề không
người làm có bằng cấp không
@staff có giỏi không
@staff còn làm ở đó không
@staff hôm nay có đi làm không
@staff làm lâu chưa
@staff là bác sĩ hả
bác sĩ bao nhiêu năm kinh nghiệm
bác sĩ học trường nào
bác sĩ nam hay nữ
em muốn bác sĩ nữ làm
có được chọn bác sĩ không
bạn nào phun mày đẹp nhất
ai tay nghề cứng nhất
bác sĩ có trực tiếp làm không
who is the doctor
is the doctor experienced
can i have a female doctor
who does the @treatment`,
  ask_availability: `
@when còn chỗ không
@when còn lịch không ạ
@when được không em
@when ok không
@when có trống không
@when thế nào
lịch @staff @when thế nào
@staff @when có rảnh không
@staff còn trống giờ nào
còn khung nào không
còn giờ nào trống
có chen được không
qua liền được không
giờ qua có người làm không
đông khách không em
@when có đông không
phải chờ lâu không
khi nào thì có lịch
sớm nhất là khi nào
gần nhất còn ngày nào
@when full chưa
kín lịch chưa vậy
còn nhận khách không
còn kịp không em
xếp được @when không
do you have anything @when
any availability @when
is @when free
what times are available
can i come @when`,
  ask_policy: `
có phải cọc không
cọc bao nhiêu
không đến thì có mất cọc không
bận không đi được thì sao
đến trễ thì sao
trễ # phút có được không
hủy thì có bị gì không
đổi lịch có tốn phí không
có hoàn tiền không
không làm tiếp thì có trả lại tiền không
gói để được bao lâu
gói có hạn không
bảo hành bao lâu
có bảo hành không
làm hỏng thì sao
có dặm lại miễn phí không
thanh toán thế nào
chuyển khoản được không
cà thẻ được không
trả góp được không
có xuất hóa đơn không
hình của em có bị đăng không
thông tin có được bảo mật không
có cho trẻ con vào không
dẫn con theo được không
bé đi theo mẹ được không
tặng gói cho người khác được không
chuyển gói cho bạn được không
do you take cards
is there a deposit
can i get a refund
what is your cancellation policy
do you accept credit cards`,
} as const;
