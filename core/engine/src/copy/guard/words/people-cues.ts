/** What is said of the people who treat. */
export const peopleCues = {
  doctorTitle: ['(bác sĩ|doctor|dr|bs)'],
  technicianTitle: ['(kỹ thuật viên|chuyên viên|điều dưỡng|y tá|technician|nurse|therapist)'],
  experience: ['(kinh nghiệm|trong nghề|tay nghề|năm nghề|experience|experienced|hành nghề)'],
  female: [
    '(bác sĩ|kỹ thuật viên|chuyên viên|là|doctor|bạn) (nữ|female|a woman)',
    '(female|woman) (doctor|technician)',
    'là (nữ|phụ nữ)',
  ],
  male: [
    '(bác sĩ|kỹ thuật viên|chuyên viên|là|doctor|bạn) (nam|male|a man)',
    '(male|man) (doctor|technician)',
    'là (nam|đàn ông)',
  ],
  does: [
    '(làm|thực hiện|tiêm|bắn|phun|điều trị|phụ trách|chuyên|trị|peel|triệt|khám|soi|cấy|xóa|nâng|đảm nhận|trực tiếp|do|perform|performs|do your|does|treat|treats|inject|injects|will do|specialises|specializes)',
  ],
  foreign: [
    '(bác sĩ|chuyên gia|doctor|specialist) ..2 (nước ngoài|hàn quốc|hàn|nhật|mỹ|pháp|singapore|thái|foreign|korean|from korea|from abroad|american|japanese)',
    '(tu nghiệp|du học|đào tạo) ..2 (tại|ở|từ)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Degrees and ranks, and how each may be written in a record. */
export const degrees: readonly (readonly [said: string, recorded: RegExp])[] = [
  ['(thạc sĩ|ths|thac si|master|masters)', /thạc sĩ|\bths\b/i],
  ['(tiến sĩ|phd|ph d)', /tiến sĩ|\bts\b/i],
  ['(giáo sư|professor|gs)', /giáo sư|\bgs\b/i],
  ['(phó giáo sư|pgs|associate professor)', /phó giáo sư|\bpgs\b/i],
  [
    '(chuyên khoa ii|chuyên khoa 2|chuyên khoa hai|ckii|ck2|ck ii|level ii specialist)',
    /chuyên khoa ii\b|\bckii\b/i,
  ],
  ['(chuyên khoa i|chuyên khoa 1|chuyên khoa một|cki|ck1|ck i)', /chuyên khoa i\b|\bcki\b/i],
  [
    '(trưởng khoa|giám đốc|viện trưởng|phó khoa|trưởng phòng|director|head of|chief|founder|nhà sáng lập)',
    /trưởng khoa|giám đốc|viện trưởng|sáng lập/i,
  ],
  ['(phẫu thuật thẩm mỹ|bác sĩ phẫu thuật|plastic surgeon|surgeon)', /phẫu thuật/i],
];

/** Languages as they are named, and their codes. */
export const languageNames: readonly (readonly [said: string, code: string])[] = [
  ['(tiếng anh|english)', 'en'],
  ['(tiếng hàn|korean)', 'ko'],
  ['(tiếng nhật|japanese)', 'ja'],
  ['(tiếng trung|tiếng hoa|chinese|mandarin)', 'zh'],
  ['(tiếng pháp|french)', 'fr'],
  ['(tiếng nga|russian)', 'ru'],
  ['(tiếng thái|speaks thai)', 'th'],
];
