/** Texts that cost a careless reader more than their length: everything ambiguous, nested, endless, or nearly a match. */
const seeds: Readonly<Record<string, string>> = {
  sentences: 'sáng mai 3h chị qua làm hifu mặt giá bao nhiêu, còn chỗ không em. ',
  'no marks': 'em muon lam hifu mat gia bao nhieu con cho khong ',
  negations: 'không có không phải không được không còn ',
  digits: '0',
  'short numbers': '1 ',
  dates: '1/1/1-2-3.4.5:6 ',
  'number words': 'một trăm hai mươi ba triệu rưỡi năm ',
  'one letter': 'a',
  'one marked letter': 'ế',
  'combining marks': 'e\u0301\u0323',
  brackets: '((((“““',
  pauses: ',.;!?\n',
  spaces: '   \t ',
  pictograms: '👩‍⚕️😘',
  mornings: 'sáng thứ hai hoặc ',
  people: 'chị Lan với em Mai và ',
  treatments: 'filler môi cằm má hifu peel nám mụn ',
  prices: '1tr5 500k 2 củ rưỡi 99.000đ ',
  'mixed scripts': 'абв 漢字 ñandú ',
};

export function wearyTexts(characters: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(seeds).map(([name, seed]) => [
      name,
      seed.repeat(Math.ceil(characters / seed.length)).slice(0, characters),
    ]),
  );
}
