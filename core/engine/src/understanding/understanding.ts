import { z } from 'zod';
import { Key } from '../domain/clinic.ts';
import { LocalDate, LocalTime } from '../domain/clinic-time.ts';
import { Vnd } from '../domain/money.ts';
import { Phone } from '../domain/phone.ts';

/** What a customer wants from a message. The meanings stand in the glossary. */
export const intents = [
  'greet',
  'ask_price',
  'ask_promotion',
  'ask_treatment_info',
  'ask_location',
  'ask_hours',
  'ask_doctor',
  'ask_availability',
  'ask_policy',
  'book',
  'reschedule',
  'cancel',
  'confirm_yes',
  'confirm_no',
  'choose_option',
  'give_phone',
  'give_name',
  'give_time',
  'request_human',
  'complaint',
  'medical_red_flag',
  'contraindication',
  'minor',
  'ask_is_bot',
  'opt_out',
  'opt_in',
  'thanks_bye',
  'smalltalk',
  'off_topic',
  'price_objection',
  'defer',
  'describe_concern',
  'spam',
  'prompt_injection',
] as const;
export const Intent = z.enum(intents);
export type Intent = z.infer<typeof Intent>;

export const PartOfDay = z.enum(['morning', 'noon', 'afternoon', 'evening']);
export type PartOfDay = z.infer<typeof PartOfDay>;

/** When, as the customer said it; nothing is added, and nothing is dropped because it cannot be booked. */
export const When = z.object({
  date: LocalDate.optional(),
  /** Both days included; null leaves that end open. */
  dateRange: z.tuple([LocalDate.nullable(), LocalDate.nullable()]).optional(),
  time: LocalTime.optional(),
  timeRange: z.tuple([LocalTime.nullable(), LocalTime.nullable()]).optional(),
  partOfDay: PartOfDay.optional(),
});
export type When = z.infer<typeof When>;

/** The details found in a message. Keys of treatments, branches, areas and staff are the clinic's own. */
export const Entities = z.object({
  treatments: z.array(Key).optional(),
  /** The customer named something this clinic does not offer. */
  notOffered: z.string().optional(),
  area: Key.optional(),
  branch: Key.optional(),
  staff: Key.optional(),
  /** Frequent questions of the clinic that are being asked; only a language model names them. */
  faqs: z.array(Key).optional(),
  when: When.optional(),
  /** The day by which something is to be over: a wedding, the first day of Tết. Nobody wants an appointment on it. */
  event: LocalDate.optional(),
  phone: Phone.optional(),
  name: z.string().max(80).optional(),
  budget: Vnd.optional(),
  age: z.number().int().min(0).max(120).optional(),
  people: z.number().int().min(1).max(20).optional(),
  /** The n-th of the choices just offered, from 1; -1 is the last. */
  option: z.number().int().optional(),
  /** Only by a tap: one of the customer's bookings, and the wish to wait for a full time. */
  booking: z.uuid().optional(),
  waits: z.boolean().optional(),
});
export type Entities = z.infer<typeof Entities>;

export const Evidence = z.object({
  /** Which intent or entity the words stand for. */
  of: z.string(),
  words: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Urgency = z.enum(['medical', 'angry']);

/** What one turn's words mean, by rules or by a language model: the same type from both. */
export const Understanding = z.object({
  intents: z.array(z.object({ intent: Intent, confidence: z.number().min(0).max(1) })),
  entities: Entities,
  urgency: Urgency.optional(),
  language: z.enum(['vi', 'en']),
  evidence: z.array(Evidence),
});
export type Understanding = z.infer<typeof Understanding>;

/** What the engine had just asked, so that "ok", "Lan" or "cái đầu" can be read as its answer. */
export const expectations = [
  'confirm',
  'name',
  'phone',
  'time',
  'option',
  'treatment',
  'branch',
  'area',
] as const;
export const Expectation = z.enum(expectations);
export type Expectation = z.infer<typeof Expectation>;

export function has(understanding: Understanding, intent: Intent): boolean {
  return understanding.intents.some((found) => found.intent === intent);
}
