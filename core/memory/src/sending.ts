import { minuteMs, type SendJob, type SendRequest } from '@glowbot/core';
import type { House } from './house.ts';
import type { ConversationRow, OutboxRow } from './rows.ts';
import { issueScope } from './scope.ts';
import { storable } from './storable.ts';

const longestClaimMs = minuteMs;
const longestSendMs = 90_000;

const isOpen = ({ state }: OutboxRow) => state === 'queued' || state === 'sending' || state === 'unknown';

export const firstOpen = (row: ConversationRow): OutboxRow | undefined => row.outbox.find(isOpen);

/** Takes rows that are due, free, and the first open one of their conversation. */
export function claimSends(house: House, workerId: string, limit: number): SendJob[] {
  if (limit < 1 || !house.isAlive(workerId)) return [];
  const now = house.clock();
  const ready: OutboxRow[] = [];
  for (const conversation of house.conversations.values()) {
    const first = firstOpen(conversation);
    if (!first) continue;
    findStranded(house, first);
    if (first.state === 'queued' && isOutdated(conversation)) continue;
    if (first.state !== 'sending' && first.dueAt <= now && isUnclaimed(house, first)) ready.push(first);
  }
  return ready
    .toSorted((a, b) => a.dueAt - b.dueAt || a.seq - b.seq)
    .slice(0, limit)
    .map((row) => {
      Object.assign(row, { workerId, claimedAt: house.leaseClock() });
      return row;
    })
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((row) => toJob(house, row));
}

/** The customer has said something since: the next turn will say this reply with its own, or release it. */
const isOutdated = ({ inbox }: ConversationRow): boolean =>
  inbox.some(({ handled, speaks }) => handled === null && speaks);

/** What a worker left in the middle of a send was perhaps said: it is looked up, never sent again as it is. */
function findStranded(house: House, row: OutboxRow): void {
  if (row.state !== 'sending') return;
  const isLong = (row.claimedAt ?? 0) < house.leaseClock() - longestSendMs;
  if (!isLong && row.workerId !== null && house.isAlive(row.workerId)) return;
  Object.assign(row, { state: 'unknown', workerId: null, claimedAt: null, dueAt: house.clock() + 1_000 });
}

function isUnclaimed(house: House, { workerId, claimedAt }: OutboxRow): boolean {
  if (workerId === null || !house.isAlive(workerId)) return true;
  return (claimedAt ?? 0) < house.leaseClock() - longestClaimMs;
}

function toJob(house: House, row: OutboxRow): SendJob[] {
  const { id, clinicId, conversation, plan, proactive, attempts, lookUps, state, texts, sendingAt } = row;
  if (state !== 'queued' && state !== 'unknown') return [];
  return [
    {
      id,
      clinicId,
      scope: issueScope([clinicId]),
      clinicVersion: house.clinics.get(clinicId)?.version ?? 0,
      conversationId: conversation.id,
      channel: conversation.channel,
      accountId: conversation.accountId,
      contactId: conversation.contactId,
      customerSpokeAt: conversation.customerSpokeAt,
      optedOut: conversation.customer.optedOut,
      plan,
      proactive,
      attempts,
      lookUps,
      state,
      texts,
      sendingAt,
    },
  ];
}

/**
 * Allows a send and keeps its exact words before they leave. A row decided before a takeover, or unasked for by somebody who
 * opted out, is withheld for good; one that is not first in its conversation, or outdated, goes back to the queue.
 */
export function authoriseSend(house: House, workerId: string, request: SendRequest): boolean {
  const row = house.outbox.get(request.id);
  if (!row || row.clinicId !== request.clinicId) return false;
  if (row.state !== 'queued' || row.workerId !== workerId || !house.isAlive(workerId)) return false;
  const why =
    row.author === 'bot' && row.epoch < row.conversation.epoch
      ? 'taken-over'
      : row.proactive && row.conversation.customer.optedOut
        ? 'opted-out'
        : null;
  const mayGo = firstOpen(row.conversation) === row && !isOutdated(row.conversation);
  row.texts = request.texts.map(storable);
  row.said = storable(request.texts.join('\n'));
  row.choices = request.choices;
  if (why !== null || !mayGo) {
    Object.assign(row, {
      workerId: null,
      claimedAt: null,
      ...(why === null ? {} : { state: 'withheld', why }),
    });
    return false;
  }
  Object.assign(row, {
    state: 'sending',
    claimedAt: house.leaseClock(),
    sendingAt: house.clock(),
    attempts: row.attempts + 1,
  });
  return true;
}
