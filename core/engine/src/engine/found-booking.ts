import type { Clinic } from '../domain/clinic.ts';
import { hourMs, type Instant, type LocalDateTime, toLocal } from '../domain/clinic-time.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { Booking, Change, Wish } from '../machines/wish.ts';
import type { When } from '../understanding/understanding.ts';
import { timed } from './wish-after.ts';

/** Which of the customer's own bookings is meant, and what it would become; a customer is never shown anybody else's. */
export function foundBooking(
  change: Change,
  wish: Wish,
  { bookings, clinic, now }: { bookings: readonly Booking[]; clinic: Clinic; now: Instant },
): ConversationEvent {
  const ahead = bookings.filter(({ slot }) => slot.start > now);
  const meant = meantOf(ahead, change, wish, clinic);
  const [booking, ...others] = meant;
  if (!booking) return { type: 'booking.none', at: now };
  if (others.length > 0) return { type: 'bookings.several', at: now, bookings: meant };
  const { moveHours = 0 } = clinic.bookingRules;
  return {
    type: 'booking.found',
    at: now,
    booking,
    isLate: booking.slot.start - now < moveHours * hourMs,
    wish: change.kind === 'move' ? movedWish(booking, wish, clinic) : { when: {} },
  };
}

function meantOf(ahead: readonly Booking[], change: Change, wish: Wish, clinic: Clinic): Booking[] {
  if (change.bookingId !== null) return ahead.filter(({ id }) => id === change.bookingId);
  const narrow = (kept: Booking[], matches: (booking: Booking) => boolean) => {
    const fewer = kept.filter(matches);
    return fewer.length > 0 ? fewer : kept;
  };
  const byTreatment = narrow([...ahead], ({ slot }) => slot.treatment === wish.treatment);
  return narrow(byTreatment, ({ slot }) => toLocal(slot.start, clinic.zone).date === wish.when.date);
}

/** The booking with what was said about its change: a new day keeps the hour, a new hour keeps the day. */
function movedWish({ slot }: Booking, said: Wish, clinic: Clinic): Wish {
  const old = toLocal(slot.start, clinic.zone);
  const when = isReference(said.when, old) ? {} : movedWhen(said.when, old);
  const branch = said.branch ?? slot.branch;
  return {
    treatment: slot.treatment,
    ...(slot.area === undefined ? {} : { area: slot.area }),
    branch,
    ...(said.staff === undefined ? {} : { staff: said.staff }),
    ...timed(when, clinic),
  };
}

/** "Dời lịch thứ 7 giúp em" names the old day, not the new one. */
function isReference({ date, time, dateRange, timeRange, partOfDay }: When, old: LocalDateTime): boolean {
  const namesOther = dateRange !== undefined || timeRange !== undefined || partOfDay !== undefined;
  return !namesOther && date === old.date && (time === undefined || time === old.time);
}

function movedWhen(said: When, old: LocalDateTime): When {
  const namesDay = said.date !== undefined || said.dateRange !== undefined;
  const namesHour = said.time !== undefined || said.timeRange !== undefined || said.partOfDay !== undefined;
  if (namesHour && !namesDay) return { ...said, date: old.date };
  if (said.date !== undefined && !namesHour) return { ...said, time: old.time };
  return said;
}
