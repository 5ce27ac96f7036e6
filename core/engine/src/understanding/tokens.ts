/** A message is read up to here; nobody says more in one that a machine should act on, and cost stays bounded. */
const mostCharacters = 4_000;

/** One word as it was written: lower case, composed (NFC), and beside it without diacritics. */
export type Token = { word: string; plain: string; start: number; end: number };

/** A message as words, with the way back to the original text. */
export type Tokens = {
  text: string;
  list: readonly Token[];
  /** The plain words with one space between and around them, for looking up phrases. */
  plain: string;
  /** The original words that a piece of `plain` stands for. */
  wordsAt(from: number, length: number): string;
};

/** Short spellings of chat language, by the plain form of what is meant. Only those that mean one thing. */
const shortForms: Readonly<Record<string, string>> = {
  k: 'khong',
  ko: 'khong',
  kh: 'khong',
  hok: 'khong',
  hong: 'khong',
  hem: 'khong',
  khum: 'khong',
  bn: 'bao nhieu',
  bnhiu: 'bao nhieu',
  bnhieu: 'bao nhieu',
  bhiu: 'bao nhieu',
  nhiu: 'bao nhieu',
  nhiêu: 'bao nhieu',
  dc: 'duoc',
  đc: 'duoc',
  dk: 'duoc',
  đk: 'duoc',
  ntn: 'nhu the nao',
  vs: 'voi',
  r: 'roi',
  oke: 'ok',
  okie: 'ok',
  oki: 'ok',
  okay: 'ok',
  e: 'em',
  c: 'chi',
  a: 'anh',
  j: 'gi',
  z: 'vay',
  zay: 'vay',
  dzay: 'vay',
  uh: 'u',
  uhm: 'u',
  um: 'u',
  sdt: 'so dien thoai',
  ib: 'nhan tin',
};

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[:/.-]\p{N}[\p{L}\p{N}]*)*/gu;

/** Without diacritics, and đ as d. */
export function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

export function tokensOf(message: string): Tokens {
  const text = message.slice(0, mostCharacters).normalize('NFC');
  const list: Token[] = [];
  const starts: number[] = [];
  let plain = ' ';
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0].toLowerCase();
    const token = {
      word,
      plain: shortForms[word] ?? plainOf(word),
      start: match.index,
      end: match.index + match[0].length,
    };
    list.push(token);
    starts.push(plain.length);
    plain += `${token.plain} `;
  }
  return {
    text,
    list,
    plain,
    wordsAt(from, length) {
      const first = list[starts.findLastIndex((start) => start <= Math.max(from, 1))];
      const last = list[starts.findLastIndex((start) => start < from + length)];
      return first && last ? text.slice(first.start, last.end) : '';
    },
  };
}

/** Whether a written word may stand for a word of a record: diacritics count as soon as the customer wrote any. */
export function isSameWord(token: Token, record: Pick<Token, 'word' | 'plain'>): boolean {
  if (token.word === record.word) return true;
  if (token.plain !== record.plain) return false;
  return token.word === plainOf(token.word) || record.word === record.plain;
}
