import { numberAt, wordSet } from '../text/numbers.ts';
import { phraseAt, phraseTable } from '../text/phrase-table.ts';
import type { Tokens } from '../text/tokens.ts';

const isYears = wordSet('tuổi yo');
const isGluedYears = wordSet('t tuổi');
const isYear = wordSet('years year');
const isOld = wordSet('old');
const isLimit = wordSet('từ trên dưới đủ hơn trước sau ngoài qua tầm');
const isAm = wordSet('i em mình chị con bé cháu tôi trai gái anh cô bạn được mới tầm');

/** "I'm 15", "năm nay em 25" */
function isIAm(tokens: Tokens, at: number): boolean {
  const [one, two] = [tokens.list[at - 2]?.raw.toLowerCase(), tokens.list[at - 1]?.raw.toLowerCase()];
  if (two === 'is' || two === 'aged' || two === 'turned') return isRelative.has(one ?? '');
  return (one === 'i' && (two === 'm' || two === 'am')) || phraseAt(thisYear, tokens, at - 3) !== undefined;
}

const isRelative = new Set([
  'daughter',
  'son',
  'she',
  'he',
  'sister',
  'brother',
  'kid',
  'child',
  'girl',
  'boy',
  'niece',
  'mom',
  'mother',
  'friend',
]);

const thisYear = phraseTable<true>(
  ['em', 'mình', 'chị', 'con', 'bé', 'cháu', 'tôi'].map((me) => [`năm nay ${me}`, true] as const),
);
const isAfterAge = wordSet('ạ rồi nha nhé đó tuổi thôi and can is');

function isEndOfAge(tokens: Tokens, at: number): boolean {
  const token = tokens.list[at];
  return token === undefined || token.isAfterPause || isAfterAge(tokens, at);
}

export type CountFound = { value: number; from: number; to: number };

/** "em 17 tuổi", "24t", "16 years old"; not "từ 18 tuổi", which asks for a limit. */
export function findAge(tokens: Tokens): CountFound | undefined {
  for (let at = 0; at < tokens.list.length; at += 1) {
    const number = numberAt(tokens, at);
    if (!number || number.value > 120 || isLimit(tokens, at - 1)) continue;
    if (isYears(tokens, number.to) && !tokens.list[number.to]?.isAfterPause)
      return { value: number.value, from: at, to: number.to + 1 };
    if (isYear(tokens, number.to) && isOld(tokens, number.to + 1))
      return { value: number.value, from: at, to: number.to + 2 };
    if (isIAm(tokens, at) && !number.isWritten && isEndOfAge(tokens, number.to))
      return { value: number.value, from: at, to: number.to };
    const isGlued =
      tokens.list[number.to]?.before === '' && isGluedYears(tokens, number.to) && isAm(tokens, at - 1);
    if (isGlued && number.value >= 10 && tokens.list[number.to + 1]?.before !== '')
      return { value: number.value, from: at, to: number.to + 1 };
  }
  return undefined;
}

/** Who is counted; each of them comes. */
const persons = phraseTable<true>(
  (
    'người|đứa|bạn|khách|suất|vé|chị em|mẹ con|vợ chồng|anh em|anh chị|bạn nữ|bạn nam|cặp vợ chồng|bạn gái|' +
    'people|persons|of us|friends|cháu|slot'
  )
    .split('|')
    .map((word) => [word, true] as const),
);
const isOrdinal = wordSet('thứ số mấy');
const isPeopleSlot = wordSet('slot suất vé');
const isFor = wordSet('đi for');
const isEnd = wordSet('ạ nha nhé nhe á được luôn');
const mostPeople = 20;

const isSpeaker = wordSet('em mình chị tôi anh con cháu cô');
const isAndWord = wordSet('với và cùng');
const relations = phraseTable<true>(
  (
    'bạn|bạn em|bạn mình|bạn chị|đứa bạn|mẹ|mẹ em|mẹ mình|ba|chồng|vợ|chị gái|em gái|con gái|con trai|cháu gái|bé nhà|người yêu|bạn trai|' +
    'bạn gái|bạn thân|đồng nghiệp|chị họ|em họ|bà xã|ông xã|nhỏ bạn|chị em|bạn nữa'
  )
    .split('|')
    .map((word) => [word, true] as const),
);
const isComing = wordSet('đi làm qua ghé tới đến đặt cùng chung');

/** "chị với con gái đi …", "em và 2 đứa bạn": whoever speaks comes too. */
function withOthers(tokens: Tokens, at: number): CountFound | undefined {
  if (!isSpeaker(tokens, at) || !isAndWord(tokens, at + 1)) return undefined;
  const number = numberAt(tokens, at + 2);
  const who = phraseAt(relations, tokens, number?.to ?? at + 2);
  const follows = who && [0, 1, 2].some((more) => isComing(tokens, who.to + more));
  return follows ? { value: 1 + (number?.value ?? 1), from: at, to: who.to } : undefined;
}

/** "2 người", "hai vợ chồng", "3 đứa", "for 2 people" */
export function findPeople(tokens: Tokens): CountFound | undefined {
  for (const at of tokens.list.keys()) {
    const together = withOthers(tokens, at);
    if (together) return together;
  }
  for (let at = 0; at < tokens.list.length; at += 1) {
    const number = numberAt(tokens, at);
    if (!number || number.value < 1 || number.value > mostPeople || isOrdinal(tokens, at - 1)) continue;
    // "t6" and "q7" are a day and a district.
    const isGlued = at > 0 && tokens.list[at]?.before === '';
    if (isGlued || tokens.list[number.to]?.isAfterPause) continue;
    const who = phraseAt(persons, tokens, number.to);
    // "một bạn" and "một chị" are somebody, not a number of guests.
    const isVague = number.isWritten && number.value === 1;
    if (who && !isVague && !(isPeopleSlot(tokens, number.to) && number.value === 1))
      return { value: number.value, from: at, to: who.to };
    const isLone = isFor(tokens, at - 1) && (number.to === tokens.list.length || isEnd(tokens, number.to));
    if (isLone && number.value > 1) return { value: number.value, from: at, to: number.to };
  }
  return undefined;
}
