import type { Instant } from '@glowbot/core';
import { isFree } from './claiming.ts';
import type { House } from './house.ts';
import { turnDueAt } from './ripening.ts';
import type { ConversationRow } from './rows.ts';
import { firstOpen } from './sending.ts';

/** The earliest instant at which some worker finds something to do. */
export function nextDueAt(house: House): Instant | null {
  let earliest = Number.POSITIVE_INFINITY;
  for (const row of house.conversations.values()) {
    earliest = Math.min(earliest, claimableAt(house, row), sendDueAt(row));
  }
  for (const { state, workerId, dueAt } of house.alerts.values()) {
    if (state === 'queued' && workerId === null) earliest = Math.min(earliest, dueAt);
  }
  return Number.isFinite(earliest) ? earliest : null;
}

function claimableAt(house: House, row: ConversationRow): Instant {
  const dueAt = turnDueAt(row);
  if (row.retryAt !== null) return Math.max(dueAt, row.retryAt);
  /** Somebody is at it now; what comes afterwards shows when they are done. */
  return isFree(house, row, house.clock()) ? dueAt : Number.POSITIVE_INFINITY;
}

function sendDueAt(row: ConversationRow): Instant {
  const first = firstOpen(row);
  return first && first.workerId === null ? first.dueAt : Number.POSITIVE_INFINITY;
}
