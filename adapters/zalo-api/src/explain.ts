import type { AccountTrouble } from '@glowbot/core';

/** What each trouble means and who must do what. */
const words: Readonly<Record<AccountTrouble, string>> = {
  'grant-lost': 'Zalo từ chối refresh token: chủ OA cần cấp quyền lại.',
  'renewal-lost':
    'Zalo đã đổi token nhưng câu trả lời bị mất giữa đường, token cũ không còn dùng được: chủ OA cần cấp quyền lại.',
  'renewal-denied':
    'Zalo chưa cho gia hạn kết nối vì thông tin ứng dụng không khớp: đơn vị vận hành cần kiểm tra App ID và khoá bí mật.',
  'not-permitted': 'Zalo đang giới hạn OA này: quản trị viên OA cần kiểm tra trạng thái OA.',
  unsubscribed: 'Zalo không gửi tin nhắn của OA này về nữa: quản trị viên ứng dụng cần bật lại webhook.',
  'second-bot':
    'Có một bot khác cũng đang trả lời khách trên OA này: hãy tắt bot đó, hoặc ghi nó vào danh sách người nói nếu muốn giữ.',
};

/** Numbers that say more than their class does (Zalo OA documentation, "error codes"). */
const byCode: ReadonlyMap<string, string> = new Map([
  ['-14002', 'Zalo không nhận App ID: ứng dụng chưa được kích hoạt trên trang nhà phát triển.'],
  ['-204', 'OA này đã bị Zalo khoá: quản trị viên OA cần liên hệ Zalo.'],
  ['-205', 'Zalo không còn thấy OA này.'],
  ['-209', 'Ứng dụng chưa được kích hoạt trên trang nhà phát triển của Zalo.'],
  ['-211', 'OA đã dùng hết hạn mức tin nhắn của gói: cần mua thêm hoặc chờ chu kỳ sau.'],
  ['-212', 'Ứng dụng chưa đăng ký sản phẩm Official Account API.'],
  ['-219', 'Ứng dụng đã bị gỡ hoặc bị khoá.'],
  ['-221', 'OA chưa được xác thực: cần xác thực OA với Zalo.'],
  ['-223', 'OA chưa cấp quyền này cho ứng dụng: chủ OA cần cấp quyền lại và giữ nguyên các ô đã chọn.'],
  ['-224', 'Gói OA hiện tại không có tính năng này: cần nâng cấp gói.'],
  ['-242', 'Khoá bí mật của ứng dụng không đúng: đơn vị vận hành cần kiểm tra.'],
  ['-320', 'Ứng dụng chưa liên kết với tài khoản ZBS.'],
  ['-321', 'Tài khoản ZBS đã hết tiền: cần nạp thêm.'],
]);

export function explainZalo(trouble: AccountTrouble, code: string | null): string {
  const isGrant = trouble === 'grant-lost' || trouble === 'renewal-lost';
  return (!isGrant && code !== null && byCode.get(code)) || words[trouble];
}
