import { type Instant, minuteMs, type TurnLoad } from '@glowbot/core';
import { isSettled, turnDueAt } from './ripening.ts';
import type { House } from './house.ts';
import type { ConversationRow, InboxRow } from './rows.ts';
import { issueScope } from './scope.ts';

/** More than this in one turn is a flood; the rest waits for the next turn. */
const mostAtOnce = 200;

/** A live worker may have lost sight of a lease; after this it is void, and its fence with it. */
const longestLeaseMs = minuteMs;

/** Leases conversations in the order in which they began to wait, and loads their turns. */
export function claimTurns(house: House, workerId: string, limit: number): TurnLoad[] {
  if (limit < 1 || !house.isAlive(workerId)) return [];
  const now = house.clock();
  const wanted: { row: ConversationRow; since: number }[] = [];
  for (const row of house.conversations.values()) {
    if (!isFree(house, row, now) || turnDueAt(row) > now) continue;
    wanted.push({ row, since: row.inbox.find(({ handled }) => handled === null)?.seq ?? 0 });
  }
  return wanted
    .toSorted((a, b) => a.since - b.since)
    .slice(0, limit)
    .map(({ row }) => lease(house, row, workerId, now));
}

export function isFree(house: House, { lease: held, retryAt }: ConversationRow, now: Instant): boolean {
  if (retryAt !== null && retryAt > now) return false;
  return !held || !house.isAlive(held.workerId) || held.at < house.leaseClock() - longestLeaseMs;
}

function lease(house: House, row: ConversationRow, workerId: string, now: Instant): TurnLoad {
  row.lease = { workerId, at: house.leaseClock() };
  row.fence += 1;
  const { id, name: _, ...consent } = row.customer;
  return {
    lease: { clinicId: row.clinicId, conversationId: row.id, fence: String(row.fence) },
    scope: issueScope([row.clinicId]),
    clinicVersion: house.clinics.get(row.clinicId)?.version ?? 0,
    conversation: {
      channel: row.channel,
      accountId: row.accountId,
      contactId: row.contactId,
      customerId: id,
      snapshot: row.snapshot,
      chartVersion: row.chartVersion,
      epoch: row.epoch,
    },
    customer: { name: row.customer.name, ...consent },
    waiting: waitingOf(row),
    isSettled: isSettled(row, now),
    unsaid: row.outbox
      .filter(({ state, epoch, author }) => state === 'queued' && author === 'bot' && epoch === row.epoch)
      .map(({ id: replyId, plan, proactive, before }) => ({ id: replyId, plan, proactive, before })),
    dueTimers: [...row.timers]
      .filter(([, dueAt]) => dueAt <= now)
      .map(([name, dueAt]) => ({ name, dueAt }))
      .toSorted((a, b) => a.dueAt - b.dueAt || (a.name < b.name ? -1 : 1)),
  };
}

/** By time at the vendor, then by arrival. */
function waitingOf(row: ConversationRow): TurnLoad['waiting'] {
  return row.inbox
    .filter((item: InboxRow) => item.handled === null)
    .toSorted((a, b) => a.at - b.at || a.seq - b.seq)
    .slice(0, mostAtOnce)
    .map(({ seq, event }) => ({ seq: String(seq), event }));
}
