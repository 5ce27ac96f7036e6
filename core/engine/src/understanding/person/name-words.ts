import { phraseTable } from '../text/phrase-table.ts';

/** What introduces a name for certain; the boolean of the others says that the words after must look like one. */
export const introductions = phraseTable<'surely' | 'perhaps'>([
  ['tên', 'surely'],
  ['tên là', 'surely'],
  ['họ tên', 'surely'],
  ['họ và tên', 'surely'],
  ['tên khách', 'surely'],
  ['tên em', 'surely'],
  ['tên em là', 'surely'],
  ['tên mình', 'surely'],
  ['tên mình là', 'surely'],
  ['tên chị', 'surely'],
  ['tên chị là', 'surely'],
  ['tên anh', 'surely'],
  ['tên anh là', 'surely'],
  ['tên tôi là', 'surely'],
  ['my name is', 'surely'],
  ['name is', 'surely'],
  ['my name', 'surely'],
  ['name', 'surely'],
  ['call me', 'perhaps'],
  ['em là', 'perhaps'],
  ['mình là', 'perhaps'],
  ['chị là', 'perhaps'],
  ['anh là', 'perhaps'],
  ['tôi là', 'perhaps'],
  ['con là', 'perhaps'],
  ['cô là', 'perhaps'],
  ['gọi em là', 'perhaps'],
  ['gọi mình là', 'perhaps'],
  ['gọi chị là', 'perhaps'],
  ['đặt cho', 'perhaps'],
  ...['em', 'mình', 'chị', 'anh', 'cô', 'con', 'tôi'].flatMap((me) => [
    [`cứ gọi ${me}`, 'perhaps'] as const,
    [`gọi ${me}`, 'perhaps'] as const,
    [`${me} tên`, 'surely'] as const,
    [`${me} tên là`, 'surely'] as const,
  ]),
  ['i am', 'perhaps'],
  ["i'm", 'perhaps'],
  ['this is', 'perhaps'],
]);

/** Said before a name and no part of it. */
export const beforeName =
  'dạ vâng ok ừ mình em chị anh cô chú bạn là tên tôi tớ của khách bé cháu hi hello chào bác sdt số điện thoại zalo cho nhé rồi à đây này đó thì con yes it is its my name im';

/** Words that no name contains, in the spelling without capitals. */
export const neverInNames =
  'là ạ nha nhé nhe nghen hen nè đó đây này kia ấy thì mà và với của cho để không có được rồi chưa đã đang sẽ muốn cần hỏi xin giá bao nhiêu ' +
  'gì sao nào mấy đâu ai khi lúc ngày hôm nay giờ sáng trưa chiều tối đêm tuần tháng năm thứ chủ số sđt điện thoại zalo phone quận cơ sở chi nhánh đường ' +
  'đặt hẹn lịch book làm qua ghé tới đến đi lại đổi dời hủy dạ vâng ok ừ đúng sai em chị anh mình tôi bạn cô chú bác shop ad admin bên cái con ' +
  'người khách khách hàng sinh tuổi spa clinic phòng khám bác sĩ tiêm peel filler botox meso triệt trị nám mụn da mặt môi mắt cũ mới quen thân ' +
  'nhân viên chủ cộng tác học viên giáo mẹ bầu nữ nam giới việt kiều thấy biết nghe nói hay bị vì nên do tại trên dưới trong ngoài vào ra lên xuống ' +
  'cũng vẫn còn hết xong nữa luôn thôi quá lắm rất hơn nhất nếu như cùng từ ở về khoảng tầm combo gói dịch vụ liệu trình cảm ơn xin chào hello hi alo ' +
  'the a an is am are i my me you and to for at on in yes no please want would like can book appointment number district tomorrow today just looking here ' +
  'lh liên hệ ib zalo inbox interested ready sure fine good not new customer from what how when where why time phone date';

/** Family and given names that are common enough to be known without a capital letter. */
export const commonNames =
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn trịnh đinh lâm mai trương lương tạ châu ' +
  'ái an ánh ân bảo bích bình châu cúc cường diễm diệp diệu dung dũng duy duyên đan đào đạt đức giang hà hải hạnh hân hằng hiền hiếu hoa hòa hoài hồng huệ ' +
  'hùng hương hường huy huyền khang khánh khoa kiều kim lan lệ liên linh loan long ly mai minh my mỹ nam nga ngân nghi ngọc nguyên nguyệt nhàn nhân nhi nhiên nhung ' +
  'như oanh phong phúc phương phượng quân quang quyên quỳnh sơn sương tâm tân thanh thành thảo thắm thắng thi thiên thơ thu thùy thúy thủy thư thương tiên tiến ' +
  'toàn trà trang trâm trân trinh trúc tú tuấn tuyền tuyết tùng uyên vân vi việt vinh vy xuân yên yến hậu lợi nhã hoàn khuê an na anna linda lisa david john mary anh';

/** Known names that are everyday words as well: they need a capital letter or an introduction. */
export const alsoWords =
  'mai an anh nam năm minh thu thi hà hồ lê mỹ my như do long kim vi tú tư na lâm châu đào cúc hoa';
