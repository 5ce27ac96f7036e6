import type { AlertDraft, HandingOver, HandoffChange } from '@glowbot/core';
import type { House } from './house.ts';
import type { AlertRow, ConversationRow, HandoffRow } from './rows.ts';

/** Makes a turn's changes of its handoff in their order, then queues whom to tell. */
export function handOver(house: House, row: ConversationRow, { handoffs, alerts }: HandingOver): void {
  for (const change of handoffs) changeHandoff(house, row, change);
  for (const draft of alerts) queueAlert(house, row, draft);
}

const openHandoffOf = (row: ConversationRow): HandoffRow | undefined =>
  row.handoffs.find(({ closedAt }) => closedAt === null);

function changeHandoff(house: House, row: ConversationRow, change: HandoffChange): void {
  const open = openHandoffOf(row);
  if (change.kind === 'opened') {
    const { id, reason, priority, at } = change;
    if (open?.priority === 'urgent' || (open && priority === 'normal')) return;
    const handoff: HandoffRow = {
      id,
      openedAt: at,
      owner: null,
      calls: [],
      ...open,
      ...waiting,
      reason,
      priority,
    };
    if (open) Object.assign(open, handoff);
    else row.handoffs.push(handoff);
    house.unbriefed.set(open ?? handoff, { row, claimedAt: null });
    return;
  }
  if (!open) return;
  switch (change.kind) {
    case 'called': {
      const { step, person, answerBy, at } = change;
      open.calls.push({ seq: house.next(), step, person, answerBy, calledAt: at });
      Object.assign(open, {
        acknowledgedAt: null,
        owner: person ?? open.owner,
        answerBy,
        unattendedAt: person === null ? at : null,
      });
      break;
    }
    case 'acknowledged':
      if (open.acknowledgedAt !== null) return;
      Object.assign(open, { ...unanswered, acknowledgedAt: change.at, owner: change.by });
      withdraw(house, open);
      break;
    case 'closed':
      Object.assign(open, { closedAt: change.at, answerBy: null });
      house.unbriefed.delete(open);
      withdraw(house, open);
      break;
  }
}

const unanswered = { answerBy: null, acknowledgedAt: null, unattendedAt: null, closedAt: null };
const waiting = { ...unanswered, brief: null };

/** Nobody is called for what somebody has in hand. */
function withdraw(house: House, handoff: HandoffRow): void {
  for (const alert of house.alerts.values()) {
    if (alert.handoff === handoff && alert.state === 'queued') end(alert, 'withdrawn');
  }
}

export function end(alert: AlertRow, state: AlertRow['state']): void {
  Object.assign(alert, { state, workerId: null, claimedAt: null });
}

function queueAlert(house: House, row: ConversationRow, draft: AlertDraft): void {
  const handoff = openHandoffOf(row);
  const call = handoff?.calls.findLast(({ step, person }) => step === draft.step && person === draft.person);
  if (!handoff || !call || handoff.acknowledgedAt !== null) return;
  const { id, person, notifiers, dueAt } = draft;
  house.alerts.set(id, {
    id,
    person,
    dueAt,
    conversation: row,
    handoff,
    callSeq: call.seq,
    notifiers: [...notifiers],
    state: 'queued',
    tries: 0,
    attempts: [],
    workerId: null,
    claimedAt: null,
  });
}
