/** Words that may stand for each other in a phrase; patterns name them as `<me>`. */
const groups: Readonly<Record<string, string>> = {
  me: 'em|chị|mình|anh|tôi|con|cháu|cô|chú|bác|dì|tao',
  you: 'bạn|em|shop|ad|admin|bên mình|bên em|bên bạn|bên shop|phòng khám|spa|mày',
  not: 'không|chưa|chẳng|đâu có|éo|đéo',
  ask: 'không|chưa|hả|hở|à|nhỉ|ta|phải không|đúng không|được không',
  what: 'gì|nào|sao|thế nào|như thế nào|ra sao|bao lâu|mấy|đâu',
  do: 'làm|tiêm|chích|bắn|peel|phun|xăm|triệt|cấy|lăn|nặn|đốt|xóa|tẩy|hút|trị|điều trị|chữa|laser|bơm|nâng|cắt',
  come: 'qua|ghé|tới|đến|lên|chạy qua|tạt|chạy tới|ghé qua',
  help: 'giúp|giùm|hộ|cho|với|dùm',
  slot: 'lịch|hẹn|chỗ|slot|ca|giờ|suất|buổi hẹn|cuộc hẹn|lịch hẹn|buổi|cái hẹn|booking|appointment',
  staff:
    'nhân viên|tư vấn viên|quản lý|lễ tân|người thật|admin|sếp|cskh|tổng đài|người phụ trách|giám đốc|bạn tư vấn|người tư vấn|chủ (shop|tiệm|spa|phòng khám)',
  others:
    'khách hàng khác|khách khác|người khác|các khách|khách hàng|khách trước|khách nào|mọi khách|tất cả khách|khách vip|những khách|khách quen',
};

const groupPattern = /<(\w+)>/g;

/** The pattern with its groups written out. */
export function withGroups(source: string): string {
  return source.replace(groupPattern, (_, name: string) => {
    const words = groups[name];
    if (words === undefined) throw new RangeError(`No group of words is called "${name}" in "${source}"`);
    return `(${words})`;
  });
}
