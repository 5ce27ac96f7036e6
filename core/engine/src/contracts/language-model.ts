import { z } from 'zod';
import { Key } from '../domain/clinic.ts';
import { LocalDate, LocalTime } from '../domain/clinic-time.ts';
import { Question } from '../machines/effects.ts';
import { Intent, PartOfDay } from '../understanding/understanding.ts';

/** What a model is asked for: to read a customer's words, to word a reply, or to put a conversation in short for staff. */
export const ModelUse = z.enum(['understand', 'word', 'brief']);
export type ModelUse = z.infer<typeof ModelUse>;

/** Why there is no answer, by what must happen next. Whatever it is, rules and templates finish the turn. */
export const Unavailability = z.enum([
  /** Nothing is wrong: the clinic, or the operator, does not want a model here. */
  'switched-off',
  /** The clinic's tokens of this month are spent. */
  'over-budget',
  /** Too many calls are in flight, or the vendor failed so often that it is left alone for a while. */
  'busy',
  /** The key, its rights or the vendor's account: an operator must look. */
  'key-refused',
  /** Our request or the name of the model: a defect, which repeating does not cure. */
  'request-refused',
  'rate-limited',
  'vendor-failed',
  'no-answer-in-time',
  /** The model declined to answer. */
  'declined',
  'cut-off',
  /** An answer that does not have the agreed shape. */
  'nonsense',
  /** What it would cost could not be written down, so it was not asked. */
  'ledger-failed',
  /** The customer wrote again meanwhile, or the server is stopping. */
  'moot',
]);
export type Unavailability = z.infer<typeof Unavailability>;

/** What a call cost and what it sent: never the words, unless somebody asked to see them. */
export type ModelTrace = {
  model: string;
  /** The vendor's own id of the last attempt. */
  requestId: string | null;
  /** SHA-256 of what was sent, in hex. */
  promptHash: string;
  promptBytes: number;
  answerBytes: number;
  inputTokens: number;
  outputTokens: number;
  /** The part of the input that the vendor read from its cache, and the part it wrote there. */
  cacheReadTokens: number;
  cacheWriteTokens: number;
  attempts: number;
  ms: number;
  /** For a clinic that is looking for a mistake; kept nowhere unless it switched that on. */
  sent: { prompt: string; answer: string };
};

/** `trace` is null when nothing was sent. */
export type ModelAnswer<T> =
  | { kind: 'answered'; value: T; trace: ModelTrace }
  | { kind: 'unavailable'; why: Unavailability; trace: ModelTrace | null };

export type ModelCall = {
  /** The clinic's own choice of model; null leaves it to the package. */
  model: string | null;
  /** After this the promise has settled, whatever the vendor does. */
  withinMs: number;
  /** Aborted when the answer would no longer be used. */
  signal: AbortSignal;
  /** An opaque name of the person, for the vendor's abuse control: nothing can be read from it. */
  person: string;
};

const Line = z.object({ by: z.enum(['customer', 'clinic']), text: z.string() });
export type ThreadLine = z.infer<typeof Line>;

/** What a model may know of a clinic. `stable` is the same for every call under one version of the records, so it can be cached. */
export const Knowledge = z.object({ stable: z.string(), relevant: z.string() });
export type Knowledge = z.infer<typeof Knowledge>;

/** The engine has replaced names and phone numbers before anything comes here. */
export const UnderstandRequest = z.object({
  knowledge: Knowledge,
  /** The clinic's calendar and clock, e.g. `2026-11-23 10:05 mon`. */
  now: z.string(),
  /** What was said before, oldest first. */
  thread: z.array(Line),
  /** What the clinic last asked, with the answers it offered. */
  asked: Question.nullable(),
  choices: z.array(z.string()),
  /** What the customer says now. */
  texts: z.array(z.string()).nonempty(),
});
export type UnderstandRequest = z.infer<typeof UnderstandRequest>;

/**
 * What a model may report. Consent, agreement, choices and personal details are not among it: those are read by rules alone,
 * because a booking, a message permission or a phone number must never hang on a guess.
 */
export const ModelIntent = Intent.exclude([
  'confirm_yes',
  'confirm_no',
  'choose_option',
  'give_phone',
  'give_name',
  'opt_out',
  'opt_in',
  'spam',
  'prompt_injection',
]);
export type ModelIntent = z.infer<typeof ModelIntent>;

const quoted = { quote: z.string() };
const named = z.object({ key: Key, ...quoted });

/** A model's reading: only names of the clinic's records and the customer's own words, never a fact of its own. */
export const ModelReading = z.object({
  intents: z.array(z.object({ intent: ModelIntent, ...quoted })),
  treatments: z.array(named),
  area: named.nullable(),
  branch: named.nullable(),
  staff: named.nullable(),
  /** Frequent questions of the clinic that are being asked. */
  faqs: z.array(named),
  when: z
    .object({
      date: LocalDate.nullable(),
      dateRange: z.tuple([LocalDate.nullable(), LocalDate.nullable()]).nullable(),
      time: LocalTime.nullable(),
      partOfDay: PartOfDay.nullable(),
      ...quoted,
    })
    .nullable(),
});
export type ModelReading = z.infer<typeof ModelReading>;

export const WordRequest = z.object({
  /** How the clinic likes to sound, in its own words. */
  voice: z.string(),
  clinic: z.string(),
  thread: z.array(Line),
  /** What must be said: finished sentences in which every fact is a numbered mark such as ⟦1⟧. */
  draft: z.string(),
  /** What each mark stands for, so that the sentence around it fits; personal ones are only described. */
  marks: z.array(z.object({ mark: z.string(), means: z.string() })),
  /** A former attempt, and why it may not be said. */
  refused: z.object({ messages: z.array(z.string()), why: z.array(z.string()) }).nullable(),
});
export type WordRequest = z.infer<typeof WordRequest>;

/** One or two short messages, with every mark in its place. */
export const Wording = z.object({ messages: z.array(z.string().min(1).max(1200)).min(1).max(2) });
export type Wording = z.infer<typeof Wording>;

export const BriefRequest = z.object({
  clinic: z.string(),
  /** Why a person was called. */
  reason: z.string(),
  /** What the charts know, one fact a line. */
  facts: z.array(z.string()),
  thread: z.array(Line),
});
export type BriefRequest = z.infer<typeof BriefRequest>;

/** What staff see first: they decide what of it they use. */
export const Brief = z.object({
  title: z.string().min(1).max(80),
  summary: z.string().min(1).max(800),
  replies: z.array(z.string().min(1).max(600)).max(3),
});
export type Brief = z.infer<typeof Brief>;

/** Why the vendor is left alone for now, and for how much longer. */
export type Resting = { why: Unavailability; forMs: number };

/**
 * A language model, as the engine may use it: it reads what the rules cannot and words what a chart has decided. It never
 * decides what happens next, and everything it returns is checked like any other input. It never throws for a reason of the
 * vendor's: an expected failure is an answer, and rules and templates finish the turn.
 */
export interface LanguageModel {
  understand(request: UnderstandRequest, call: ModelCall): Promise<ModelAnswer<ModelReading>>;
  word(request: WordRequest, call: ModelCall): Promise<ModelAnswer<Wording>>;
  brief(request: BriefRequest, call: ModelCall): Promise<ModelAnswer<Brief>>;
  /** Not null while calls are not even tried, because the latest ones failed. */
  resting(): Resting | null;
}
