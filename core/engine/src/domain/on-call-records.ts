import { z } from 'zod';
import { LocalTime, weekdays } from './clinic-time.ts';
import { Key } from './key.ts';

/** The records of who comes when the bot hands over. */

/** Why a conversation is handed to a person. */
export const HandoffReason = z.enum([
  'medical',
  'contraindication',
  'complaint',
  'human_request',
  'media',
  'booking_not_found',
  'not_understood',
  'unanswered_question',
  'staff_took_over',
  'unsure_speaker',
  'not_delivered',
  'quarantined',
  'came_late',
  'late_change',
]);
export type HandoffReason = z.infer<typeof HandoffReason>;

export const HandoffPriority = z.enum(['normal', 'urgent']);
export type HandoffPriority = z.infer<typeof HandoffPriority>;

/** A way of reaching a person: the name of one of the server's notifiers, and the address it needs. */
export const Way = z.object({ notifier: Key, to: z.string().min(1).max(2_000) });
export type Way = z.infer<typeof Way>;

export const OnCallPerson = z.object({
  key: Key,
  name: z.string(),
  /** The clinic's own key for what this person is on call for: `doctor`, `reception`. */
  role: Key,
  /** Shown to colleagues, who dial it themselves. */
  phone: z.string().optional(),
  /** In the order in which they are tried; one address for each. */
  ways: z
    .array(Way)
    .refine(
      (ways) => new Set(ways.map(({ notifier }) => notifier)).size === ways.length,
      'a way is named twice',
    ),
});
export type OnCallPerson = z.infer<typeof OnCallPerson>;

/** Weekly hours of a person on call. `to` not after `from` means the next day: 20:00 to 08:00 is a night. */
export const Duty = z.object({
  person: Key,
  weekday: z.enum(weekdays),
  from: LocalTime,
  to: LocalTime,
  /** Whether they hold on the clinic's holidays too. */
  onHolidays: z.boolean(),
});
export type Duty = z.infer<typeof Duty>;

/** One step of a call chain: this person, or whoever of this role is on duty, has so many minutes to answer. */
export const CallStep = z.union([
  z.object({ person: Key, minutes: z.number().int().positive() }),
  z.object({ role: Key, minutes: z.number().int().positive() }),
]);
export type CallStep = z.infer<typeof CallStep>;

export const CallChain = z.object({
  /** What a customer may be promised, in minutes of duty: somebody will have answered by then. */
  promiseMinutes: z.number().int().positive(),
  steps: z.array(CallStep).nonempty(),
});
export type CallChain = z.infer<typeof CallChain>;

/** Who comes when the bot hands over. A reason without a chain of its own goes the way of `human_request`. */
export const OnCall = z.object({
  people: z.array(OnCallPerson),
  duties: z.array(Duty),
  chains: z.partialRecord(HandoffReason, CallChain),
});
export type OnCall = z.infer<typeof OnCall>;
