import { wordSet } from '../text/numbers.ts';
import { phraseAt } from '../text/phrase-table.ts';
import { normaliseWord } from '../text/normalise.ts';
import type { Token, Tokens } from '../text/tokens.ts';
import { alsoWords, beforeName, commonNames, introductions, neverInNames } from './name-words.ts';
import type { PhoneFound } from './phone.ts';

export type NameFound = { name: string; from: number; to: number };

const isBeforeName = wordSet(beforeName);
/** "chị Tư", "Năm": children named by their order. */
const isNumberName = wordSet('hai ba tư năm sáu bảy tám chín mười út cả');
const never = new Set(neverInNames.split(' '));
const isCommon = wordSet(commonNames);
const alsoWord = new Set(alsoWords.split(' '));
const mostWords = 5;

export type NameContext = {
  phone: PhoneFound | undefined;
  isAskedFor: boolean;
  /** Words that are known to be records of the clinic. */
  isTaken: (at: number) => boolean;
};

/** A name as the customer wrote it: introduced, beside the phone number, or alone where it was asked for. */
export function findName(tokens: Tokens, context: NameContext): NameFound | undefined {
  return (
    introduced(tokens, context) ??
    besidePhone(tokens, context) ??
    (context.isAskedFor ? answer(tokens, context) : undefined)
  );
}

function introduced(tokens: Tokens, { isTaken, isAskedFor }: NameContext): NameFound | undefined {
  for (let at = 0; at < tokens.list.length; at += 1) {
    const intro = phraseAt(introductions, tokens, at);
    if (!intro) continue;
    const from = afterFillers(tokens, intro.to);
    if (from > intro.to && tokens.list[from]?.isAfterPause) continue;
    const isCapital = isAskedFor && startsWithCapital(tokens.list[from]);
    const name = nameAt(tokens, from, isTaken, intro.value === 'surely' || isCapital ? 'any' : 'name');
    if (name) return name;
  }
  return undefined;
}

/** "Trang 0966000777", "Anna, 0906000777", "0912345678 Lan" */
function besidePhone(tokens: Tokens, { phone, isTaken }: NameContext): NameFound | undefined {
  if (!phone) return undefined;
  let from = beforePhone(tokens, phone.from);
  const end = from;
  while (
    from > 0 &&
    end - from < mostWords &&
    isNameWord(tokens, from - 1, isTaken) &&
    !isBreak(tokens, from, end)
  )
    from -= 1;
  while (from < end && !looksLikeName(tokens, from)) from += 1;
  if (from < end) return nameOf(tokens, from, end);
  return nameAt(tokens, afterFillers(tokens, phone.to), isTaken, 'name');
}

/** A pause may part a name from the number, but not the name from itself. */
function isBreak(tokens: Tokens, from: number, end: number): boolean {
  return from < end && (tokens.list[from]?.isAfterPause ?? false);
}

function beforePhone(tokens: Tokens, at: number): number {
  let end = at;
  while (end > 0 && isBeforeName(tokens, end - 1) && !startsWithCapital(tokens.list[end - 1])) end -= 1;
  return end;
}

/** The whole of a short answer, without its politeness. */
function answer(tokens: Tokens, { phone, isTaken }: NameContext): NameFound | undefined {
  const from = afterFillers(tokens, 0);
  if (phone && from >= phone.from) return nameAt(tokens, afterFillers(tokens, phone.to), isTaken, 'any');
  return nameAt(tokens, from, isTaken, 'any');
}

function afterFillers(tokens: Tokens, at: number): number {
  let from = at;
  while (isBeforeName(tokens, from) && !isNameDespiteFiller(tokens.list[from])) from += 1;
  return from;
}

function isNameDespiteFiller(token: Token | undefined): boolean {
  return token !== undefined && startsWithCapital(token) && alsoWord.has(normaliseWord(token.raw));
}

/** How sure the words around are that a name stands here: 'any' word will do, or it must look like a 'name'. */
type Demand = 'any' | 'name';

function nameAt(
  tokens: Tokens,
  from: number,
  isTaken: (at: number) => boolean,
  demand: Demand,
): NameFound | undefined {
  const isCapital = startsWithCapital(tokens.list[from]);
  let to = from;
  while (
    to - from < mostWords &&
    isNameWord(tokens, to, isTaken) &&
    !(to > from && tokens.list[to]?.isAfterPause)
  ) {
    if (isCapital && !startsWithCapital(tokens.list[to])) break;
    to += 1;
  }
  if (to === from || (demand === 'name' && !looksLikeName(tokens, from))) return undefined;
  if (isCapital) return nameOf(tokens, from, to);
  // Small letters: known names, or an answer so short that it can be nothing else.
  const isShort = to - from <= 3 && isEndOfBreath(tokens, to);
  const isKnown = isCommon(tokens, from);
  return isKnown || (demand === 'any' && isShort)
    ? nameOf(tokens, from, isShort ? to : from + knownWords(tokens, from, to))
    : undefined;
}

function knownWords(tokens: Tokens, from: number, to: number): number {
  let count = 0;
  while (from + count < to && isCommon(tokens, from + count)) count += 1;
  return Math.max(count, 1);
}

const isParticle = wordSet('ạ nha nhé nhe nghen em chị anh bạn shop đó nè hen á');

function isEndOfBreath(tokens: Tokens, at: number): boolean {
  const token = tokens.list[at];
  return token === undefined || token.isAfterPause || token.digits !== undefined || isParticle(tokens, at);
}

function isNameWord(tokens: Tokens, at: number, isTaken: (at: number) => boolean): boolean {
  const token = tokens.list[at];
  if (!token || token.digits !== undefined || isTaken(at) || !/^\p{L}/u.test(token.raw)) return false;
  const written = normaliseWord(token.raw);
  if (startsWithCapital(token) && (isCommon(tokens, at) || isNumberName(tokens, at))) return true;
  // A short form such as "ko" hides a word that no name contains.
  return (
    !never.has(written) &&
    !(token.word !== written && never.has(token.word)) &&
    !isUnmarkedNever(token, written)
  );
}

/** "khong" and "lich" are those words without their marks; "Lan" and "Nga" are nobody's. */
function isUnmarkedNever(token: Token, written: string): boolean {
  return token.isLoose && unmarkedNever.has(written) && !startsWithCapital(token);
}

const unmarkedNever: ReadonlySet<string> = new Set(
  'khong lich dat hen gia bao nhieu gi sao nao may dau khi ngay hom gio sang trua chieu toi tuan thang thu chu quan co so duong duoc roi chua da muon can hoi xin'.split(
    ' ',
  ),
);

function looksLikeName(tokens: Tokens, at: number): boolean {
  const token = tokens.list[at];
  if (!token) return false;
  if (startsWithCapital(token) && isNumberName(tokens, at)) return true;
  if (startsWithCapital(token))
    return !never.has(normaliseWord(token.raw)) || alsoWord.has(normaliseWord(token.raw));
  return isCommon(tokens, at) && !alsoWord.has(normaliseWord(token.raw));
}

function startsWithCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.raw);
}

function nameOf(tokens: Tokens, from: number, to: number): NameFound | undefined {
  const name = tokens.words(from, to).replace(/\s+/g, ' ');
  return name.length > 0 && name.length <= 80 ? { name, from, to } : undefined;
}

/** Words that are somebody's given name, written with a capital inside a sentence: whose it is the words around tell. */
export function findPersons(tokens: Tokens): { from: number; to: number }[] {
  return tokens.list.flatMap((token, at) =>
    at > 0 && startsWithCapital(token) && (isCommon(tokens, at) || isNumberName(tokens, at))
      ? [{ from: at, to: at + 1 }]
      : [],
  );
}
