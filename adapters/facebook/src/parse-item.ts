import type { InboundEvent } from '@glowbot/core';
import { z } from 'zod';
import type { ItemContext, ItemPlace } from './item-context.ts';
import { parseMessage, parsePostback } from './parse-message.ts';
import { digestOf, eventId, rawText, vendorTime } from '@glowbot/vendor-api';
import { Delivery, Message, MessagingItem, Postback, Read } from './wire.ts';

/** One item of `messaging` or `standby`. */
export function parseItem(value: unknown, place: ItemPlace): InboundEvent {
  const item = MessagingItem.safeParse(value).data;
  const raw = JSON.stringify(value);
  const echo = item !== undefined && isEcho(item, place.accountId);
  const [account, contact] = echo
    ? [item.sender?.id, item.recipient?.id]
    : [item?.recipient?.id, item?.sender?.id];
  const accountId = place.accountId ?? account;
  const at = vendorTime([item?.timestamp, place.entryTime], place.receivedAt);
  const context =
    accountId === undefined || contact === undefined
      ? undefined
      : { raw, accountId, contactId: contact, at, echo, place };
  // Warnings to the page and role changes have no sender, and are no less well formed for it.
  const reading = item ? ((context && recognise(item, context)) ?? kindOf(value)) : 'malformed item';
  if (typeof reading !== 'string') return reading;
  return {
    kind: 'unrecognised',
    id: eventId(place.standby ? 'standby' : 'unrecognised', accountId ?? '', digestOf(raw)),
    accountId: accountId ?? null,
    contactId: contact ?? null,
    at,
    reason: reading,
    raw: rawText(raw),
  };
}

/** The event, or why there is none; undefined for a kind that is not read. */
function recognise(item: MessagingItem, context: ItemContext): InboundEvent | string | undefined {
  if (item.message !== undefined) {
    const message = Message.safeParse(item.message);
    return message.success ? parseMessage(message.data, context) : 'malformed message';
  }
  if (item.delivery !== undefined || item.read !== undefined) return parseReceipt(item, context);
  if (context.place.standby) return 'standby';
  if (item.postback !== undefined) {
    const postback = Postback.safeParse(item.postback);
    return postback.success ? parsePostback(postback.data, context) : 'malformed postback';
  }
  return undefined;
}

/** `is_echo`, or simply a message that the page itself sent: no page is its own customer. */
function isEcho(item: MessagingItem, accountId: string | null): boolean {
  const message = Message.safeParse(item.message).data;
  return message !== undefined && (message.is_echo || (accountId !== null && item.sender?.id === accountId));
}

function parseReceipt(
  item: MessagingItem,
  { raw, accountId, contactId, at }: ItemContext,
): InboundEvent | string {
  const base = { kind: 'receipt', accountId, contactId, at } as const;
  const read = Read.safeParse(item.read).data;
  if (read) {
    const id = eventId('read', contactId, read.watermark ?? digestOf(raw));
    return { ...base, id, status: 'read', messageIds: [] };
  }
  const delivery = Delivery.safeParse(item.delivery).data;
  if (!delivery) return 'malformed receipt';
  const id = eventId(
    'delivery',
    contactId,
    delivery.watermark ?? digestOf(raw),
    digestOf(delivery.mids.join(' ')),
  );
  return { ...base, id, status: 'delivered', messageIds: delivery.mids };
}

const Item = z.record(z.string(), z.unknown());

/** Every item has one key that names its kind. */
function kindOf(value: unknown): string {
  const keys = Object.keys(Item.safeParse(value).data ?? {});
  const kind = keys.find((key) => !['sender', 'recipient', 'timestamp'].includes(key));
  return kind !== undefined && /^[a-z_]{1,64}$/.test(kind) ? `event ${kind}` : 'event without a kind';
}
