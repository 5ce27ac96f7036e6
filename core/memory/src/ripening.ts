import { type Instant, mostSettleMs } from '@glowbot/core';
import type { ConversationRow, InboxRow } from './rows.ts';

const never = Number.POSITIVE_INFINITY;

const waitingIn = ({ inbox }: ConversationRow): InboxRow[] => inbox.filter(({ handled }) => handled === null);

/** When the customer has had time to finish, or has been writing for too long. */
function settledAt(waiting: readonly InboxRow[]): Instant {
  const said = waiting.filter(({ speaks }) => speaks);
  const ripe = Math.max(...waiting.map(({ ripeAt }) => ripeAt));
  return Math.min(ripe, ...said.map(({ receivedAt }) => receivedAt + mostSettleMs));
}

export function isSettled(row: ConversationRow, now: Instant): boolean {
  const waiting = waitingIn(row);
  return waiting.length === 0 || settledAt(waiting) <= now;
}

/** When there is a turn to be made here; a timer waits for words that are still coming in. */
export function turnDueAt(row: ConversationRow): Instant {
  const waiting = waitingIn(row);
  const timerAt = Math.min(never, ...row.timers.values());
  if (waiting.length === 0) return timerAt;
  const urgent = Math.min(
    never,
    ...waiting.filter(({ speaks }) => !speaks).map(({ receivedAt }) => receivedAt),
  );
  const ripe = Math.max(...waiting.map(({ ripeAt }) => ripeAt));
  return Math.min(urgent, settledAt(waiting), Math.max(timerAt, ripe));
}
