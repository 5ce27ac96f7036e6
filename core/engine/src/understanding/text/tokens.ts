import { respelled } from './chat-spelling.ts';
import { bareMeanings, standsAlone } from './plain-words.ts';
import { fold, normaliseWord } from './normalise.ts';
import { shortForms } from './short-forms.ts';

/**
 * A message is read up to here. Nobody says more in one message that a machine should act on, and so a message of
 * 100 kB costs no more than one of 4.
 */
const mostCharacters = 4_000;

/** One word or one run of digits. "3h30" is three tokens, glued together. */
export type Token = {
  /** In the one spelling of all tables: short forms written out. */
  word: string;
  plain: string;
  /** Further readings of a short form. */
  others: readonly string[];
  /** The letters of all readings, under which an index of plain words may know it. */
  forms: readonly string[];
  /** Typed without diacritics where they are to be expected: any word with these letters may be meant. */
  isLoose: boolean;
  /** What a run of digits is worth. */
  digits: string | undefined;
  /** Exactly as typed, and where. */
  raw: string;
  start: number;
  end: number;
  /** What stands between this token and the one before: '' glued, ' ' a space, else marks such as '/' or ', '. */
  before: string;
  /** A pause of speech stands before: a new line, a comma, the end of a sentence. */
  isAfterPause: boolean;
};

export type Tokens = {
  text: string;
  list: readonly Token[];
  /** The words as typed that tokens `from` up to, not including, `to` stand for. */
  words(from: number, to: number): string;
};

/** A word of a table, ready to be compared with tokens. */
export type TableWord = { word: string; plain: string };

const runPattern = /\p{Nd}+|\p{Extended_Pictographic}|[\p{L}\p{M}]+/gu;
const pausePattern = /[,;!?\n…()"“”|•]|\.(?:\s|$)|\s[-–—]\s|\.\.|\s\.\s?|:\s?\)/;
const markedPattern = /[^\p{ASCII}]/u;
const digitsPattern = /^\p{Nd}/u;
const invisiblePattern = /\u200b|\u200c|\u200d|\ufe0f|\ufeff|\u00ad/g;

/** How much of a message must carry diacritics before its bare words are taken as meant bare. */
const accentedShare = 0.25;

export function tokensOf(message: string): Tokens {
  const text = message.slice(0, mostCharacters).replace(invisiblePattern, '').normalize('NFC');
  const runs = [...text.matchAll(runPattern)];
  const letters = runs.filter(([run]) => !digitsPattern.test(run) && run.length > 1);
  const marked = letters.filter(([run]) => markedPattern.test(run));
  const isAccented = marked.length > 0 && marked.length >= letters.length * accentedShare;

  const list: Token[] = [];
  let end = 0;
  for (const run of runs) {
    const before = text.slice(end, run.index).replace(/\s+/g, (gap) => (gap.includes('\n') ? '\n' : ' '));
    const isGlued = before === '' && list.length > 0;
    const tokens = tokensOfRun(run[0], run.index, before, isGlued, isAccented);
    // "bao nhiu": the short form of both words beside the first of them.
    const isSaidTwice = tokens.length > 1 && list.at(-1)?.word === tokens[0]?.word;
    list.push(...(isSaidTwice ? tokens.slice(1) : tokens));
    end = run.index + run[0].length;
  }
  return {
    text,
    list,
    words: (from, to) => text.slice(list[from]?.start ?? 0, list[to - 1]?.end ?? 0),
  };
}

function tokensOfRun(
  raw: string,
  start: number,
  before: string,
  isGlued: boolean,
  isAccented: boolean,
): Token[] {
  const place = { raw, start, end: start + raw.length, before, isAfterPause: pausePattern.test(before) };
  if (digitsPattern.test(raw)) {
    const digits = raw.replace(/[^0-9]/g, '');
    return [
      {
        ...place,
        word: raw,
        plain: raw,
        others: [],
        forms: [raw],
        isLoose: false,
        digits: digits || undefined,
      },
    ];
  }
  const normal = normaliseWord(raw);
  // Letters glued to a number are units or hours, not chat language: "500k", "3h".
  const readings = isGlued ? [normal] : (shortForms[normal] ?? [normal, ...respelled(normal)]);
  const [main = normal, ...others] = readings;
  return main.split(' ').map((word, index) => {
    const plain = fold(word);
    const further = index > 0 ? [] : [...others, normal].filter((other) => other !== word);
    return {
      ...place,
      ...(index > 0 ? { before: ' ', isAfterPause: false } : {}),
      word,
      plain,
      others: further,
      forms: further.length === 0 ? [plain] : [...new Set([plain, ...further.map(fold)])],
      isLoose: word === plain && word === normal && !(isAccented && standsAlone.has(word)),
      digits: undefined,
    };
  });
}

export function tableWord(written: string): TableWord {
  const word = normaliseWord(written);
  return { word, plain: fold(word) };
}

/** Whether a token may stand for a word of a table. Diacritics that were typed must agree. */
export function isWord(token: Token | undefined, { word, plain }: TableWord): boolean {
  if (!token) return false;
  if (token.word === word) return true;
  if (token.isLoose) return token.forms.includes(plain) && bareMeanings.get(token.word)?.has(word) !== false;
  return token.others.length > 0 && token.others.includes(word);
}

/** Table phrases are cut into words just as messages are. */
export function tableWords(phrase: string): TableWord[] {
  return [...phrase.normalize('NFC').matchAll(runPattern)].map(([run]) => tableWord(run));
}
