import { addDays, type LocalTime } from '../../domain/clinic-time.ts';
import { wordSet } from '../text/numbers.ts';
import type { Tokens } from '../text/tokens.ts';
import type { PartOfDay } from '../understanding.ts';
import type { Days } from './calendar.ts';
import type { DayFound } from './day-found.ts';
import type { Piece } from './pieces.ts';
import type { Hour } from './time-of-day.ts';

export type Hours = readonly [Hour] | readonly [Hour, Hour];
/** A day as it was said, its openness applied: "sau 20/12" has no end. */
export type DaySaid = { is: 'day'; from: number; to: number; days: Days; kind: DayFound['kind'] } & Pick<
  DayFound,
  'weekday' | 'dayOfMonth'
>;
export type ClockSaid = { is: 'clock'; from: number; to: number } & (
  | { hours: Hours; part: PartOfDay | undefined; open: 'from' | 'until' | undefined }
  | { part: PartOfDay }
  | { range: readonly [LocalTime | null, LocalTime | null] }
);
export type Said = DaySaid | ClockSaid;

const officeHoursEnd = '17:00';

const isAfter = wordSet('sau after');
const isBefore = wordSet('trước before');
const isFrom = wordSet('từ from');
const isLead = wordSet('khoảng tầm cỡ lúc ngày hôm hơn tết');
const isOn = wordSet('trở đổ');
const isBackwards = wordSet('lại về xuống');

type Open = 'after' | 'before' | 'from' | 'upTo' | undefined;

/** "sau 20/12", "trước 11h", "từ thứ 2 trở đi" */
function openness(
  tokens: Tokens,
  { from, to }: { from: number; to: number },
  pieces: readonly Piece[],
): Open {
  const lead = isLead(tokens, from - 1) && !isInside(from - 1, pieces) ? from - 2 : from - 1;
  if (isOn(tokens, to)) return isBackwards(tokens, to + 1) ? 'upTo' : 'from';
  if (lead < 0 || isInside(lead, pieces) || tokens.list[lead + 1]?.isAfterPause) return undefined;
  if (isAfter(tokens, lead)) return 'after';
  if (isBefore(tokens, lead)) return 'before';
  return isFrom(tokens, lead) ? 'from' : undefined;
}

function isInside(at: number, pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => at >= piece.from && at < piece.to);
}

export function daysSaid(tokens: Tokens, pieces: readonly Piece[]): DaySaid[] {
  return pieces.flatMap((piece) => {
    if (piece.is !== 'day') return [];
    const { from, to, day } = piece;
    const open = openness(tokens, piece, pieces);
    const { weekday, dayOfMonth, kind } = day;
    const said = { is: 'day' as const, from, to, kind };
    const isSpan = kind === 'date' && day.days[0] !== day.days[1];
    if (open !== undefined && !(open === 'from' && isSpan))
      return [{ ...said, days: opened(day.days, open) }];
    return [
      {
        ...said,
        days: day.days,
        ...(weekday === undefined ? {} : { weekday }),
        ...(dayOfMonth === undefined ? {} : { dayOfMonth }),
      },
    ];
  });
}

function opened([first, last]: Days, open: NonNullable<Open>): Days {
  if (open === 'from') return [first, null];
  if (open === 'after') return [last === null ? last : addDays(last, 1), null];
  if (open === 'upTo') return [null, last];
  return [null, first === null ? first : addDays(first, -1)];
}

export function clocksSaid(tokens: Tokens, pieces: readonly Piece[]): ClockSaid[] {
  const bound = new Set<Piece>();
  const partBeside = (piece: Piece) => {
    const beside =
      pieces.find(
        (other) => other.is === 'part' && other.from === piece.to && !tokens.list[other.from]?.isAfterPause,
      ) ?? pieces.find((other) => other.is === 'part' && other.to === piece.from && !bound.has(other));
    if (beside?.is !== 'part') return undefined;
    bound.add(beside);
    return beside;
  };
  const hours = pieces.flatMap((piece): ClockSaid[] => {
    if (piece.is === 'afterWork')
      return [{ is: 'clock', from: piece.from, to: piece.to, range: [officeHoursEnd, null] }];
    if (piece.is !== 'hours') return [];
    const beside = partBeside(piece);
    const from = Math.min(piece.from, beside?.from ?? piece.from);
    const to = Math.max(piece.to, beside?.to ?? piece.to);
    const open = openness(tokens, { from, to }, pieces) ?? openness(tokens, piece, pieces);
    const limit =
      open === 'before' || open === 'upTo'
        ? ('until' as const)
        : open === undefined
          ? undefined
          : ('from' as const);
    return [{ is: 'clock', from, to, hours: piece.hours, part: beside?.part, open: limit }];
  });
  const parts = pieces.flatMap((piece): ClockSaid[] =>
    piece.is === 'part' && !bound.has(piece)
      ? [{ is: 'clock', from: piece.from, to: piece.to, part: piece.part }]
      : [],
  );
  return [...hours, ...parts];
}
