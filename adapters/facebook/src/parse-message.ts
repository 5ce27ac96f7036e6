import { fromChoicePayload, type InboundEvent } from '@glowbot/core';
import type { ItemContext } from './item-context.ts';
import { cleanText, digestOf, eventId } from '@glowbot/vendor-api';
import { Attachment, type Message, type Postback } from './wire.ts';

/** A message to or from the page, or why it is neither. */
export function parseMessage(message: Message, context: ItemContext): InboundEvent | string {
  if (message.is_deleted) return 'deleted message';
  if (context.echo) return toEcho(message, context);
  if (context.place.standby) return 'standby';
  const { accountId, contactId, at } = context;
  const text = cleanText(message.text);
  const attachments = toAttachments(message.attachments);
  if (text === '' && attachments.length === 0) return 'empty message';
  const choice = message.quick_reply && fromChoicePayload(message.quick_reply.payload);
  return {
    kind: 'message',
    id: eventId('message', message.mid),
    accountId,
    contactId,
    at,
    messageId: message.mid,
    text,
    ...(choice ? { choice } : {}),
    attachments,
  };
}

/** Meta's own inboxes, in which people type; the first one's id is printed in two lengths (Messenger Platform, "routing" and "echoes"). */
const inboxes: ReadonlySet<string> = new Set(['263902037430900', '26390203743090', '1217981644879628']);

/**
 * Everything the page sends comes back, whoever sent it. Phone apps have no app id: what is not ours and names no other app, a
 * person wrote. Another app may be a person's inbox or a machine; who it is shows by what it does.
 */
function toEcho(message: Message, { accountId, contactId, at, place }: ItemContext): InboundEvent {
  const ours = message.app_id === place.ourAppId;
  // Another app's metadata is its own business, even if it looks like a key of ours.
  const key = ours || message.app_id === undefined ? message.metadata : undefined;
  const elsewhere = ours || message.app_id === undefined || inboxes.has(message.app_id);
  return {
    kind: 'echo',
    id: eventId('echo', message.mid),
    accountId,
    contactId,
    at,
    messageId: message.mid,
    text: cleanText(message.text),
    ...(key ? { key } : {}),
    author: ours || !elsewhere ? 'app' : 'person',
    ...(elsewhere ? {} : { appId: message.app_id }),
  };
}

/**
 * A tapped button, read as if its title had been typed. Its `mid` may be missing, or be that of the message
 * the button stood on, so the whole item, with its time, makes it unique.
 */
export function parsePostback(
  postback: Postback,
  { raw, accountId, contactId, at }: ItemContext,
): InboundEvent | string {
  const text = cleanText(postback.title);
  const choice = postback.payload === undefined ? undefined : fromChoicePayload(postback.payload);
  if (text === '' && !choice) return 'empty postback';
  const id = eventId('postback', contactId, digestOf(raw));
  return {
    kind: 'message',
    id,
    accountId,
    contactId,
    at,
    messageId: postback.mid ?? id,
    text,
    ...(choice ? { choice } : {}),
    attachments: [],
  };
}

function toAttachments(attachments: readonly unknown[]): { type: string; url?: string }[] {
  const kept = new Map<string, { type: string; url?: string }>();
  for (const each of attachments) {
    const { type = 'unknown', payload } = Attachment.safeParse(each).data ?? {};
    const url = payload?.url;
    // Until 2026-08-30 a sticker came as an image with a sticker id, for a while as both.
    const named = type === 'image' && payload?.sticker_id !== undefined ? 'sticker' : type;
    const attachment = { type: named, ...(url === undefined ? {} : { url: cleanText(url) }) };
    kept.set(JSON.stringify(attachment), attachment);
  }
  return [...kept.values()];
}
