import { overlap, type TimeSpan } from './slot.ts';

/** Something is needed for a span of time, and each of these would do; the earlier, the better. */
export type Want<T> = { span: TimeSpan; choices: readonly T[] };

/**
 * One choice for each want, free for its span and used by no other want at the same time; or undefined when there are not enough.
 * Whether a choice is free is asked only when it is its turn: mostly the first ones do.
 */
export function chooseEach<T>(
  wants: readonly Want<T>[],
  isFree: (choice: T, span: TimeSpan) => boolean,
  isSame: (one: T, other: T) => boolean,
): T[] | undefined {
  const chosen: { span: TimeSpan; choice: T }[] = [];
  function choose(nth: number): boolean {
    const want = wants[nth];
    if (!want) return true;
    for (const choice of want.choices) {
      if (chosen.some((taken) => isSame(taken.choice, choice) && overlap(taken.span, want.span))) continue;
      if (!isFree(choice, want.span)) continue;
      chosen.push({ span: want.span, choice });
      if (choose(nth + 1)) return true;
      chosen.pop();
    }
    return false;
  }
  return choose(0) ? chosen.map(({ choice }) => choice) : undefined;
}
