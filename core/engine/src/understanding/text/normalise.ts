/** One word in the one spelling that all tables use: lower case, composed, tone marks in their old places. */
export function normaliseWord(written: string): string {
  return oldTonePlacement(onTheVowel(withoutStretching(written.toLowerCase().normalize('NFC'))));
}

/** "gía" and "qúa": the tone sits on a letter that belongs to the consonant before. */
function onTheVowel(word: string): string {
  return word.replace(/^(g[ìíỉĩị]|q[ùúủũụ])([aăâeêoôơuưy])/u, (_, lead: string, vowel: string) => {
    const [letter = '', tone = ''] = (lead[1] ?? '').normalize('NFD');
    return (lead[0] ?? '') + letter + (vowel + tone).normalize('NFC');
  });
}

/** Without diacritics: "nám", "năm" and "nằm" become the same, so this stands beside the written form and never replaces it. */
export function fold(text: string): string {
  return notAscii.test(text) ? text.replace(/[^\x20-\x7e]/gu, bareLetter) : text;
}

const notAscii = /[^\x20-\x7e]/;

/** Every letter of Vietnamese with its marks, and what it is without them: looked up some hundred times for a message. */
const bare: ReadonlyMap<string, string> = new Map(
  'a ă â e ê i o ô ơ u ư y d'.split(' ').flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].flatMap((tone) => {
      const letter = (vowel + tone).normalize('NFC');
      return [letter, letter.toUpperCase()].map((one) => [one, decomposed(one)] as const);
    }),
  ),
);

function bareLetter(letter: string): string {
  return bare.get(letter) ?? decomposed(letter);
}

function decomposed(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** "okkkk" and "đẹpppp" stretch one letter; no Vietnamese word doubles a letter three times. */
function withoutStretching(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

/** "huỷ" and "hủy", "hoà" and "hòa" are one word; phones write either. "quý" is not concerned: its u belongs to the q. */
function oldTonePlacement(word: string): string {
  for (const [newer, older] of tonePlacements) {
    if (word.endsWith(newer) && !(newer.startsWith('u') && word.at(-3) === 'q'))
      return word.slice(0, -newer.length) + older;
  }
  return word;
}

const tonePlacements: readonly (readonly [newer: string, older: string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
