import type { Intent } from '../understanding.ts';
import { appointments } from './phrases/appointments.ts';
import { asking } from './phrases/asking.ts';
import { attacks } from './phrases/attacks.ts';
import { conversing } from './phrases/conversing.ts';
import { grievances } from './phrases/grievances.ts';
import { health } from './phrases/health.ts';

/**
 * What customers say, by what they mean, in the language of text/pattern.ts. A longer phrase takes the words of a shorter
 * one that lies within it, so "giảm giá" is no question for the price; phrases with room in them take nothing, unless they
 * begin with "!".
 */
export const intentPhrases: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  ...asking,
  ...appointments,
  ...health,
  ...conversing,
  ...grievances,
  ...attacks,
};
