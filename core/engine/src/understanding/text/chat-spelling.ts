/**
 * Further spellings that a typed word may stand for, by rules of Vietnamese chat spelling rather than word by word:
 * "thág" is "tháng", "fun" "phun", "chìu" "chiều", "triêt" "triệt" or "triết", "nhậtt" "nhật", "thík" "thích".
 */
export function respelled(word: string): string[] {
  const spellings = new Set<string>();
  for (const [slip, meant] of rules) {
    if (slip.test(word)) for (const to of meant) spellings.add(word.replace(slip, to));
  }
  const stop = withoutTone.exec(word);
  if (stop) for (const tones of [acute, dot]) spellings.add(withTone(word, stop[1] ?? '', tones));
  spellings.delete(word);
  return [...spellings];
}

const rules: readonly (readonly [slip: RegExp, meant: readonly string[]])[] = [
  [/(\p{L})\1/u, ['$1']],
  [/(?<=[aăâeêioôơuưyáắấéếíóốớúứýàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷạặậẹệịọộợụựỵ])g$/u, ['ng']],
  [/^f/, ['ph']],
  [/^j/, ['gi', 'd']],
  [/^d?z/, ['d', 'v', 'gi']],
  [/^w/, ['qu']],
  [/^k(?=[aăâoôơuưáàảạắấậốộớợ])/u, ['c']],
  [/iu$/, ['iêu']],
  [/ìu$/, ['iều']],
  [/íu$/, ['iếu']],
  [/ỉu$/, ['iểu']],
  [/ịu$/, ['iệu']],
  [/k$/, ['ch', 'c']],
];

/** A syllable that ends in a stop always has a tone; where only the vowel's own mark was typed, the tone was left out. */
const withoutTone = /^[^áắấéếíóốớúứýạặậẹệịọộợụựỵ]*?([ăâêôơư])(?:[ptc]|ch)$/u;

const acute: Readonly<Record<string, string>> = { ă: 'ắ', â: 'ấ', ê: 'ế', ô: 'ố', ơ: 'ớ', ư: 'ứ' };
const dot: Readonly<Record<string, string>> = { ă: 'ặ', â: 'ậ', ê: 'ệ', ô: 'ộ', ơ: 'ợ', ư: 'ự' };

function withTone(word: string, vowel: string, tones: Readonly<Record<string, string>>): string {
  const at = word.lastIndexOf(vowel);
  return word.slice(0, at) + (tones[vowel] ?? vowel) + word.slice(at + vowel.length);
}
