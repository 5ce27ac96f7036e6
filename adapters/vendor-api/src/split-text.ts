/**
 * Cuts a text into messages of at most `limit` UTF-16 units: between paragraphs where it can, else sentences,
 * else words, and only a word longer than a whole message is cut between two characters.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.toWellFormed().normalize('NFC').trim();
  while (rest.length > limit) {
    const cut = cutWithin(rest, limit);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** From the best border to the worst; each match ends where the next part may begin. */
const borders = [/\n\s*\n/g, /\n/g, /[.!?…]["”’)]*\s/g, /[,;:]\s/g, /\s/g] as const;

function cutWithin(text: string, limit: number): number {
  // One unit more than fits: white space right after the last unit is a border too.
  const window = text.slice(0, limit + 1);
  for (const border of borders) {
    // A good border early on would leave a crumb of a message, so it must lie in the second half.
    const last = lastBorder(window, border);
    if (last > limit / 2) return last;
  }
  const anyWord = lastBorder(window, /\s/g);
  return anyWord > 0 ? anyWord : cutBetweenCharacters(text, limit);
}

function lastBorder(window: string, border: RegExp): number {
  let last = -1;
  for (const match of window.matchAll(border)) last = match.index + match[0].length;
  return last;
}

const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The last place at or before `limit` that is not inside what a reader sees as one character. */
export function cutBetweenCharacters(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const from = Math.max(0, limit - 64);
  const start = isLowSurrogate(text, from) ? from + 1 : from;
  const inside = characters.segment(text.slice(start, limit + 64)).containing(limit - start);
  const cut = start + (inside?.index ?? 0);
  if (cut > start) return cut;
  // One endless "character" of stacked marks: only the surrogate pair is sacred then.
  return isLowSurrogate(text, limit) && limit > 1 ? limit - 1 : limit;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
