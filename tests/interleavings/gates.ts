/** One call that a worker has made and that has not begun: whoever holds the gates decides when it does. */
export type GatedCall = { owner: string; name: string; run(): Promise<void> };

/** Holds calls back, so that a test chooses their order. Between two of them nothing else moves. */
export function gates() {
  let waiting: GatedCall[] = [];

  return {
    waiting: (): readonly GatedCall[] => waiting,
    hold<Result>(owner: string, name: string, call: () => Promise<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        waiting.push({ owner, name, run: () => call().then(resolve, reject) });
      });
    },
    /** Lets one call happen, and whatever follows from it go on to its next gate. */
    async release(call: GatedCall): Promise<void> {
      waiting = waiting.filter((one) => one !== call);
      await call.run();
      await settled();
    },
    /** As after the death of a process: its calls never happen, and nobody hears of it. */
    forget(owner: string): void {
      waiting = waiting.filter((call) => call.owner !== owner);
    },
  };
}

/** Everything that can go on without a gate has gone on. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
