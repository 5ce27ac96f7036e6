/** Where things are. */
export const placeCues = {
  at: ['(ở|tại|địa chỉ|chi nhánh|cơ sở|nằm|located|branch|at|in)'],
  branchWord: ['(cơ sở|chi nhánh|cn|phòng khám|branch|clinic)'],
  otherPlace: [
    '(hà nội|hanoi|đà nẵng|da nang|danang|cần thơ|can tho|hải phòng|huế|nha trang|đà lạt|vũng tàu|bình dương|biên hòa|đồng nai|long an|quy nhơn|buôn ma thuột|phú quốc|toàn quốc|cả nước|nationwide|singapore)',
    '(thủ đức|bình thạnh|gò vấp|tân bình|tân phú|phú nhuận|bình tân|nhà bè|hóc môn|củ chi|thảo điền|phú mỹ hưng|aeon|vincom|landmark 81)',
    '(quận|q|district) (#|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)',
  ],
  branchNumber: ['(cơ sở|chi nhánh|cs|cn|branch) (#|một|hai|ba|bốn|năm)'],
  near: [
    '(gần|cạnh|kế|kế bên|bên cạnh|sát|đối diện|ngay|cách|near|next to|opposite|across from|beside) ..3 @person',
  ],
  floor: ['(tầng|lầu|floor) ..1 (#|một|hai|ba|bốn|năm|trệt|hầm)'],
  parking: ['(gửi xe|đậu xe|đỗ xe|bãi xe|bãi|đậu ô tô|gửi ô tô|chỗ đậu|chỗ để xe|parking|park)'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
