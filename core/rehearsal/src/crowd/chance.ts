/** Chance that comes out the same for the same seed. */
export type Chance = {
  /** At least 0, less than `limit`. */
  below(limit: number): number;
  happens(probability: number): boolean;
  one<T>(items: readonly T[]): T;
  /** One by weight: `[weight, item]`. */
  weighted<T>(items: readonly (readonly [number, T])[]): T;
};

/** Mulberry32: small, fast, and good enough to imagine people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  function one<T>(items: readonly T[]): T {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('there was nothing to choose from');
    return item;
  }
  return {
    below,
    happens: (probability) => next() < probability,
    one,
    weighted(items) {
      let left = next() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return one(items)[1];
    },
  };
}
