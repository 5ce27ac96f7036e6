import { z } from 'zod';
import { CopyKey } from '../copy/copy-key.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Instant, LocalDateTime, MonthDay } from '../domain/clinic-time.ts';
import { CopyFacts } from '../machines/effects.ts';
import type { Wish } from '../machines/wish.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** What a skill may look at: this turn, in this clinic. */
export type SkillTurn = {
  understanding: Understanding;
  /** What the customer wrote in this turn, message by message. */
  words: readonly string[];
  /** What the customer wants so far, this turn included. */
  wish: Wish;
  clinic: Clinic;
  /** The clinic's own date and clock now. */
  now: LocalDateTime;
};

/** What is loaded for a skill that says it needs it; nothing else is. */
export type SkillFacts = {
  /** What the clinic's records know of this customer. */
  customer: {
    /** Visits that took place. */
    visits: number;
    birthday: MonthDay | null;
  };
  /** The sums of the skill's own book, by account: of this customer, and of the whole clinic. */
  book: {
    customer: Readonly<Record<string, number>>;
    clinic: Readonly<Record<string, number>>;
  };
};
export type SkillNeed = keyof SkillFacts;

/** Something a skill would say. The chart decides whether and where it is said. */
export const Answer = z.strictObject({
  /** Which question of the customer it answers; of several answers to one question the first skill's is said. */
  answers: z.string().min(1).max(200),
  /** Said right after the answer to this question, where there is one; else in its own place. */
  beside: z.string().min(1).max(200).optional(),
  key: CopyKey,
  facts: CopyFacts,
});
export type Answer = z.infer<typeof Answer>;

/** A question that no record answers: it is kept for the clinic's people, who can answer it once and for all. */
export const OpenQuestion = z.strictObject({
  answers: z.string().min(1).max(200),
  /** The question in the customer's own words. */
  open: z.string().min(1).max(500),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

export const Proposal = z.union([Answer, OpenQuestion]);
export type Proposal = z.infer<typeof Proposal>;

/** Something that happened to a customer's booking, as a skill hears of it. */
export type Happening = {
  id: string;
  kind: 'booking.made' | 'booking.cancelled' | 'visit.arrived' | 'visit.completed' | 'visit.missed';
  at: Instant;
  customerId: string;
  booking: { id: string; treatment: string };
};

/** One line a skill writes into its own book: an amount on an account of this customer, or of the clinic. */
export const Entry = z.strictObject({
  account: z.string().regex(/^[a-z][\w.:-]{0,99}$/),
  whose: z.enum(['customer', 'clinic']),
  amount: z.number().int().min(-1_000_000_000).max(1_000_000_000),
});
export type Entry = z.infer<typeof Entry>;

/**
 * A pluggable piece of knowing what to answer. Pure: it knows no other skill, no store, no clock, no chance, and answers the same
 * to the same. What it needs beside the turn it names, and it is loaded.
 */
export interface Skill<Settings extends object = object, Need extends SkillNeed = SkillNeed> {
  /** In kebab-case, and never changed: a clinic's settings and the skill's book are kept under it. */
  readonly name: string;
  /** An object in which everything has a default. It checks what an owner wants, and makes the form. */
  readonly settingsSchema: z.ZodType<Settings>;
  /** Grows when stored settings of before can no longer be read as they are. */
  readonly settingsVersion: number;
  readonly needs: readonly Need[];
  /** Settings of an older version, as this version's schema takes them. */
  migrateSettings?(older: unknown, version: number): unknown;
  consider(turn: SkillTurn, facts: Pick<SkillFacts, Need>, settings: Settings): readonly Proposal[];
  /** What is to be written into the skill's book because something happened. */
  observe?(happening: Happening, settings: Settings): readonly Entry[];
}
