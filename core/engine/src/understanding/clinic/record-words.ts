/** What is done in a clinic; followed by a part of the body it may be enough to know the treatment. */
export const treatmentVerbs: ReadonlySet<string> = new Set([
  'tiêm',
  'bơm',
  'triệt',
  'chích',
  'giảm',
  'độn',
  'nâng',
  'căng',
]);

/** May stand between the doing and the part of the body. */
export const areaLeads: readonly string[] = ['', 'vùng ', 'cả ', 'nguyên '];

/** "da khô" is also "da em khô": whose it is may stand after the part of the body. */
export const bodyParts: ReadonlySet<string> = new Set([
  'da',
  'môi',
  'mặt',
  'má',
  'cằm',
  'bụng',
  'mày',
  'hàm',
]);
export const owners: readonly string[] = ['em', 'mình', 'chị', 'tôi', 'anh', 'con'];

/** Titles before which a given name is a person of the clinic. */
export const givenNameLeads: readonly string[] = ['bác sĩ', 'kỹ thuật viên', 'chuyên viên', 'doctor'];

/** How a district is called besides "quận". */
export const districtWords: readonly string[] = ['district', 'dist', 'd', 'q', 'quận'];
