import { z } from 'zod';
import { Instant, LocalDate, LocalTime } from '../../domain/clinic-time.ts';
import { Refusal } from '../../domain/slot.ts';
import { appointment, nothing } from './shared-facts.ts';

export const bookingFacts = {
  'availability.free': z.object({ start: Instant, branches: z.string() }),
  'slot.refused': z.object({ refusal: Refusal, date: LocalDate.nullable(), time: LocalTime.nullable() }),
  'slot.none': nothing,
  'slot.lapsed': nothing,
  'booked.confirmed': appointment,
  'booked.awaitingDeposit': appointment,
} as const satisfies Record<string, z.ZodObject>;
