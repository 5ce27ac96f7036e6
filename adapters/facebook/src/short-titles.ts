import { cutBetweenCharacters } from '@glowbot/vendor-api';

/**
 * Titles of at most `limit` units, ending with "…" where a word was lost. Vietnamese treatments share long beginnings:
 * when two titles would look the same, all are numbered, so that the customer can still tell them apart.
 */
export function shortTitles(titles: readonly string[], limit: number): readonly string[] {
  const whole = titles.map((title) => title.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim());
  const short = whole.map((title) => shorten(title, limit));
  if (new Set(short).size === new Set(whole).size) return short;
  return whole.map((title, index) => {
    const number = `${index + 1}. `;
    return number + shorten(title, limit - number.length);
  });
}

function shorten(title: string, limit: number): string {
  if (title.length <= limit) return title;
  const head = title.slice(0, cutBetweenCharacters(title, limit - 1));
  const lastWord = head.lastIndexOf(' ');
  // Whole words read better, unless the first word alone fills the button.
  const atWord = title.charAt(head.length) !== ' ' && lastWord >= limit / 2 ? head.slice(0, lastWord) : head;
  return `${atWord.replace(/[\s,.;:–-]+$/, '')}…`;
}
