import type { InboundEvent, Instant, OpenAccount } from '@glowbot/core';
import { cleanText, eventId } from '@glowbot/vendor-api';
import { callGraph, type GraphSettings } from './graph.ts';
import type { FacebookCredentials } from './options.ts';
import { ListedConversation, ListedConversations, ThreadMessage } from './wire.ts';

type Read =
  | { kind: 'read'; events: readonly InboundEvent[]; isWhole: boolean }
  | { kind: 'unclear'; why: string };

const conversationsAtOnce = 25;
const messagesOfEach = 20;
const mostPages = 20;
/** Meta allows two of these calls a second for each page (Messenger Platform, "rate limits"). */
const betweenMs = 600;

/** The page's conversations, the latest first, with their newest messages, until one was last touched before `since`. */
export async function readSince(
  account: OpenAccount<FacebookCredentials>,
  since: Instant,
  settings: GraphSettings,
  pause: (ms: number) => Promise<void>,
): Promise<Read> {
  const events: InboundEvent[] = [];
  let isWhole = true;
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    if (page > 0) await pause(betweenMs);
    const call = {
      method: 'GET',
      path: '/conversations',
      query: {
        fields: `updated_time,participants,messages.limit(${messagesOfEach}){id,created_time,from,message}`,
        limit: String(conversationsAtOnce),
        ...(after === undefined ? {} : { after }),
      },
    } as const;
    const result = await callGraph(settings, call, account, AbortSignal.timeout(settings.timeoutMs));
    if (result.kind !== 'success')
      return { kind: 'unclear', why: result.kind === 'refused' ? result.code : result.why };
    const listed = ListedConversations.safeParse(result.value).data;
    if (!listed) return { kind: 'unclear', why: 'unreadable list' };
    let isOver = listed.data.length < conversationsAtOnce;
    for (const each of listed.data) {
      const conversation = ListedConversation.safeParse(each).data;
      if (!conversation) {
        isWhole = false;
        continue;
      }
      if (conversation.updated_time < since) isOver = true;
      const read = eventsOf(conversation, account.externalId, since);
      events.push(...read.events);
      isWhole &&= read.isWhole;
    }
    after = listed.paging?.cursors?.after;
    if (isOver || after === undefined) return { kind: 'read', events, isWhole };
  }
  return { kind: 'read', events, isWhole: false };
}

function eventsOf(
  { participants, messages }: ListedConversation,
  pageId: string,
  since: Instant,
): { events: InboundEvent[]; isWhole: boolean } {
  const contactId = participants.data.map(({ id }) => id).find((id) => id !== pageId);
  const read = messages.data.flatMap((each) => ThreadMessage.safeParse(each).data ?? []);
  /** A full list that does not reach back may hide more. */
  const isWhole =
    read.length === messages.data.length &&
    (messages.data.length < messagesOfEach || read.some(({ created_time: at }) => at < since));
  if (contactId === undefined) return { events: [], isWhole };
  const events = read
    .filter(({ created_time: at }) => at >= since)
    .map(({ id, created_time: at, from, message }): InboundEvent => {
      const base = { accountId: pageId, contactId, at, messageId: id, text: cleanText(message) };
      return from.id === pageId
        ? { kind: 'echo', id: eventId('echo', id), author: 'unknown', ...base }
        : {
            kind: 'message',
            id: eventId('message', id),
            ...base,
            attachments: message === '' ? [{ type: 'unknown' }] : [],
          };
    });
  return { events, isWhole };
}
