import type { Alert, Notifier } from '@glowbot/core';

export type Letter = Alert & { notifier: string; to: string; at: number };

/** The demo's people on call: what they are told lands in one mailbox on this machine, which a page shows. */
export type DemoMailbox = { notifiers: readonly Notifier[]; letters(): readonly Letter[] };

const mostLetters = 50;

export function demoMailbox(clock: () => number): DemoMailbox {
  const letters: Letter[] = [];
  const notifier = (name: string): Notifier => ({
    name,
    async deliver(alert, to) {
      letters.unshift({ ...alert, notifier: name, to, at: clock() });
      letters.length = Math.min(letters.length, mostLetters);
      return { kind: 'delivered' };
    },
  });
  return { notifiers: ['email', 'sms', 'zalo'].map(notifier), letters: () => letters };
}
