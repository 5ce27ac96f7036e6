import { z } from 'zod';
import { Key } from './key.ts';

/** An earlier appointment without which the treatment may not begin. */
export const Prerequisite = z.object({
  kind: z.enum(['consultation', 'patch_test']),
  /** The treatment record of that earlier appointment. */
  treatment: Key,
  /** It must lie at least so many hours before the treatment… */
  hoursBefore: z.number().int().nonnegative(),
  /** …and at most so many days. */
  validDays: z.number().int().positive(),
});
export type Prerequisite = z.infer<typeof Prerequisite>;

/** Another treatment that must not come too close. */
export const Apart = z.object({
  treatment: Key,
  days: z.number().int().positive(),
  /** `after`: only once that one was done; `either`: before it as well. */
  order: z.enum(['after', 'either']),
});
export type Apart = z.infer<typeof Apart>;

/** The treatment's place in the graph: what must come before it, what must not come near it, and how long it shows. */
export const TreatmentRules = z.object({
  prerequisites: z.array(Prerequisite),
  apart: z.array(Apart),
  /** Sessions of a course, and the days between two of them. */
  sessions: z.object({ min: z.number().int().positive(), max: z.number().int().positive() }),
  interval: z.object({ minDays: z.number().int().nonnegative(), bestDays: z.number().int().nonnegative() }),
  /** Days on which the treatment may still be seen. */
  downtimeDays: z.number().int().nonnegative(),
  pregnancy: z.enum(['allowed', 'doctor', 'refused']),
  breastfeeding: z.enum(['allowed', 'doctor', 'refused']),
});
export type TreatmentRules = z.infer<typeof TreatmentRules>;
