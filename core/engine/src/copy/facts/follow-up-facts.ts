import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Instant } from '../../domain/clinic-time.ts';
import { nothing } from './shared-facts.ts';

export const followUpFacts = {
  'reminder.attendance': z.object({ treatment: Key, branch: Key, start: Instant }),
  'attendance.thanks': nothing,
} as const satisfies Record<string, z.ZodObject>;
