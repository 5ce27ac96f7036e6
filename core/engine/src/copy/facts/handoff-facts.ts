import { z } from 'zod';
import { Key } from '../../domain/clinic.ts';
import { Vnd } from '../../domain/money.ts';
import { expected } from './shared-facts.ts';

export const handoffFacts = {
  /** The emergency card: whom to call now. Never advice. */
  'handoff.medical': expected,
  /** The card again, while help is on its way. */
  'handoff.medicalAgain': expected,
  'handoff.contraindication': expected,
  'handoff.complaint': expected,
  'handoff.person': expected,
  'handoff.notUnderstood': expected,
  'handoff.unanswered': expected,
  'handoff.photo': expected,
  'handoff.voiceMessage': expected,
  /** A booking the customer speaks of is not in the calendar: a person looks. */
  'handoff.bookingNotFound': expected,
  /** The customer wrote so long ago that only a person should answer now. */
  'handoff.late': expected,
  /** Nobody came in time: somebody else has been called. */
  'handoff.stillWaiting': expected,
  /** Nobody is on duty now. */
  'handoff.outOfHours': expected,
  /** Staff gave the conversation back. */
  'release.back': z.object({ staff: Key.nullable().default(null) }),
  /** Staff promised something that nobody with the right to do so has confirmed. */
  'concession.unconfirmed': expected,
  'concession.confirmed': z.object({ treatment: Key, amount: Vnd }),
} as const satisfies Record<string, z.ZodObject>;
