import type { AccountTrouble } from '@glowbot/core';

/** What each trouble means and who must do what. */
const words: Readonly<Record<AccountTrouble, string>> = {
  'grant-lost': 'Facebook không nhận token của trang nữa: quản trị viên trang cần kết nối lại.',
  'renewal-lost': 'Facebook không nhận token của trang nữa: quản trị viên trang cần kết nối lại.',
  'renewal-denied': 'Facebook từ chối gia hạn: quản trị viên trang cần kết nối lại.',
  'not-permitted':
    'Facebook đang giới hạn trang hoặc thiếu quyền: quản trị viên trang cần kiểm tra Chất lượng Trang.',
  unsubscribed: 'Facebook không gửi tin nhắn của trang về nữa: bấm "Kiểm tra lại" để đăng ký nhận tin lại.',
  'second-bot':
    'Có một bot khác cũng đang trả lời khách trên trang này: hãy tắt bot đó, hoặc ghi nó vào danh sách người nói nếu muốn giữ.',
};

/** Why a token died (Facebook Login, "handling invalid access tokens"), and a missing permission. */
const byCode: ReadonlyMap<string, string> = new Map([
  ['190/458', 'Quản trị viên đã gỡ ứng dụng khỏi tài khoản Facebook: cần kết nối lại trang.'],
  [
    '190/459',
    'Tài khoản Facebook của quản trị viên đang bị kiểm tra: người đó cần đăng nhập Facebook, rồi kết nối lại.',
  ],
  ['190/460', 'Quản trị viên đã đổi mật khẩu Facebook: cần kết nối lại trang.'],
  ['190/463', 'Token của trang đã hết hạn: cần kết nối lại trang.'],
  [
    '190/464',
    'Tài khoản Facebook của quản trị viên chưa được xác nhận: người đó cần xác nhận rồi kết nối lại.',
  ],
  ['190/467', 'Quản trị viên đã đăng xuất hoặc phiên bị huỷ: cần kết nối lại trang.'],
  ['190/492', 'Người đã kết nối không còn quyền quản trị trang: quản trị viên hiện tại cần kết nối lại.'],
  [
    'pages_messaging',
    'Thiếu quyền nhắn tin (pages_messaging): quản trị viên cần kết nối lại và giữ nguyên các ô đã chọn.',
  ],
  ['10/1893063', 'Facebook đang tạm hạn chế trang này: xem mục Chất lượng Trang.'],
  ['368', 'Facebook tạm chặn trang vì bị cho là lạm dụng: xem mục Chất lượng Trang.'],
]);

export function explainMeta(trouble: AccountTrouble, code: string | null): string {
  return (code !== null && byCode.get(code)) || words[trouble];
}
