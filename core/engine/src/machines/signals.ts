import { z } from 'zod';

/** What can be said in passing, and is answered in one line without losing the thread. */
export const Aside = z.enum(['injection', 'offTopic', 'spam', 'objection', 'smalltalk']);
export type Aside = z.infer<typeof Aside>;

/** Details of an appointment that a customer can correct. */
export const Detail = z.enum(['treatment', 'area', 'branch', 'staff', 'time', 'people', 'name', 'phone']);
export type Detail = z.infer<typeof Detail>;

/** What this turn brought. Gone when the turn is over, and never stored. */
export const Signals = z.object({
  /** The customer said something in this turn; false after a timer or a release by staff. */
  spoke: z.boolean(),
  understood: z.boolean(),
  redFlag: z.boolean(),
  contraindication: z.boolean(),
  /** Under the age at which the wished treatment is done. */
  tooYoung: z.boolean(),
  /** Under eighteen, but old enough for the wished treatment: with a guardian. */
  needsGuardian: z.boolean(),
  complaint: z.boolean(),
  wantsPerson: z.boolean(),
  /** A photo, or a voice message or file without a word: for a person's eyes and ears. */
  sent: z.enum(['photo', 'voice']).nullable(),
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
  /** Does not want the appointment that was being made. */
  drops: z.boolean(),
  aside: Aside.nullable(),
  /** The answer, yes or no, to the question that was open. */
  yes: z.boolean().nullable(),
  /** Would rather wait for a full time to become free. */
  waits: z.boolean(),
  /** In human hands: a written rule of the clinic gives the conversation back to the bot. */
  givesBack: z.boolean(),
  /** Details that replace what was known before. */
  corrected: z.array(Detail),
  /** After days of silence. */
  returned: z.boolean(),
});
export type Signals = z.infer<typeof Signals>;

export const silent: Signals = {
  spoke: false,
  understood: false,
  redFlag: false,
  contraindication: false,
  tooYoung: false,
  needsGuardian: false,
  complaint: false,
  wantsPerson: false,
  sent: null,
  optsOut: false,
  optsIn: false,
  asksAvailability: false,
  asks: false,
  answered: false,
  greets: false,
  thanks: false,
  defers: false,
  drops: false,
  aside: null,
  yes: null,
  waits: false,
  givesBack: false,
  corrected: [],
  returned: false,
};
