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
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
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
