export type RateLimit = { take(key: string): { allowed: boolean; limit: number; remain: number } };

/** Counts in fixed windows that begin anew together, as both vendors describe theirs. */
export function createRateLimit(limit: number, windowMs: number, now: () => number): RateLimit {
  const counts = new Map<string, number>();
  let window = -1;
  return {
    take(key) {
      const current = Math.floor(now() / windowMs);
      if (current !== window) {
        counts.clear();
        window = current;
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { allowed: count <= limit, limit, remain: Math.max(0, limit - count) };
    },
  };
}
