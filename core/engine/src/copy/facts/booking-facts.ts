import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant, LocalDate, LocalTime } from '../../domain/clinic-time.ts';
import { Vnd } from '../../domain/money.ts';
import { Refusal } from '../../domain/slot.ts';
import { appointment, appointments, bookedVisit, nothing, treatment, visit } from './shared-facts.ts';

/** What to write into the transfer; null: staff tell how to pay. */
const transfer = { note: z.string().nullable().default(null) };

export const bookingFacts = {
  'availability.free': z.object({ start: Instant, branches: z.string() }),
  'slot.refused': z.object({ refusal: Refusal, date: LocalDate.nullable(), time: LocalTime.nullable() }),
  'slot.none': nothing,
  'slot.lapsed': nothing,
  /** The wished person has no time then; somebody else has. */
  'staff.notThen': z.object({ staff: Key, start: Instant }),
  'deposit.stated': z.object({ treatment: Key, amount: Vnd }),
  'deposit.none': treatment,
  /** The deposit did not come in time: the slot is no longer kept. */
  'deposit.lapsed': visit.pick({ treatment: true, area: true, start: true }),
  /** The deposit has arrived, as staff say: the booking stands. */
  'deposit.received': bookedVisit.extend({ amount: Vnd }),
  'booked.confirmed': appointment,
  'booked.awaitingDeposit': appointment.extend(transfer),
  'booked.several': appointments,
  'booked.severalAwaitingDeposit': appointments.extend({ amount: Vnd, ...transfer }),
} as const satisfies Record<string, z.ZodObject>;
