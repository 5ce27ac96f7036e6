import type { FoundClaim, RefusalWhy } from '../claim.ts';
import type { KnownBooking } from '../known.ts';
import { plain } from '../guard-records.ts';
import { type Ground, recordsIn, treatmentsIn } from '../scope.ts';
import { startsOf, type TimeGroup, timeGroups } from './times.ts';

/** What is said of the customer's own appointment, held against the one that stands. */
export function bookingClaims(ground: Ground): FoundClaim[] {
  return timeGroups(ground).flatMap((group): FoundClaim[] => {
    const isVisit = group.topic === 'booked' || group.topic === 'moved' || group.topic === 'cancelled';
    if (!isVisit || !group.cue || ground.reply.isAsked(group.from)) return [];
    const verdict = group.topic === 'cancelled' ? cancelled(ground) : standing(ground, group);
    const { from, to } = group;
    return [{ kind: 'booking', words: ground.reply.words({ from, to }), from, to, ...verdict }];
  });
}

type Verdict = { backedBy: string } | { refused: RefusalWhy };

/** That an appointment was cancelled may be said only when none stands any more. */
function cancelled({ known }: Ground): Verdict {
  const isGone = known.bookings !== undefined && known.bookings.every(({ status }) => status === 'cancelled');
  return isGone ? { backedBy: 'no appointment' } : { refused: 'false_booking' };
}

function standing(ground: Ground, group: TimeGroup): Verdict {
  const { known, reply } = ground;
  const isKept = group.cue !== undefined && /giữ|held|hold/.test(reply.words(group.cue));
  const bookings = [
    ...(known.bookings ?? []).filter(({ status }) => status !== 'cancelled'),
    ...(isKept || known.bookings === undefined ? (known.held ?? []) : []),
  ];
  if (bookings.length === 0) return { refused: 'false_booking' };
  const isRight = bookings.some((booking) => agrees(ground, group, booking));
  return isRight ? { backedBy: 'the appointment' } : { refused: 'wrong_booking_fact' };
}

/** Whether everything a clause and the lines after it say is so in an appointment. */
export function agrees(ground: Ground, group: TimeGroup, booking: KnownBooking): boolean {
  const { reply, known } = ground;
  const sentence = reply.sentenceOf(group.from);
  const isToldDay = (day: string) =>
    group.topic === 'moved' && known.moments?.some(({ date }) => date === day) === true;
  const hasDay = group.days.every(
    ({ first, last }) =>
      (first !== null && isToldDay(first)) ||
      first === null ||
      last === null ||
      (first <= booking.date && booking.date <= last),
  );
  const isTold = (time: string) =>
    group.topic === 'moved' && known.moments?.some((moment) => moment.time === time) === true;
  const hasTime = startsOf(group).every((time) => time === booking.time || isTold(time));
  const hasBranch =
    booking.branch === undefined || group.branches.every((branch) => branch === booking.branch);
  const treatments = treatmentsIn(ground, group);
  const hasTreatment =
    booking.treatment === undefined ||
    treatments.length === 0 ||
    treatments.some(({ key }) => key === booking.treatment);
  const staff = recordsIn(ground, sentence, 'staff');
  const hasStaff = booking.staff === undefined || staff.every(({ meaning }) => meaning.key === booking.staff);
  return hasDay && hasTime && hasBranch && hasTreatment && hasStaff && hasName(ground, group, booking);
}

const vocatives: ReadonlySet<string> = new Set([
  'chị',
  'anh',
  'bạn',
  'cô',
  'chú',
  'khách',
  'bé',
  'ms',
  'mr',
  'mrs',
  'for',
]);

/** A name beside an appointment is its customer's; how much of it is said does not matter. */
function hasName({ reply }: Ground, group: TimeGroup, { name }: KnownBooking): boolean {
  if (name === undefined || name === null) return true;
  const own = plain(name).split(/\s+/);
  return reply.names
    .filter(
      ({ from }) =>
        from >= group.from && from < group.to && vocatives.has(reply.tokens.list[from - 1]?.word ?? ''),
    )
    .every((said) =>
      plain(reply.words(said))
        .split(/\s+/)
        .some((word) => own.includes(word)),
    );
}
