/** Remembers the most recent keys, up to a number: old ones are forgotten first. */
export function recentlySeen(most: number) {
  const keys = new Set<string>();
  return {
    has: (key: string) => keys.has(key),
    add(key: string): void {
      keys.delete(key);
      keys.add(key);
      if (keys.size > most) {
        const [oldest] = keys;
        if (oldest !== undefined) keys.delete(oldest);
      }
    },
    clear: () => keys.clear(),
  };
}
