import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant } from '../../domain/clinic-time.ts';
import { Phone } from '../../domain/phone.ts';

/** A sentence that says the same to everybody. */
export const nothing = z.object({});

export const treatment = z.object({ treatment: Key });

/** All that a summary of an appointment names. */
export const appointment = z.object({
  treatment: Key,
  area: Key.nullable(),
  branch: Key,
  staff: Key,
  start: Instant,
  name: z.string().nullable(),
  phone: Phone.nullable(),
});
export type AppointmentFacts = z.infer<typeof appointment>;
