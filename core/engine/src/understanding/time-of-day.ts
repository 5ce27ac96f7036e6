import type { Tokens } from './tokens.ts';
import type { PartOfDay, When } from './understanding.ts';

type Time = Pick<When, 'time' | 'timeRange' | 'partOfDay'>;

const hourPattern =
  / (?:(\d{1,2})(?:h|g)(\d{2})?p?|(\d{1,2}):(\d{2})|(\d{1,2}) (?:gio|h|g)(?: (\d{2})(?= ))?|(\d{1,2})(?= ruoi )) (ruoi|kem (\d{1,2}))?/;
const rangePattern = / (?:tu )?(\d{1,2})(?:h|g| gio)?(?:-| den | toi | - )(\d{1,2})(?:h|g| gio) /;
const bareHour = / (\d{1,2}) /;

/** Words of the day's parts. "tối" needs its accent or a neighbour that makes it one: "tôi" and "tới" fold to the same letters. */
const parts: readonly [RegExp, PartOfDay][] = [
  [/ sang (?!da )/, 'morning'],
  [/ trua /, 'noon'],
  [/ (?:xe )?chieu (?!cao )/, 'afternoon'],
];

export function findTime(tokens: Tokens, expectsTime: boolean): { time: Time; words: string } | undefined {
  const part = findPart(tokens);
  const range = rangePattern.exec(tokens.plain);
  if (range) {
    const from = clock(Number(range[1]), 0, part?.part);
    const to = clock(Number(range[2]), 0, part?.part);
    if (from && to && from <= to)
      return { time: { timeRange: [from, to] }, words: tokens.wordsAt(range.index, range[0].length - 1) };
  }
  const match = hourPattern.exec(tokens.plain) ?? (expectsTime ? bareHour.exec(tokens.plain) : null);
  if (match) {
    const time = timeOf(match, part?.part);
    if (time) return { time: { time }, words: tokens.wordsAt(match.index, match[0].length) };
  }
  return part && { time: { partOfDay: part.part }, words: part.words };
}

function timeOf(match: RegExpExecArray, part: PartOfDay | undefined): string | undefined {
  const [, a, aMinutes, b, bMinutes, c, cMinutes, d, suffix, less] = match;
  const hour = Number(a ?? b ?? c ?? d ?? match[1]);
  const minutes = Number(aMinutes ?? bMinutes ?? cMinutes ?? 0);
  if (suffix === 'ruoi') return clock(hour, 30, part);
  if (less !== undefined) {
    const full = clock(hour, 0, part);
    return full && earlier(full, Number(less));
  }
  return clock(hour, minutes, part);
}

/** Without a word for the part of day, 1 to 7 are hours after noon: nobody visits a clinic at three in the morning. */
function clock(hour: number, minutes: number, part: PartOfDay | undefined): string | undefined {
  if (hour > 24 || minutes > 59) return undefined;
  const isAfternoon =
    hour < 12 &&
    hour > 0 &&
    (part === 'afternoon' ||
      part === 'evening' ||
      (part === 'noon' && hour <= 2) ||
      (part === undefined && hour <= 7));
  const full = (hour + (isAfternoon ? 12 : 0)) % 24;
  return `${String(full).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function earlier(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const total = hours * 60 + past - minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function findPart(tokens: Tokens): { part: PartOfDay; words: string } | undefined {
  for (const [pattern, part] of parts) {
    const match = pattern.exec(tokens.plain);
    if (match) return { part, words: tokens.wordsAt(match.index, match[0].length) };
  }
  const evening = tokens.list.findIndex(
    ({ word }, index) => word === 'tối' || word === 'đêm' || (word === 'toi' && isAmongTimes(tokens, index)),
  );
  const word = tokens.list[evening];
  return word && { part: 'evening', words: tokens.text.slice(word.start, word.end) };
}

function isAmongTimes(tokens: Tokens, index: number): boolean {
  const neighbours = [tokens.list[index - 1]?.plain ?? '', tokens.list[index + 1]?.plain ?? ''];
  return neighbours.some((word) => /^(mai|nay|hom|mot|\d{1,2}h?|t[2-7]|gio)$/.test(word));
}
