import { z } from 'zod';
import { HandoffPriority, HandoffReason, Key } from '../domain/clinic.ts';
import { Instant } from '../domain/clinic-time.ts';
import { Vnd } from '../domain/money.ts';
import { Phone } from '../domain/phone.ts';
import { Refusal, Slot } from '../domain/slot.ts';
import { Address } from '../domain/voice.ts';
import { ChoiceSpec, Question } from './effects.ts';
import { Waiting } from '../domain/waiting.ts';
import { Signals, silent } from './signals.ts';
import { Booking, Change, Hold, Wish } from './wish.ts';

/** What the records ask for before the wished treatment can be booked. Renewed whenever the customer speaks. */
export const Needs = z.object({
  areas: z.array(Key),
  branches: z.array(Key),
  /** Treatments of the visit that something may speak against: each is asked about once. */
  screening: z.array(Key),
  /** The youngest age at which the treatment is done. */
  minAge: z.number().int().nonnegative(),
  deposit: Vnd,
});
export type Needs = z.infer<typeof Needs>;

/** The question the customer was left with, so that "dạ", "Lan" or a tap can be read as its answer. */
export const Asking = z.object({
  question: Question,
  times: z.number().int().positive(),
  choices: z.array(ChoiceSpec),
  /** The booking a question is about, where there is one. */
  bookingId: z.uuid().nullable(),
});
export type Asking = z.infer<typeof Asking>;

/** Why the conversation is, or is about to be, in human hands, and how far the call chain has come. */
export const HandoffFacts = z.object({
  reason: HandoffReason,
  priority: HandoffPriority,
  step: z.number().int().positive(),
  /** When the customer was last told that somebody will have answered. */
  expectedAt: Instant.nullable().default(null),
  /** How often they were asked for patience since. */
  apologies: z.number().int().nonnegative().default(0),
});
export type HandoffFacts = z.infer<typeof HandoffFacts>;

/** What staff said while they had the conversation, as far as the bot must not contradict it. */
export const StaffWord = z.object({
  /** A promise of theirs is still open ("để chị hỏi lại", "lát chị gọi"). */
  promised: z.boolean(),
  /** They named a reduction; it is a fact only once an owner has confirmed it. */
  concession: z.object({ amount: Vnd.nullable(), confirmed: z.boolean() }).nullable(),
});
export type StaffWord = z.infer<typeof StaffWord>;

/** Everything a chart knows. Charts decide by these facts alone, so any of them can be resumed from here. */
export const Facts = z.object({
  language: z.enum(['vi', 'en']),
  /** How the customer is to be addressed, once they have shown it. */
  address: Address.nullable(),
  /** How many turns the customer has taken. */
  turns: z.number().int().nonnegative(),
  introduced: z.boolean(),
  /** When the customer last said something. */
  heardAt: Instant.nullable(),
  /** The customer wants an appointment. */
  interested: z.boolean(),
  wish: Wish,
  needs: Needs.nullable(),
  /** Treatments that nothing speaks against, as far as the customer says; `flagged`: a doctor must decide. */
  screening: z.object({ cleared: z.array(Key), flagged: z.boolean() }),
  name: z.string().nullable(),
  phone: Phone.nullable(),
  age: z.number().int().nullable(),
  asking: Asking.nullable(),
  /** The customer has been reminded of the open question once. */
  nudged: z.boolean(),
  /** Turns in a row that could not be understood. */
  misunderstood: z.number().int().nonnegative(),
  /** Branches that have the wished time, while one is being chosen. */
  freeBranches: z.array(Key),
  /** Times the calendar offered for the wish, while they are being chosen from. */
  offers: z.array(Slot),
  refusal: Refusal.nullable(),
  /** The wish that was full, as it was made: what a place on the waiting list is for. */
  missed: Wish.nullable(),
  /** This customer's place on the waiting list. */
  waiting: Waiting.nullable(),
  hold: Hold.nullable(),
  agreed: z.boolean(),
  /** Bookings of this customer that the conversation has met: made here, or looked up. */
  bookings: z.array(Booking),
  changing: Change.nullable(),
  handoff: HandoffFacts.nullable(),
  /** In human hands: the customer asked something after the last word of staff. */
  openQuestion: z.boolean(),
  staffWord: StaffWord.nullable(),
  signals: Signals,
});
export type Facts = z.infer<typeof Facts>;

export const noFacts: Facts = {
  language: 'vi',
  address: null,
  turns: 0,
  introduced: false,
  heardAt: null,
  interested: false,
  wish: { when: {} },
  needs: null,
  screening: { cleared: [], flagged: false },
  name: null,
  phone: null,
  age: null,
  asking: null,
  nudged: false,
  misunderstood: 0,
  freeBranches: [],
  offers: [],
  refusal: null,
  missed: null,
  waiting: null,
  hold: null,
  agreed: false,
  bookings: [],
  changing: null,
  handoff: null,
  openQuestion: false,
  staffWord: null,
  signals: silent,
};
