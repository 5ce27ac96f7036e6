import type { Instant } from '../domain/clinic-time.ts';
import type { ClinicScope } from './clinic-scope.ts';

/** What a clinic's tables know of how one customer came to their bookings; ids and times, and no word of what was said. */
export type StoredHistory = {
  customer: string;
  touches: readonly {
    id: string;
    at: Instant;
    kind: 'ad' | 'link' | 'qr' | 'follow-up' | 'organic';
    evidence: Readonly<Record<string, string>>;
  }[];
  words: readonly { id: string; at: Instant; author: 'staff' | 'bot' }[];
  bookings: readonly {
    id: string;
    treatment: string;
    madeAt: Instant;
    madeBy: 'chat' | 'staff' | 'import';
    changes: readonly {
      at: Instant;
      status: 'booked' | 'awaiting_deposit' | 'arrived' | 'completed' | 'no_show' | 'cancelled';
    }[];
  }[];
};

/** A line about an outcome, in the words of whoever judges; `nth` counts the lines of its outcome, from 1. */
export type StoredEntry = {
  outcome: string;
  nth: number;
  customer: string;
  kind: string;
  category: string;
  state: string;
  by: string;
  why: string | null;
  /** The verdict, and what it was judged by, as it was. */
  verdict: unknown;
  history: unknown;
  at: Instant;
};

export type StoredRules = { version: number; rules: unknown; by: string; at: Instant };

/** A line of a skill's own book; `source` is what it was written for, and makes it once. */
export type SkillEntry = {
  skill: string;
  account: string;
  source: string;
  /** Null: on an account of the clinic's. */
  customer: string | null;
  amount: number;
  at: Instant;
};

/** The books of who earned what. Lines are added and never changed. */
export interface AttributionStore {
  /** The rules in force, or those of one version; undefined where the clinic has none of its own. */
  attributionRules(scope: ClinicScope, version?: number): Promise<StoredRules | undefined>;
  /** False when this version is there already: a version is never rewritten. */
  addAttributionRules(scope: ClinicScope, rules: StoredRules): Promise<boolean>;
  /** Every clinic, one by one, for the job that keeps the books. */
  clinicsToSettle(): Promise<readonly { clinicId: string; scope: ClinicScope }[]>;
  /** Adds lines to the books of skills, each once. Returns how many were new. */
  addSkillEntries(scope: ClinicScope, entries: readonly SkillEntry[]): Promise<number>;
  /** Customers of whose bookings something may have changed since their last line. */
  customersToAttribute(scope: ClinicScope, limit: number): Promise<readonly string[]>;
  attributionHistory(scope: ClinicScope, customer: string): Promise<StoredHistory>;
  /** The lines of these outcomes, in order. */
  attributionLines(scope: ClinicScope, outcomes: readonly string[]): Promise<readonly StoredEntry[]>;
  /** All lines written from one instant until before another, in the order in which they were written. */
  attributionBetween(scope: ClinicScope, from: Instant, until: Instant): Promise<readonly StoredEntry[]>;
  /** Adds lines; one whose number somebody else has taken meanwhile is left out, to be judged again. Returns how many were added. */
  addAttributionLines(scope: ClinicScope, entries: readonly StoredEntry[]): Promise<number>;
}
