import type { Scheduler } from '@glowbot/core';

/** One signal for all reasons to stop waiting, which knows which of them it was. */
export type Deadline = {
  signal: AbortSignal;
  leftMs(): number;
  stopped(): 'moot' | 'no-answer-in-time' | null;
  /** Takes the timer back. */
  end(): void;
};

export function createDeadline(
  withinMs: number,
  moot: AbortSignal,
  time: { clock: () => number; after: Scheduler },
): Deadline {
  const late = new AbortController();
  const until = time.clock() + withinMs;
  const cancel = time.after(withinMs, () => late.abort());
  return {
    signal: AbortSignal.any([late.signal, moot]),
    leftMs: () => until - time.clock(),
    stopped: () => (moot.aborted ? 'moot' : late.signal.aborted ? 'no-answer-in-time' : null),
    end: cancel,
  };
}

/** Waits, or stops waiting as soon as the signal says so. */
export function pause(ms: number, signal: AbortSignal, after: Scheduler): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = after(ms, done);
    signal.addEventListener('abort', done);
  });
}
