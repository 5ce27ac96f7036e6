import type { InboundEvent, InboundMessage } from '../contracts/inbound-event.ts';
import type { OutboxSettlement, OutboxStore } from '../contracts/outbox-store.ts';
import type { Handled, HouseEvent, InboxItem, ThreadMessage, TurnLoad } from '../contracts/turn-store.ts';
import { notedAs, paceOf } from '../contracts/pace.ts';
import { hourMs, type Instant } from '../domain/clinic-time.ts';
import { isMachine } from '../domain/speaker.ts';

/** Words older than this are a person's to answer: an automatic reply to yesterday's question only confuses, and silence loses it. */
const tooOldMs = 12 * hourMs;

/** What waits in an inbox, sorted by what must be done with it. */
export type InboxReading = {
  /** To be answered together, in order. */
  said: { item: InboxItem; message: InboundMessage }[];
  house: HouseEvent[];
  /** Words came so late that a person must answer them. */
  isLate: boolean;
  settlements: OutboxSettlement[];
  messages: ThreadMessage[];
  handled: Handled[];
};

/**
 * Reads what waits; the words of a customer who may still be writing stay where they are. An echo of ours settles its outbox row.
 * One that a person typed takes over, and so does one of whose author nothing is certain.
 */
export async function readInbox(
  load: TurnLoad,
  now: Instant,
  store: Pick<OutboxStore, 'matchEcho'>,
): Promise<InboxReading> {
  const reading: InboxReading = {
    said: [],
    house: [],
    isLate: false,
    settlements: [],
    messages: [],
    handled: [],
  };
  const ignore = (item: InboxItem, reason: string) =>
    reading.handled.push({ seq: item.seq, outcome: 'ignored', reason });

  for (const item of load.waiting) {
    const { event } = item;
    switch (event.kind) {
      case 'message':
        if (!load.isSettled) break;
        reading.messages.push(threadMessage(event, 'customer', event.text));
        if (isWordless(event)) ignore(item, 'sticker');
        else if (now - event.at > tooOldMs) {
          reading.isLate = true;
          reading.handled.push({ seq: item.seq, outcome: 'handed-over', reason: 'too-old' });
        } else reading.said.push({ item, message: event });
        break;
      case 'echo': {
        if (paceOf(event) === 'unsure' && !load.isSettled) break;
        const match = await store.matchEcho(load.scope, load.lease.conversationId, event);
        if (match.kind === 'ours') {
          if (!match.alreadySettled) reading.settlements.push(sentAsEchoed(load, match.outboxId, event));
          ignore(item, 'own-echo');
          break;
        }
        const { speaker } = event;
        if (speaker && isMachine(speaker)) {
          ignore(item, notedAs(event));
          break;
        }
        reading.messages.push(threadMessage(event, 'staff', event.text));
        reading.house.push({
          kind: event.author === 'person' || speaker ? 'staff.tookOver' : 'speaker.unsure',
          id: event.id,
          at: event.at,
          by: `echo:${speaker?.class ?? event.author}`,
          text: event.text,
        });
        const reason = `written-elsewhere${speaker ? `: ${notedAs(event)}` : ''}`;
        reading.handled.push({ seq: item.seq, outcome: 'handed-over', reason });
        break;
      }
      case 'staff.tookOver':
      case 'speaker.unsure':
      case 'staff.acknowledged':
      case 'staff.released':
      case 'concession.confirmed':
      case 'visit.completed':
      case 'visit.missed':
      case 'booking.moved':
      case 'booking.cancelled':
      case 'deposit.received':
      case 'delivery.failed':
      case 'turn.failed':
        reading.house.push(event);
        reading.handled.push({ seq: item.seq, outcome: 'handed-over', reason: event.kind });
        break;
      case 'receipt':
      case 'follow':
        ignore(item, event.kind);
        break;
      case 'unrecognised':
        ignore(item, `unrecognised: ${event.reason}`);
        break;
    }
  }
  return reading;
}

/** A sticker or a reaction alone says nothing that wants an answer. */
function isWordless(message: InboundMessage): boolean {
  return (
    message.text.trim() === '' &&
    !message.choice &&
    message.attachments.every((attachment) => attachment.type === 'sticker')
  );
}

type Echo = Extract<InboundEvent, { kind: 'echo' }>;

function sentAsEchoed(load: TurnLoad, outboxId: string, echo: Echo): OutboxSettlement {
  return {
    id: outboxId,
    clinicId: load.lease.clinicId,
    kind: 'sent',
    vendorMessageIds: [echo.messageId],
    text: echo.text,
  };
}

function threadMessage(
  event: InboundMessage | Echo,
  author: ThreadMessage['author'],
  text: string,
): ThreadMessage {
  return {
    id: event.id,
    author,
    text,
    vendorMessageId: event.messageId,
    attachments: event.kind === 'message' ? event.attachments : [],
    at: event.at,
  };
}
