import type { Instant } from '@glowbot/core';

export type FindingKind = 'treatment' | 'promotion' | 'handoff' | 'sentence' | 'inside';

/** Something that will go wrong between the charts and a clinic's records. */
export type Finding = {
  kind: FindingKind;
  /** Keys of the records it is about, or the sentence: `peel at cs2`. */
  about: string;
  /** What is wrong, for whoever keeps the records. */
  why: string;
  /** The shortest conversation found that shows it, as a journey writes it down; null: no conversation shows it. */
  conversation: { at: Instant; lines: readonly string[] } | null;
};

/** What the records alone show to be wrong, before anybody has said a word. */
export type RecordFault = Omit<Finding, 'conversation'>;
