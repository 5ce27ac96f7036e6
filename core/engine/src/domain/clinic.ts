import { z } from 'zod';
import { Bank } from './bank-transfer.ts';
import { LocalDate, LocalTime, weekdays } from './clinic-time.ts';
import { Key } from './key.ts';
import { Vnd } from './money.ts';
import { OnCall } from './on-call-records.ts';
import { PromotionTerms } from './promotion-terms.ts';
import { TreatmentRules } from './treatment-graph.ts';
import { Voice } from './voice.ts';

/**
 * The records of one clinic: everything that may be said, sold or booked.
 * Keys such as `peel` or `cs1` are the clinic's own and unique within it.
 */

export { Key };
export * from './on-call-records.ts';

export const Span = z.object({ open: LocalTime, close: LocalTime });
export type Span = z.infer<typeof Span>;

/** Days on which a branch keeps hours of its own, holidays included; first and last day included. */
export const Exception = z.object({
  from: LocalDate,
  to: LocalDate,
  name: z.string(),
  hours: z.union([z.literal('closed'), Span]),
});
export type Exception = z.infer<typeof Exception>;

const WeekOf = <T extends z.ZodType>(day: T) => z.partialRecord(z.enum(weekdays), day);

export const Branch = z.object({
  key: Key,
  name: z.string(),
  address: z.string(),
  aliases: z.array(z.string()),
  /** A weekday without a span is a closed day. */
  hours: WeekOf(Span),
  exceptions: z.array(Exception).optional(),
  parking: z.string().optional(),
  landmark: z.string().optional(),
});
export type Branch = z.infer<typeof Branch>;

/** Days on which the weekly hours do not hold, first and last day included. */
export const Holiday = z.object({
  from: LocalDate,
  to: LocalDate,
  name: z.string(),
  /** 'closed' all day, or open as usual until `closesAt`. */
  closesAt: z.union([z.literal('closed'), LocalTime]),
});
export type Holiday = z.infer<typeof Holiday>;

export const Shift = z.object({ branch: Key, weekday: z.enum(weekdays), from: LocalTime, to: LocalTime });
export type Shift = z.infer<typeof Shift>;

/** A pause of every week, at whichever branch the person is. */
export const Break = z.object({ weekday: z.enum(weekdays), from: LocalTime, to: LocalTime });
export type Break = z.infer<typeof Break>;

/** Days off, first and last included; with `between` only that part of each day. */
export const TimeOff = z.object({
  from: LocalDate,
  to: LocalDate,
  between: z.object({ from: LocalTime, to: LocalTime }).optional(),
});
export type TimeOff = z.infer<typeof TimeOff>;

export const Staff = z.object({
  key: Key,
  name: z.string(),
  shortName: z.string(),
  role: z.string(),
  gender: z.string().optional(),
  languages: z.array(z.string()),
  experienceYears: z.number().int().optional(),
  /** Treatments this person may perform. */
  skills: z.array(Key),
  shifts: z.array(Shift),
  breaks: z.array(Break).optional(),
  timeOff: z.array(TimeOff).optional(),
  /** Where prices differ by who performs: `bac_si_truong`. */
  level: Key.optional(),
});
export type Staff = z.infer<typeof Staff>;

/** A room serves `capacity` customers at once; each place is booked on its own. */
export const Room = z.object({
  key: Key,
  branch: Key,
  name: z.string(),
  capacity: z.number().int().positive(),
  equipment: z.array(z.string()),
});
export type Room = z.infer<typeof Room>;

/** One device. A treatment asks for a kind; which of its devices is used is part of the slot. */
export const Machine = z.object({
  key: Key,
  kind: Key,
  branch: Key,
  name: z.string(),
  /** The rooms it is rolled into; without a list, every room of its branch. */
  rooms: z.array(Key).optional(),
});
export type Machine = z.infer<typeof Machine>;

export const Price = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), amount: Vnd, unit: z.string() }),
  z.object({ kind: z.literal('from'), min: Vnd, unit: z.string() }),
  z.object({ kind: z.literal('range'), min: Vnd, max: Vnd, unit: z.string() }),
]);
export type Price = z.infer<typeof Price>;

export const Variant = z.object({
  area: Key,
  name: z.string(),
  amount: Vnd,
  durationMin: z.number().int().positive().optional(),
});
export type Variant = z.infer<typeof Variant>;

export const Treatment = z.object({
  key: Key,
  name: z.string(),
  category: z.string(),
  durationMin: z.number().int().positive(),
  price: Price,
  variants: z.array(Variant),
  package: z.object({ sessions: z.number().int().positive(), amount: Vnd }).optional(),
  sessionsRecommended: z.string().optional(),
  pain: z.string().optional(),
  downtime: z.string().optional(),
  resultNote: z.string().optional(),
  aliases: z.array(z.string()),
  concerns: z.array(z.string()),
  branches: z.array(Key),
  rooms: z.array(Key),
  /** The kind of machine it needs. */
  machine: Key.optional(),
  /** Minutes before and after the customer's time in which person, place and machine are busy. */
  prepMin: z.number().int().positive().optional(),
  cleanUpMin: z.number().int().positive().optional(),
  /** Where it depends on who performs; a level without a price has the list price. */
  levelPrices: z.array(z.object({ level: Key, amount: Vnd })).optional(),
  rules: TreatmentRules.optional(),
  contraindications: z.array(z.string()),
  minAge: z.number().int().nonnegative(),
  deposit: Vnd,
  rebookIntervalDays: z.number().int().nonnegative(),
  aftercare: z.array(z.object({ afterHours: z.number().positive(), text: z.string() })),
});
export type Treatment = z.infer<typeof Treatment>;

export const Promotion = z.object({
  key: Key,
  title: z.string(),
  treatments: z.array(Key),
  area: Key.optional(),
  validFrom: LocalDate,
  validTo: LocalDate,
  offer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fixed_price'), amount: Vnd }),
    z.object({ kind: z.literal('percent'), percent: z.number().int().min(1).max(100) }),
    z.object({ kind: z.literal('combo'), amount: Vnd }),
  ]),
  conditions: z.string(),
  terms: PromotionTerms.optional(),
});
export type Promotion = z.infer<typeof Promotion>;

export const Faq = z.object({ key: Key, question: z.string(), answer: z.string() });
export type Faq = z.infer<typeof Faq>;

export const BookingRules = z.object({
  slotStepMinutes: z.number().int().positive(),
  minLeadMinutes: z.number().int().nonnegative(),
  maxAdvanceDays: z.number().int().positive(),
  holdMinutes: z.number().int().positive(),
  /** How long a slot is kept for somebody from the waiting list; an hour where nothing is said. */
  offerMinutes: z.number().int().positive().optional(),
  /** How long a booking waits for its deposit; without it, until staff decide. */
  depositHours: z.number().int().positive().optional(),
  /** Customers move a booking themselves until so many hours before it; later staff decide. Unset: until it begins. */
  moveHours: z.number().int().positive().optional(),
});
export type BookingRules = z.infer<typeof BookingRules>;

/** Ways to the clinic beside its hotlines, and when those are answered; what is left out the clinic does not have. */
export const Contacts = z.object({
  landline: z.string().optional(),
  website: z.string().optional(),
  email: z.string().optional(),
  /** As the clinic writes them: "08:30-20:30 hằng ngày", "24/7". */
  hotlineHours: z.string().optional(),
  medicalHotlineHours: z.string().optional(),
});
export type Contacts = z.infer<typeof Contacts>;

/** Whom a conversation is handed to, and what may be promised about it. */
export const HandoffRule = z.object({ to: z.string(), promise: z.string(), phone: z.string().optional() });
export type HandoffRule = z.infer<typeof HandoffRule>;

export const Clinic = z.object({
  name: z.string(),
  shortName: z.string(),
  city: z.string(),
  zone: z.string(),
  hotline: z.string(),
  medicalHotline: z.string(),
  contacts: Contacts,
  /** Languages customers are served in, as codes; which person speaks which stands with the staff. */
  languages: z.array(z.string()),
  bookingRules: BookingRules,
  /** How long to wait for a customer's further words before answering; unset, as usual. */
  settleMs: z.number().int().min(0).max(10_000).optional(),
  branches: z.array(Branch).nonempty(),
  holidays: z.array(Holiday),
  staff: z.array(Staff),
  rooms: z.array(Room),
  machines: z.array(Machine).optional(),
  treatments: z.array(Treatment),
  areas: z.array(z.object({ key: Key, name: z.string() })),
  notOffered: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), say: z.string() })),
  promotions: z.array(Promotion),
  faqs: z.array(Faq),
  policies: z.array(z.object({ key: Key, text: z.string() })),
  handoff: z.object({ medical: HandoffRule, complaint: HandoffRule, human: HandoffRule }),
  /** A written rule: a customer's thanks end a handoff, when nothing is open between them and staff. */
  releaseOnThanks: z.boolean().optional(),
  /** Absent: made from `handoff` and the opening hours. */
  onCall: OnCall.optional(),
  /** Where deposits go; without it staff tell each customer. */
  bank: Bank.optional(),
  /** How the assistant speaks; without it, as most clinics do. */
  voice: Voice.optional(),
});
export type Clinic = z.infer<typeof Clinic>;
