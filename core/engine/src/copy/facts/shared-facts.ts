import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant, LocalDate, LocalTime } from '../../domain/clinic-time.ts';
import { Phone } from '../../domain/phone.ts';
import { PartOfDay } from '../../understanding/understanding.ts';

/** A sentence that says the same to everybody. */
export const nothing = z.object({});

export const treatment = z.object({ treatment: Key });

/** What an appointment is, without the person: as a booking keeps it. */
export const visit = z.object({
  treatment: Key,
  area: Key.nullable(),
  branch: Key,
  staff: Key,
  start: Instant,
});
export type VisitFacts = z.infer<typeof visit>;

/** A booking in one line; who does it is not named. */
export const bookedVisit = visit.omit({ staff: true });

const person = { name: z.string().nullable(), phone: Phone.nullable() };

/** All that a summary of an appointment names. */
export const appointment = visit.extend(person);
export type AppointmentFacts = z.infer<typeof appointment>;

/** Several treatments of one person, or one treatment of several people: `who` is set where people differ. */
export const appointments = z.object({
  visits: z.array(visit.extend({ who: z.string().nullable().default(null) })).min(1),
  ...person,
});
export type AppointmentsFacts = z.infer<typeof appointments>;

/** A day and an hour as far as they were named. */
export const wished = z.object({
  date: LocalDate.nullable().default(null),
  time: LocalTime.nullable().default(null),
  part: PartOfDay.nullable().default(null),
  from: LocalTime.nullable().default(null),
  to: LocalTime.nullable().default(null),
});
export type WishedFacts = z.infer<typeof wished>;

/** By when a person will answer; null while nobody can be promised. */
export const expected = z.object({ expectedAt: Instant.nullable().default(null) });
