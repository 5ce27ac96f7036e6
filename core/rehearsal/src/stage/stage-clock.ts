import type { Instant, Scheduler } from '@glowbot/core';

/** A clock that moves only when told to, and the callbacks that wait for it. */
export type StageClock = {
  readonly now: () => Instant;
  set(to: Instant): void;
  after: Scheduler;
  /** Calls back whoever waits, however long they meant to: on a stage nothing is to be won by polling. */
  callBack(): void;
};

export function stageClock(start: Instant): StageClock {
  let now = start;
  const waiting = new Set<() => void>();
  return {
    now: () => now,
    set(to) {
      now = to;
    },
    after(_ms, callback) {
      const call = () => callback();
      waiting.add(call);
      return () => waiting.delete(call);
    },
    callBack() {
      const calls = [...waiting];
      waiting.clear();
      for (const call of calls) call();
    },
  };
}
