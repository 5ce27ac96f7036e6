import { overlap, type TimeSpan } from './slot.ts';

/** Somebody or something is needed for a span of time, and each of these would do; the earlier, the better. */
export type Want<T> = { span: TimeSpan; choices: readonly T[] };

/** One choice for each want, so that none is used twice at the same time; or undefined when there are not enough. */
export function chooseEach<T>(
  wants: readonly Want<T>[],
  isSame: (one: T, other: T) => boolean,
): T[] | undefined {
  const chosen: { span: TimeSpan; choice: T }[] = [];
  function choose([want, ...rest]: readonly Want<T>[]): boolean {
    if (!want) return true;
    for (const choice of want.choices) {
      if (chosen.some((taken) => isSame(taken.choice, choice) && overlap(taken.span, want.span))) continue;
      chosen.push({ span: want.span, choice });
      if (choose(rest)) return true;
      chosen.pop();
    }
    return false;
  }
  return choose(wants) ? chosen.map(({ choice }) => choice) : undefined;
}
