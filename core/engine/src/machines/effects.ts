import { z } from 'zod';
import { HandoffPriority, HandoffReason, Key } from '../domain/clinic.ts';
import { Instant } from '../domain/clinic-time.ts';
import { Phone } from '../domain/phone.ts';
import { CopyKey } from '../copy/copy-key.ts';
import { Change, Wish } from './wish.ts';

/** The facts a sentence needs. Records are named by key; wording looks their names up. */
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const CopyFacts = z.record(
  z.string(),
  z.union([Scalar, z.array(Scalar), z.array(z.record(z.string(), Scalar))]),
);
export type CopyFacts = z.infer<typeof CopyFacts>;

/** A choice named by what it stands for; wording gives it a title. */
export const ChoiceSpec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('treatment'), treatment: Key }),
  z.object({ kind: z.literal('area'), treatment: Key, area: Key }),
  z.object({ kind: z.literal('branch'), branch: Key }),
  z.object({ kind: z.literal('time'), start: Instant, branch: Key }),
  z.object({ kind: z.literal('booking'), booking: z.uuid(), treatment: Key, start: Instant, branch: Key }),
  /** Rather wait for the wished time than take another. */
  z.object({ kind: z.literal('wait') }),
  z.object({ kind: z.literal('yes') }),
  z.object({ kind: z.literal('no') }),
]);
export type ChoiceSpec = z.infer<typeof ChoiceSpec>;

/** What the bot can be waiting to hear. */
export const Question = z.enum([
  'treatment',
  'area',
  'screening',
  'branch',
  'time',
  'name',
  'phone',
  'agreement',
  'booking',
  'cancel',
  'waiting',
  'freed',
  'attendance',
  'wellbeing',
  'review',
  'rebook',
  'help',
]);
export type Question = z.infer<typeof Question>;

/** A timer's kind, and the booking it is about where there may be several. */
export const TimerName = z
  .string()
  .regex(
    /^(hold|unattended|silence|lead[12]|birthday|(reminder24h|reminder2h|aftercare[0-9]|review|rebook|waiting|deposit):[0-9a-f-]{36})$/,
  );
export type TimerName = z.infer<typeof TimerName>;

/** A sentence to say, by copy key. */
export const Say = z.object({ type: z.literal('say'), key: CopyKey, facts: CopyFacts });
export type Say = z.infer<typeof Say>;

/** A question to end the turn with. `times` counts how often it has now been asked in a row. */
export const Ask = z.object({
  type: z.literal('ask'),
  question: Question,
  key: CopyKey,
  facts: CopyFacts,
  choices: z.array(ChoiceSpec).max(13),
  times: z.number().int().positive(),
});
export type Ask = z.infer<typeof Ask>;

const handedOver = { reason: HandoffReason, priority: HandoffPriority };

/** Inside effects are answered with a verdict event in the same turn; the rest take hold at the commit. */
const inside = [
  z.object({ type: z.literal('checkAvailability'), wish: Wish }),
  z.object({ type: z.literal('findSlots'), wish: Wish }),
  z.object({ type: z.literal('holdSlot'), wish: Wish }),
  z.object({ type: z.literal('makeBooking') }),
  /** Which of the customer's own bookings is meant, and what it would become. */
  z.object({ type: z.literal('findBooking'), change: Change, wish: Wish }),
  z.object({ type: z.literal('moveBooking'), bookingId: z.uuid() }),
  z.object({ type: z.literal('cancelBooking'), bookingId: z.uuid() }),
  /** Only if its deposit has not arrived meanwhile. */
  z.object({ type: z.literal('cancelUnpaid'), bookingId: z.uuid() }),
  z.object({ type: z.literal('joinWaitingList'), wish: Wish }),
  /** Something became free: is there a slot for whoever waits, and may it be held? */
  z.object({ type: z.literal('takeFreed') }),
  /** Whom the call chain names at this step, and when somebody will answer. */
  z.object({ type: z.literal('callStaff'), ...handedOver, step: z.number().int().positive() }),
] as const;
export const InsideEffect = z.discriminatedUnion('type', inside);
export type InsideEffect = z.infer<typeof InsideEffect>;

const outside = [
  Say,
  /** The skills' answers to what the customer asked, in order. */
  z.object({ type: z.literal('answer'), says: z.array(Say) }),
  Ask,
  z.object({ type: z.literal('releaseHold'), ids: z.array(z.uuid()) }),
  /** The freed slot goes to the next who waits; this customer keeps their place. */
  z.object({ type: z.literal('passFreed'), waitingId: z.uuid() }),
  z.object({ type: z.literal('leaveWaitingList'), waitingId: z.uuid() }),
  z.object({ type: z.literal('setTimer'), timer: TimerName, at: Instant }),
  z.object({ type: z.literal('cancelTimer'), timer: TimerName }),
  /** The reminders of a booking, as far as their hours still lie ahead; those of its former time are void. */
  z.object({ type: z.literal('scheduleReminders'), bookingId: z.uuid(), start: Instant }),
  /** The clinic waits for a deposit, and not for ever. */
  z.object({ type: z.literal('awaitDeposit'), bookingIds: z.array(z.uuid()) }),
  z.object({ type: z.literal('cancelReminders'), bookingId: z.uuid() }),
  /** After a visit: the check-ins of the treatment's aftercare, a review, and the next session. */
  z.object({ type: z.literal('scheduleCare'), bookingId: z.uuid(), treatment: Key }),
  /** The customer's next birthday, where the clinic knows it. */
  z.object({ type: z.literal('scheduleBirthday') }),
  z.object({ type: z.literal('openHandoff'), ...handedOver }),
  /** Somebody of the call chain is told, by the ways the records name. */
  z.object({
    type: z.literal('alertStaff'),
    person: Key.nullable(),
    ...handedOver,
    step: z.number().int().positive(),
  }),
  z.object({ type: z.literal('closeHandoff') }),
  /** Queued words of the bot are withdrawn: a person has taken over. */
  z.object({ type: z.literal('fallSilent') }),
  z.object({ type: z.literal('nameCustomer'), name: z.string().optional(), phone: Phone.optional() }),
  z.object({ type: z.literal('optOut'), optedOut: z.boolean() }),
  z.object({ type: z.literal('confirmAttendance'), bookingId: z.uuid() }),
] as const;

/** An order of a chart, as data. Nothing runs inside a chart. */
export const Effect = z.discriminatedUnion('type', [...inside, ...outside]);
export type Effect = z.infer<typeof Effect>;
