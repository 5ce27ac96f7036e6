import { matchesOf, type Match, patternIndex, type Reading } from '../text/pattern.ts';
import { wordSet } from '../text/numbers.ts';
import {
  afterProcedure,
  alarming,
  alarmingAfterProcedure,
  asksForPermission,
  denied,
  noSign,
  procedure,
  supposing,
} from './alarm-phrases.ts';

type Role = 'sign' | 'signAfter' | 'noSign' | 'procedure' | 'done' | 'supposing' | 'denied' | 'permission';

const listed = (sources: readonly string[], role: Role) => sources.map((source) => [source, role] as const);

const index = patternIndex<Role>([
  ...listed(alarming, 'sign'),
  ...listed(alarmingAfterProcedure, 'signAfter'),
  ...listed(procedure, 'procedure'),
  ...listed(afterProcedure, 'done'),
  ...listed(supposing, 'supposing'),
  ...listed(denied, 'denied'),
  ...listed(noSign, 'noSign'),
  ...listed(asksForPermission, 'permission'),
]);

const asksIf = wordSet('có');
const asksEnd = wordSet('không hả ta chưa');
const isAcne = wordSet('mụn');
const isHappening = wordSet('đang rồi nay vẫn cứ giờ');

/** How far around a sign the words are looked for that turn it into a question or a denial. */
const reach = 3;

export type Alarm = {
  from: number;
  to: number;
  /** Otherwise somebody asks what might happen, or fears it. */
  isHappening: boolean;
};

/** An alarming sign; one that is denied, or for which permission is asked, is none. */
export function findAlarm(reading: Reading): Alarm | undefined {
  const matches = matchesOf(index, reading);
  const of = (role: Role) => matches.filter(({ value }) => value === role);
  const isDone = of('done').length > 0;
  const hasProcedure = isDone || of('procedure').length > 0;
  const around = {
    supposing: of('supposing'),
    denied: of('denied'),
    // Whoever had something done does not ask whether they may.
    permission: isDone ? [] : of('permission'),
  };
  const signs = matches.filter(
    (match) =>
      (match.value === 'sign' ||
        (match.value === 'signAfter' && hasProcedure && !isAcneAround(reading, match))) &&
      !isTrouble(reading, match) &&
      !of('noSign').some(({ from, to }) => from < match.to && to > match.from) &&
      !isRuledOut(reading, match, around),
  );
  const happening = signs.find((sign) => !isOnlyAsked(reading, sign, around));
  const sign = happening ?? signs[0];
  return sign && { from: sign.from, to: sign.to, isHappening: happening !== undefined };
}

type Around = Record<'supposing' | 'denied' | 'permission', readonly Match<Role>[]>;

function isRuledOut(reading: Reading, sign: Match<Role>, around: Around): boolean {
  const begin = breathStart(reading, sign.from);
  const isDenied = around.denied.some(({ from, to }) => from >= begin && to === sign.from);
  return isDenied || around.permission.some(({ from }) => from >= sign.to - 1 && from <= sign.to + reach);
}

function isOnlyAsked(reading: Reading, sign: Match<Role>, around: Around): boolean {
  const { list } = reading.tokens;
  const begin = breathStart(reading, sign.from);
  const hasIf = list.some(
    (_, at) => at >= Math.max(begin, sign.from - reach) && at <= sign.from && asksIf(reading.tokens, at),
  );
  if (hasIf && endsInQuestion(reading, sign)) return true;
  const isSupposed = around.supposing.some(({ from, to }) => from >= begin && to <= sign.from);
  const happens = list.some(
    (_, at) => at >= begin && at < sign.to + reach && isHappening(reading.tokens, at),
  );
  return isSupposed && !happens;
}

/** "có sưng to không": the question's end follows; "có sao không" is about what is there already. */
function endsInQuestion({ tokens }: Reading, sign: Match<Role>): boolean {
  for (let at = sign.from + 1; at <= sign.to + reach; at += 1) {
    if (at > sign.from && tokens.list[at]?.isAfterPause) return false;
    if (at >= sign.to && tokens.list[at]?.word === 'có') return false;
    if (asksEnd(tokens, at)) return true;
  }
  return false;
}

/** "mặt chảy xệ" is what a treatment is for. */
function isTrouble({ found }: Reading, sign: Match<Role>): boolean {
  const treatments = found.get('treatment') ?? new Map<number, number>();
  return [...treatments].some(([from, to]) => from < sign.to && to >= sign.to && from >= sign.from - 1);
}

/** "mụn bọc có mủ" */
function isAcneAround({ tokens }: Reading, sign: Match<Role>): boolean {
  for (let at = sign.from - 4; at <= sign.from; at += 1) if (isAcne(tokens, at)) return true;
  return false;
}

function breathStart({ tokens }: Reading, at: number): number {
  let start = at;
  while (start > 0 && !tokens.list[start]?.isAfterPause) start -= 1;
  return start;
}
