import type { CommitResult, TurnCommit } from '@glowbot/core';
import { calendarAfter } from './calendar.ts';
import { handOver } from './handing-over.ts';
import { conversationKey, type House } from './house.ts';
import { keepQuestions } from './question-store.ts';
import type { ConversationRow, OutboxRow } from './rows.ts';
import { settle } from './settling.ts';
import { storable } from './storable.ts';
import { addMessage } from './thread.ts';
import { changeWaitingList, freedBy } from './waiting.ts';

/** Commits one turn: everything in it becomes true, or nothing. Nothing is awaited, so nobody sees half of it. */
export function commitTurn(house: House, workerId: string, commit: TurnCommit): CommitResult {
  const { lease } = commit;
  const row = house.conversations.get(conversationKey(lease.clinicId, lease.conversationId));
  const isHeld =
    row?.lease?.workerId === workerId && String(row.fence) === lease.fence && house.isAlive(workerId);
  if (!row || !isHeld) return { kind: 'fenced' };
  const left = commit.takenBack.filter((id) => house.outbox.get(id)?.state !== 'queued');
  if (left.length > 0) return { kind: 'outrun', left };
  const appointments = calendarAfter(house, row, commit.calendar);
  if (!appointments) return { kind: 'slot-taken' };

  const freed = freedBy(house, appointments);
  for (const appointment of appointments) house.appointments.set(appointment.id, appointment);
  changeWaitingList(house, row, commit.calendar, freed);
  if (commit.conversation.epoch > row.epoch) withholdOlder(row, commit.conversation.epoch);
  for (const id of commit.takenBack) withhold(house.outbox.get(id), 'said-with-the-next');
  for (const settlement of commit.settlements) settle(house, null, settlement);
  handle(row, commit);
  for (const message of commit.messages) addMessage(house, row, message);
  say(house, row, commit);
  setTimers(row, commit);
  rememberCustomer(row, commit);
  handOver(house, row, commit);
  keepQuestions(house, row, commit.questions);
  for (const step of commit.steps) row.steps.push({ ...step, seq: house.next() });
  const { customerSpokeAt, ...conversation } = commit.conversation;
  Object.assign(row, conversation, {
    customerSpokeAt:
      customerSpokeAt === null
        ? row.customerSpokeAt
        : Math.max(customerSpokeAt, row.customerSpokeAt ?? customerSpokeAt),
    touched: house.next(),
    lease: null,
    attempts: 0,
    retryAt: null,
  });
  return { kind: 'committed' };
}

/** Somebody took over: what the bot had decided before and not yet begun to send stays unsaid. */
function withholdOlder(row: ConversationRow, epoch: number): void {
  for (const reply of row.outbox) {
    if (reply.state === 'queued' && reply.author === 'bot' && reply.epoch < epoch)
      withhold(reply, 'taken-over');
  }
}

function withhold(reply: OutboxRow | undefined, why: string): void {
  if (reply) Object.assign(reply, { state: 'withheld', why, workerId: null, claimedAt: null });
}

function handle(row: ConversationRow, commit: TurnCommit): void {
  const handled = new Map(commit.handled.map(({ seq, ...ending }) => [seq, ending]));
  for (const item of row.inbox) item.handled ??= handled.get(String(item.seq)) ?? null;
}

function say(house: House, row: ConversationRow, commit: TurnCommit): void {
  for (const draft of commit.outbox) {
    const reply = {
      ...draft,
      seq: house.next(),
      clinicId: row.clinicId,
      conversation: row,
      state: 'queued' as const,
      why: null,
      dueAt: house.clock(),
      workerId: null,
      claimedAt: null,
      texts: [],
      said: null,
      choices: [],
      sendingAt: null,
      attempts: 0,
      lookUps: 0,
      vendorMessageIds: [],
    };
    row.outbox.push(reply);
    house.outbox.set(draft.id, reply);
  }
}

/** A timer that fired or was cancelled is gone; one set under the same name in the same turn is a new one. */
function setTimers(row: ConversationRow, commit: TurnCommit): void {
  for (const name of [...commit.firedTimers, ...commit.cancelTimers]) row.timers.delete(name);
  for (const { name, dueAt } of commit.setTimers) row.timers.set(name, dueAt);
}

/** What a customer told about themselves; what was not told stays. */
function rememberCustomer({ customer }: ConversationRow, { customer: told }: TurnCommit): void {
  if (told.name !== undefined) customer.name = storable(told.name);
  if (told.phone !== undefined) customer.phone = told.phone;
  if (told.optedOut !== undefined) customer.optedOut = told.optedOut;
}
