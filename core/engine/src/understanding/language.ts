import type { Tokens } from './text/tokens.ts';

const english = new Set(
  (
    'the is are am was how what when where which who why can could please want would like price book booking appointment you your my me i we ' +
    'do does did have has for with about tomorrow today yes no thanks thank speak call need much many long it this that any after before ' +
    'district change cancel move available open close good morning afternoon evening monday tuesday wednesday thursday friday saturday sunday ' +
    'number name correct right sure anyone fine first second last one and or of to at on in be hello treatment acne hair removal painful hurt will if'
  ).split(' '),
);
const vietnamese = new Set(
  (
    'em chi anh minh toi khong ko k co cho gia bao nhieu la duoc dc nha nhe oi ad lam hom nay mai lich dat hoi muon ben da vang ' +
    'voi thi ma roi chua gi sao nao may gio sang chieu trua tuan thu ngay cam on tiem tri nam mun buoi lan con cai shop oke hok bn z vay'
  ).split(' '),
);

/** The language of a message, where it shows one: a number, a name or an "ok" belongs to both. */
export function languageOf({ list }: Pick<Tokens, 'list'>): 'vi' | 'en' | undefined {
  let votes = 0;
  for (const { raw, digits } of list) {
    if (digits !== undefined) continue;
    const written = raw.toLowerCase();
    if (/[^\p{ASCII}]/u.test(written) && /\p{L}/u.test(written)) votes -= 3;
    else if (english.has(written)) votes += 1;
    else if (vietnamese.has(written)) votes -= 1;
  }
  if (votes === 0) return undefined;
  return votes > 0 ? 'en' : 'vi';
}
