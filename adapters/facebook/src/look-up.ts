import type { LookUp, LookUpOutcome, OpenAccount } from '@glowbot/core';
import { capabilities } from './capabilities.ts';
import { callGraph, type GraphSettings } from './graph.ts';
import type { FacebookCredentials } from './options.ts';
import { findSaid, type SaidMessage, type SaidThread, splitText } from '@glowbot/vendor-api';
import { Conversations, ThreadMessage } from './wire.ts';

const count = 20;

/** Messenger Platform, "conversations"; Meta allows two of these calls a second for each page. */
export async function lookUp(
  query: LookUp,
  account: OpenAccount<FacebookCredentials>,
  settings: GraphSettings,
): Promise<LookUpOutcome> {
  const result = await callGraph(
    settings,
    {
      method: 'GET',
      path: '/conversations',
      query: { user_id: query.contactId, fields: `messages.limit(${count}){id,created_time,from,message}` },
    },
    account,
    AbortSignal.timeout(settings.timeoutMs),
  );
  if (result.kind === 'refused') return { kind: 'unsure', why: result.code };
  if (result.kind === 'unclear') return { kind: 'unsure', why: result.why };
  const conversations = Conversations.safeParse(result.value);
  if (!conversations.success) return { kind: 'unsure', why: 'unreadable thread' };
  const listed = conversations.data.data.flatMap((each) => each.messages.data);
  const texts = query.texts.flatMap((text) => splitText(text, capabilities.textLimit));
  return findSaid(texts, query.notBefore, toThread(listed, account.externalId));
}

function toThread(listed: readonly unknown[], pageId: string): SaidThread {
  const messages: SaidMessage[] = [];
  for (const each of listed) {
    const read = ThreadMessage.safeParse(each).data;
    if (!read) continue;
    const { id, message: text, created_time: at, from } = read;
    messages.push({ id, text, at, byAccount: from.id === pageId });
  }
  return { messages, complete: messages.length === listed.length, fromTheStart: listed.length < count };
}
