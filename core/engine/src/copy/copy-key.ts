import { z } from 'zod';
import { Key } from '../domain/clinic.ts';
import { Instant, LocalDate, LocalTime } from '../domain/clinic-time.ts';
import { Vnd } from '../domain/money.ts';
import { Phone } from '../domain/phone.ts';
import { Refusal } from '../domain/slot.ts';

const nothing = z.object({});
const treatment = z.object({ treatment: Key });
const priced = z.object({ treatment: Key, area: Key.nullable(), unit: z.string() });
const appointment = z.object({
  treatment: Key,
  area: Key.nullable(),
  branch: Key,
  staff: Key,
  start: Instant,
  name: z.string().nullable(),
  phone: Phone.nullable(),
});

/** Every sentence the bot can say, with the facts it needs. The catalogues of all languages hold exactly these keys. */
export const copyFacts = {
  'intro.assistant': nothing,
  'greet.hello': nothing,
  'help.topics': nothing,
  'thanks.welcome': nothing,
  'defer.fine': nothing,
  'price.fixed': priced.extend({ amount: Vnd }),
  'price.from': priced.extend({ min: Vnd }),
  'price.range': priced.extend({ min: Vnd, max: Vnd }),
  'price.free': treatment,
  'price.package': treatment.extend({ sessions: z.number().int().positive(), amount: Vnd }),
  'price.which': nothing,
  'treatment.info': treatment,
  'faq.answer': z.object({ answer: z.string() }),
  'notOffered.answer': z.object({ say: z.string() }),
  'availability.free': z.object({ start: Instant, branches: z.string() }),
  'ask.invite': nothing,
  'ask.treatment': nothing,
  'ask.area': treatment,
  'ask.screening': treatment,
  'ask.branch': z.object({ branches: z.string() }),
  'ask.time': treatment,
  /** `times` names each offered start and its branch as `<ms>@<branch>`, with spaces between. */
  'ask.timeChoices': z.object({ times: z.string() }),
  'ask.name': nothing,
  'ask.phone': z.object({ name: z.string().nullable() }),
  'ask.agreement': appointment,
  'slot.refused': z.object({ refusal: Refusal, date: LocalDate.nullable(), time: LocalTime.nullable() }),
  'slot.none': nothing,
  'slot.lapsed': nothing,
  'booked.confirmed': appointment,
  'booked.awaitingDeposit': appointment,
  'reminder.attendance': z.object({ treatment: Key, branch: Key, start: Instant }),
  'attendance.thanks': nothing,
  'handoff.medical': nothing,
  'handoff.contraindication': nothing,
  'handoff.complaint': nothing,
  'handoff.person': nothing,
  'handoff.notUnderstood': nothing,
  'handoff.unanswered': nothing,
  'optOut.done': nothing,
  'optIn.done': nothing,
  'isBot.yes': nothing,
} as const satisfies Record<string, z.ZodObject>;

export type CopyKey = keyof typeof copyFacts;
export const copyKeys = Object.keys(copyFacts).filter((key): key is CopyKey => key in copyFacts);
export const CopyKey = z.enum(copyKeys);

export type FactsOf<K extends CopyKey> = z.infer<(typeof copyFacts)[K]>;
