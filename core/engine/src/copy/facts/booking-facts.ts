import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant, LocalDate, LocalTime } from '../../domain/clinic-time.ts';
import { Vnd } from '../../domain/money.ts';
import { Refusal } from '../../domain/slot.ts';
import { appointment, appointments, nothing, treatment, visit } from './shared-facts.ts';

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
  'deposit.received': visit.extend({ amount: Vnd }),
  'booked.confirmed': appointment,
  'booked.awaitingDeposit': appointment,
  'booked.several': appointments,
  'booked.severalAwaitingDeposit': appointments.extend({ amount: Vnd }),
} as const satisfies Record<string, z.ZodObject>;
