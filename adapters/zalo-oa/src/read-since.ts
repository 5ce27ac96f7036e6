import { fromChoicePayload, type InboundEvent, type Instant, type OpenAccount } from '@glowbot/core';
import { cleanText, eventId } from '@glowbot/vendor-api';
import { callOpenapi, type OpenapiSettings } from '@glowbot/zalo-api';
import { z } from 'zod';
import type { ZaloOaCredentials } from './options.ts';
import { ListedMessage } from './wire.ts';

type Read =
  | { kind: 'read'; events: readonly InboundEvent[]; isWhole: boolean }
  | { kind: 'unclear'; why: string };
type Settings = OpenapiSettings & { timeoutMs: number };

/** More than ten is refused with -210 (Zalo OA documentation, "recent chats" and "messages with one user"). */
const count = 10;
/** A clinic with more new messages than this between two looks gets the rest with the next one. */
const mostPages = 60;
const mostPagesOfOne = 20;

/**
 * What was said since then. The list of recent chats shows whom to ask about, for it is not said whether it holds every message of
 * each; the thread with each of them is read until before `since`.
 */
export async function readSince(
  account: OpenAccount<ZaloOaCredentials>,
  since: Instant,
  settings: Settings,
): Promise<Read> {
  const recent = await pages(settings, account, '/v2.0/oa/listrecentchat', {}, since, mostPages);
  if (typeof recent === 'string') return { kind: 'unclear', why: recent };
  const contacts = new Set(recent.listed.map(({ src, from_id: from, to_id: to }) => (src === 0 ? to : from)));
  const events: InboundEvent[] = [];
  let { isWhole } = recent;
  for (const contactId of contacts) {
    const path = '/v2.0/oa/conversation';
    const thread = await pages(settings, account, path, { user_id: contactId }, since, mostPagesOfOne);
    if (typeof thread === 'string') return { kind: 'unclear', why: thread };
    isWhole &&= thread.isWhole;
    events.push(...thread.listed.map((message) => toEvent(message, account.externalId, contactId)));
  }
  return { kind: 'read', events, isWhole };
}

/** Newest first, until something is older than `since`. */
async function pages(
  settings: Settings,
  account: OpenAccount<ZaloOaCredentials>,
  path: string,
  query: object,
  since: Instant,
  most: number,
): Promise<{ listed: ListedMessage[]; isWhole: boolean } | string> {
  const listed: ListedMessage[] = [];
  for (let page = 0; page < most; page += 1) {
    const data = encodeURIComponent(JSON.stringify({ ...query, offset: page * count, count }));
    const call = { method: 'GET', path: `${path}?data=${data}` } as const;
    const deadline = AbortSignal.timeout(settings.timeoutMs);
    const result = await callOpenapi(settings, call, account.credentials.accessToken, deadline);
    if (result.kind !== 'success') return result.kind === 'refused' ? result.code : result.why;
    const shown = z.array(z.unknown()).safeParse(result.data);
    if (!shown.success) return 'unreadable list';
    const messages = shown.data.flatMap((each) => ListedMessage.safeParse(each).data ?? []);
    listed.push(...messages.filter(({ time }) => time >= since));
    const isOver = shown.data.length < count || messages.some(({ time }) => time < since);
    if (isOver) return { listed, isWhole: true };
  }
  return { listed, isWhole: false };
}

function toEvent(message: ListedMessage, accountId: string, contactId: string): InboundEvent {
  const { message_id: messageId, time: at, src, message: text, type, url } = message;
  const base = { accountId, contactId, at, messageId, text: cleanText(text) };
  if (src === 0) return { kind: 'echo', id: eventId('echo', messageId), author: 'unknown', ...base };
  const attachments =
    type === 'text' ? [] : [{ type, ...(url === undefined ? {} : { url: cleanText(url) }) }];
  // A tapped button stands in the thread as its payload, as it does in the webhook.
  const choice = fromChoicePayload(base.text);
  const said = choice ? { ...base, text: '', choice } : base;
  return { kind: 'message', id: eventId('message', messageId), ...said, attachments };
}
