import { weekdayOf, weekdays } from '../../../domain/clinic-time.ts';
import type { FoundClaim } from '../claim.ts';
import type { Ground } from '../scope.ts';

const near = 3;

/** "thứ Sáu 28/11": a weekday beside a date must be that date's. */
export function calendarClaims({ reply }: Ground): FoundClaim[] {
  return reply.times.days.flatMap((day): FoundClaim[] => {
    if ((day.kind !== 'date' && day.kind !== 'relative') || day.first === null || day.first !== day.last)
      return [];
    const beside = reply.times.weekdays.find(
      ({ from, to, through }) =>
        through === undefined &&
        reply.sentenceOf(from) === reply.sentenceOf(day.from) &&
        ((to <= day.from && day.from - to < near) || (from >= day.to && from - day.to < near)),
    );
    const between =
      beside && reply.words({ from: Math.min(beside.from, day.from), to: Math.max(beside.to, day.to) });
    if (
      !beside ||
      (between !== undefined && between.split(/\s/).some((word) => /^(đến|tới|to|until)$/.test(word)))
    )
      return [];
    const from = Math.min(beside.from, day.from);
    const to = Math.max(beside.to, day.to);
    const isRight = weekdays[beside.weekday] === weekdayOf(day.first);
    const claim = { kind: 'calendar', words: reply.words({ from, to }), from, to } as const;
    return [isRight ? { ...claim, backedBy: 'the calendar' } : { ...claim, refused: 'wrong_info' }];
  });
}
