/** One item of a set, and what was made of it. */
export type Judged = {
  id: string;
  tags: readonly string[];
  /** Counts for the table by tag. */
  isRight: boolean;
  /** What is wrong, for people to read; nothing when all of it is right. */
  faults: readonly string[];
};

export type Score = {
  /** Per cent, or a count where the name says so; null where the set holds nothing to measure. */
  figures: Readonly<Record<string, number | null>>;
  judged: readonly Judged[];
};

/** Holds predictions against a set's items. A missing prediction is an empty one. */
export type Scorer = (items: readonly unknown[], predictions: ReadonlyMap<string, unknown>) => Score;

/** To one decimal. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
