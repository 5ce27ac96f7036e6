import { z } from 'zod';
import { Key } from '../domain/clinic.ts';
import { Phone } from '../domain/phone.ts';
import { Refusal, Slot } from '../domain/slot.ts';
import { Address } from '../domain/voice.ts';
import { ChoiceSpec, Question } from './effects.ts';
import { Booking, Hold, Wish } from './wish.ts';

/** What the records ask for before the wished treatment can be booked. Renewed whenever the customer speaks. */
export const Needs = z.object({
  areas: z.array(Key),
  branches: z.array(Key),
  screening: z.boolean(),
});
export type Needs = z.infer<typeof Needs>;

/** What this turn brought. Gone when the turn is over. */
export const Signals = z.object({
  /** The customer said something in this turn; false after a timer or a release by staff. */
  spoke: z.boolean(),
  understood: z.boolean(),
  redFlag: z.boolean(),
  contraindication: z.boolean(),
  complaint: z.boolean(),
  /** Wants a person, or something only a person does here yet. */
  wantsPerson: z.boolean(),
  optsOut: z.boolean(),
  optsIn: z.boolean(),
  asksAvailability: z.boolean(),
  /** Something was asked that a record may answer. */
  asks: z.boolean(),
  /** A question of the customer was answered by a skill. */
  answered: z.boolean(),
  greets: z.boolean(),
  /** Thanks, a goodbye, or a bare "dạ" to which nothing was asked. */
  thanks: z.boolean(),
  defers: z.boolean(),
  /** The answer to the question "will you come?", if that was asked and answered. */
  attends: z.boolean().nullable(),
});
export type Signals = z.infer<typeof Signals>;

/** The question the customer was left with, so that "dạ", "Lan" or a tap can be read as its answer. */
export const Asking = z.object({
  question: Question,
  times: z.number().int().positive(),
  choices: z.array(ChoiceSpec),
  /** The booking a question is about, where there is one. */
  bookingId: z.uuid().nullable(),
});
export type Asking = z.infer<typeof Asking>;

/** Everything a chart knows. Charts decide by these facts alone, so any of them can be resumed from here. */
export const Facts = z.object({
  language: z.enum(['vi', 'en']),
  /** How the customer is to be addressed, once they have shown it. */
  address: Address.nullable(),
  /** How many turns the customer has taken. */
  turns: z.number().int().nonnegative(),
  introduced: z.boolean(),
  interested: z.boolean(),
  wish: Wish,
  needs: Needs.nullable(),
  screening: z.object({ treatment: Key, result: z.enum(['clear', 'flagged']) }).nullable(),
  name: z.string().nullable(),
  phone: Phone.nullable(),
  asking: Asking.nullable(),
  /** Turns in a row that could not be understood. */
  misunderstood: z.number().int().nonnegative(),
  /** Branches that have the wished time, while one is being chosen. */
  freeBranches: z.array(Key),
  /** Times the calendar offered for the wish, while they are being chosen from. */
  offers: z.array(Slot),
  refusal: Refusal.nullable(),
  hold: Hold.nullable(),
  agreed: z.boolean(),
  bookings: z.array(Booking),
  signals: Signals,
});
export type Facts = z.infer<typeof Facts>;

export const silent: Signals = {
  spoke: false,
  understood: false,
  redFlag: false,
  contraindication: false,
  complaint: false,
  wantsPerson: false,
  optsOut: false,
  optsIn: false,
  asksAvailability: false,
  asks: false,
  answered: false,
  greets: false,
  thanks: false,
  defers: false,
  attends: null,
};

export const noFacts: Facts = {
  language: 'vi',
  address: null,
  turns: 0,
  introduced: false,
  interested: false,
  wish: { when: {} },
  needs: null,
  screening: null,
  name: null,
  phone: null,
  asking: null,
  misunderstood: 0,
  freeBranches: [],
  offers: [],
  refusal: null,
  hold: null,
  agreed: false,
  bookings: [],
  signals: silent,
};
