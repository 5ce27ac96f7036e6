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

/**
 * May stand between the words of a trouble: "da em hơi khô", "bụng nhiều mỡ", "môi bị thâm". None of them says anything
 * about it.
 */
export const amongTroubles =
  'em mình chị tôi anh con mẹ cô bị hơi rất nhiều quá khá cũng có nhìn thấy đang còn vẫn lại của hai bên cả vùng đầy toàn cứ nó này rồi ' +
  'xíu chút bắt đầu càng lúc nào ngày thì mà trông với';

/** What customers who write English call a part of the body, by its name in the records. */
export const englishAreas: ReadonlyMap<string, readonly string[]> = new Map([
  ['môi', ['lip', 'lips']],
  ['cằm', ['chin']],
  ['má', ['cheek', 'cheeks']],
  ['trán', ['forehead']],
  ['hàm', ['jaw', 'jawline', 'masseter']],
  ['nách', ['underarm', 'underarms', 'armpit', 'armpits']],
  ['chân', ['leg', 'legs', 'full legs']],
  ['tay', ['arm', 'arms', 'full arms']],
  ['bụng', ['belly', 'tummy', 'abdomen', 'stomach']],
  ['bắp tay', ['upper arm', 'upper arms', 'biceps']],
  ['mặt', ['face', 'full face']],
  ['cổ', ['neck']],
  ['mặt và cổ', ['face and neck']],
  ['mũi', ['nose']],
  ['lưng', ['back']],
  ['mép', ['upper lip', 'moustache', 'mustache']],
  ['toàn thân', ['full body', 'whole body']],
  ['bikini', ['brazilian']],
  ['rãnh cười', ['nasolabial', 'nasolabial folds', 'smile lines', 'smile line']],
  ['thái dương', ['temple', 'temples']],
  ['đuôi mắt', ["crow's feet", 'crows feet']],
  ['mắt', ['eye', 'eyes', 'under eye']],
]);

/** What else a part of the body is called, by its name in the records. */
export const spokenAreas: ReadonlyMap<string, readonly string[]> = new Map([
  ['toàn thân', ['cả người', 'toàn người', 'hết người', 'toàn body', 'cả body']],
  ['hàm', ['quai hàm', 'góc hàm']],
  ['mép', ['ria mép', 'ria']],
  ['đuôi mắt', ['khóe mắt']],
  ['rãnh cười', ['rãnh mũi', 'nếp cười']],
]);

/** Troubles as customers who write English call them, by words of the records. */
export const englishTroubles: readonly (readonly [trouble: string, called: readonly string[]])[] = [
  ['sẹo rỗ', ['acne scar', 'acne scars', 'acne scarring', 'pitted scars', 'scar', 'scars']],
  ['tàn nhang', ['freckle', 'freckles', 'age spots']],
  ['nám', ['dark patches', 'pigmentation', 'dark spots']],
  ['mụn', ['pimple', 'pimples', 'breakouts']],
  ['mụn đầu đen', ['blackheads']],
  ['lỗ chân lông', ['pores', 'large pores', 'big pores']],
  ['chảy xệ', ['sagging', 'saggy', 'sagging skin', 'loose skin']],
  ['da khô', ['dry skin']],
  ['mỡ bụng', ['belly fat']],
  ['rậm lông', ['body hair', 'unwanted hair']],
  ['hình xăm', ['tattoo', 'old tattoo']],
  ['nốt ruồi', ['mole', 'moles']],
  ['rụng tóc', ['hair loss', 'losing hair']],
  ['hói', ['bald', 'balding']],
  ['răng vàng', ['yellow teeth']],
];

/** Titles before which a given name is a person of the clinic. */
export const givenNameLeads: readonly string[] = ['bác sĩ', 'kỹ thuật viên', 'chuyên viên', 'doctor'];

/** How a district is called besides "quận". */
export const districtWords: readonly string[] = ['district', 'dist', 'd', 'q', 'quận'];
