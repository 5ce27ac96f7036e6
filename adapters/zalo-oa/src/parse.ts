import { fromChoicePayload, type InboundEvent, type Instant } from '@glowbot/core';
import { cleanText, decodeText, digestOf, eventId, rawText, readJson, vendorTime } from '@glowbot/vendor-api';
import type { ZaloOaOptions } from './options.ts';
import { Attachment, Envelope, Message, Parties, Received, ReceivedByPhone, Seen } from './wire.ts';

type Settings = Pick<ZaloOaOptions, 'receiptSender'>;
type Unrecognised = Extract<InboundEvent, { kind: 'unrecognised' }>;

/** Reads a webhook body; Zalo sends one event a body. */
export function parse(body: Uint8Array, receivedAt: Instant, settings: Settings): readonly InboundEvent[] {
  const text = decodeText(body);
  const json = readJson(text);
  const envelope = json.ok ? Envelope.safeParse(json.value).data : undefined;
  // A redelivery repeats the body byte for byte (Zalo webhook documentation, "retry").
  const digest = digestOf(body);
  const at = vendorTime([envelope?.timestamp], receivedAt);
  const unrecognised = (reason: string): Unrecognised => ({
    kind: 'unrecognised',
    id: eventId('unrecognised', digest),
    ...(envelope ? partiesOf(envelope) : { accountId: null, contactId: null }),
    at,
    reason,
    raw: rawText(text),
  });
  if (!json.ok) return [unrecognised(json.reason)];
  if (!envelope) return [unrecognised('not a Zalo event')];
  return [recognise({ event: envelope, at, digest, settings }) ?? unrecognised(reasonFor(envelope))];
}

/** Groups and anonymous visitors have names of their own and are not conversations with one customer. */
const userSends = /^user_send_(?:text|image|gif|sticker|audio|video|link|location|file|business_card)$/;
const accountSends = /^oa_send_(?:text|image|gif|list|file|sticker|template|link|audio|video)$/;

/** Saving the address in the console posts this made-up message, signed, with ids that are nobody's. */
const consolePing = 'This is message id';

type Arrival = { event: Envelope; at: Instant; digest: string; settings: Settings };

function recognise(arrival: Arrival): InboundEvent | undefined {
  const name = arrival.event.event_name;
  if (userSends.test(name)) return customerMessage(arrival);
  if (accountSends.test(name)) return echo(arrival);
  if (name === 'user_received_message' || name === 'user_seen_message') return receipt(arrival);
  if (name === 'follow' || name === 'unfollow') return follow(arrival);
  return undefined;
}

function customerMessage({ event, at }: Arrival): InboundEvent | undefined {
  const parties = Parties.safeParse(event).data;
  const message = Message.safeParse(event.message).data;
  if (!parties || !message || message.msg_id === consolePing) return undefined;
  const text = cleanText(message.text);
  const attachments = message.attachments.map((each) => {
    const attachment = Attachment.safeParse(each).data;
    const url = attachment?.payload?.url;
    return { type: attachment?.type ?? 'unknown', ...(url === undefined ? {} : { url: cleanText(url) }) };
  });
  if (text === '' && attachments.length === 0) return undefined;
  // A tapped button comes back as an ordinary text that is the button's payload; no other event tells of it.
  const choice = fromChoicePayload(text);
  return {
    kind: 'message',
    id: eventId('message', message.msg_id),
    accountId: parties.recipient.id,
    contactId: parties.sender.id,
    at,
    messageId: message.msg_id,
    text: choice ? '' : text,
    ...(choice ? { choice } : {}),
    attachments,
  };
}

function echo({ event, at }: Arrival): InboundEvent | undefined {
  const parties = Parties.safeParse(event).data;
  const message = Message.safeParse(event.message).data;
  if (!parties || !message) return undefined;
  // Zalo names the admin only when a person typed in the OA's own chat tool.
  const admin = event.sender?.admin_id;
  const typed = admin !== undefined && admin !== null && admin !== '';
  return {
    kind: 'echo',
    id: eventId('echo', message.msg_id),
    accountId: parties.sender.id,
    contactId: parties.recipient.id,
    at,
    messageId: message.msg_id,
    text: cleanText(message.text),
    author: typed ? 'person' : 'app',
  };
}

function receipt({ event, at, digest, settings }: Arrival): InboundEvent | undefined {
  const { accountId, contactId } = receiptParties(event, settings);
  const read = event.event_name === 'user_seen_message';
  if (!read && ReceivedByPhone.safeParse(event.message).success) return undefined;
  const received = Received.safeParse(event.message).data;
  const messageIds = read ? Seen.safeParse(event.message).data?.msg_ids : received && [received.msg_id];
  if (accountId === undefined || contactId === undefined || !messageIds) return undefined;
  return {
    kind: 'receipt',
    id: eventId(event.event_name, contactId, digest),
    accountId,
    contactId,
    at,
    status: read ? 'read' : 'delivered',
    messageIds,
  };
}

/** Where the event names the account, that decides; else the setting does. */
function receiptParties(event: Envelope, { receiptSender = 'account' }: Settings) {
  const sender = event.sender?.id;
  const recipient = event.recipient?.id;
  const named = event.oa_id ?? event.oaId;
  const senderIsAccount = named === undefined ? receiptSender === 'account' : named === sender;
  return senderIsAccount
    ? { accountId: sender, contactId: recipient }
    : { accountId: recipient, contactId: sender };
}

function follow({ event, at, digest }: Arrival): InboundEvent | undefined {
  const accountId = event.oa_id ?? event.oaId;
  const contactId = event.follower?.id;
  if (accountId === undefined || contactId === undefined) return undefined;
  return {
    kind: 'follow',
    id: eventId(event.event_name, contactId, digest),
    accountId,
    contactId,
    at,
    following: event.event_name === 'follow',
  };
}

/** Which ids an event of any kind is about: `oa_id` first, else the direction its name tells. */
function partiesOf(event: Envelope): Pick<Unrecognised, 'accountId' | 'contactId'> {
  const fromAccount = event.event_name.startsWith('oa_') || event.event_name === 'user_received_message';
  const [account, contact] = fromAccount
    ? [event.sender?.id, event.recipient?.id]
    : [event.recipient?.id, event.sender?.id];
  const isPhoneReceipt = ReceivedByPhone.safeParse(event.message).success;
  return {
    accountId: event.oa_id ?? event.oaId ?? account ?? null,
    contactId: isPhoneReceipt ? null : (event.follower?.id ?? event.user_id ?? contact ?? null),
  };
}

function reasonFor(event: Envelope): string {
  if (Message.safeParse(event.message).data?.msg_id === consolePing) return 'console ping';
  const name = /^[a-z_]{1,64}$/i.test(event.event_name) ? event.event_name : 'unnamed';
  const known = userSends.test(name) || accountSends.test(name);
  return known ? `malformed ${name}` : `event ${name}`;
}
