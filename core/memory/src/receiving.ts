import {
  type Arrival,
  GlowBotError,
  type HouseEvent,
  type InboundEvent,
  notedAs,
  type Pace,
  paceOf,
  unsureMs,
  usualSettleMs,
} from '@glowbot/core';
import { conversationKey, type House } from './house.ts';
import type { ConversationRow } from './rows.ts';
import { clinicsOf } from './scope.ts';

/** Keeps one arrival, each vendor event id once. */
export function keepArrival(house: House, arrival: Arrival): 'kept' | 'duplicate' {
  const { account, conversationId, event } = arrival;
  if (!clinicsOf(account.scope).includes(account.clinicId)) {
    throw new GlowBotError('SCOPE_REFUSED', 'An account was presented with the scope of another clinic.');
  }
  const key = JSON.stringify([account.clinicId, account.accountId, event.id]);
  if (house.seen.has(key)) return 'duplicate';
  house.seen.add(key);
  /** An event about nobody is kept as handled, for no turn can come of it. */
  if (conversationId === null || event.contactId === null) return 'kept';
  const isNoted = event.kind === 'echo' && paceOf(event) === 'noted';
  if (isNoted && !house.conversations.has(conversationKey(account.clinicId, conversationId))) return 'kept';
  const conversation = conversationOf(house, arrival, conversationId, event.contactId);
  keepEvent(house, conversation, event, paceOf(event));
  return 'kept';
}

/** Puts an event of the house beside what the customer said, once. */
export function keepHouseEvent(house: House, conversation: ConversationRow, event: HouseEvent): void {
  const key = JSON.stringify([conversation.clinicId, conversation.accountId, `house ${event.id}`]);
  if (house.seen.has(key)) return;
  house.seen.add(key);
  keepEvent(house, conversation, event, 'at-once');
}

function keepEvent(
  house: House,
  conversation: ConversationRow,
  event: InboundEvent | HouseEvent,
  pace: Pace,
): void {
  const now = house.clock();
  const settleMs = house.clinics.get(conversation.clinicId)?.clinic.settleMs ?? usualSettleMs;
  conversation.inbox.push({
    seq: house.next(),
    at: event.at,
    event,
    receivedAt: now,
    speaks: pace === 'tap' || pace === 'words' || pace === 'unsure',
    ripeAt: pace === 'words' ? now + settleMs : pace === 'unsure' ? now + unsureMs : now,
    handled: pace === 'noted' ? { outcome: 'ignored', reason: reasonOf(event) } : null,
  });
}

const reasonOf = (event: InboundEvent | HouseEvent) => ('contactId' in event ? notedAs(event) : event.kind);

function conversationOf(
  house: House,
  { account }: Arrival,
  conversationId: string,
  contactId: string,
): ConversationRow {
  const key = conversationKey(account.clinicId, conversationId);
  const known = house.conversations.get(key);
  if (known) return known;
  const created: ConversationRow = {
    id: conversationId,
    clinicId: account.clinicId,
    accountId: account.accountId,
    channel: account.channel,
    contactId,
    customer: { id: house.newId(), name: null, phone: null, optedOut: false },
    snapshot: null,
    chartVersion: null,
    state: 'automated.idle',
    epoch: 0,
    customerSpokeAt: null,
    touched: house.next(),
    lease: null,
    fence: 0,
    attempts: 0,
    retryAt: null,
    inbox: [],
    timers: new Map(),
    outbox: [],
    messages: [],
    steps: [],
    handoffs: [],
  };
  house.conversations.set(key, created);
  return created;
}
