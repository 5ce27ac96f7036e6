import type { z } from 'zod';
import type { Clinic } from '../domain/clinic.ts';
import type { LocalDateTime } from '../domain/clinic-time.ts';
import type { CopyFacts } from '../machines/effects.ts';
import type { Wish } from '../machines/wish.ts';
import type { CopyKey } from '../copy/copy-key.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** What a skill may look at: this turn, in this clinic. */
export type SkillTurn = {
  understanding: Understanding;
  /** What the customer wants so far, this turn included. */
  wish: Wish;
  clinic: Clinic;
  /** The clinic's own date and clock now. */
  now: LocalDateTime;
};

/** Something a skill would say. The chart decides whether and where it is said. */
export type Proposal = {
  /** Which question of the customer it answers. */
  answers: string;
  key: CopyKey;
  facts: CopyFacts;
};

/** A pluggable piece of knowing what to answer: pure, knows no other skill, no store, no clock. */
export interface Skill<Settings = unknown> {
  readonly name: string;
  readonly settings: z.ZodType<Settings>;
  consider(turn: SkillTurn, settings: Settings): readonly Proposal[];
}
