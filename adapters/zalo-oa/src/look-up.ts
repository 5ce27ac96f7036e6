import type { LookUp, LookUpOutcome, OpenAccount } from '@glowbot/core';
import { findSaid, type SaidMessage, type SaidThread, splitText } from '@glowbot/vendor-api';
import { callOpenapi, type OpenapiSettings } from '@glowbot/zalo-api';
import { z } from 'zod';
import { capabilities } from './capabilities.ts';
import type { ZaloOaCredentials } from './options.ts';
import { ThreadMessage } from './wire.ts';

/** More than ten is refused with -210 (Zalo OA documentation, "messages with one user"). */
const count = 10;

export async function lookUp(
  query: LookUp,
  account: OpenAccount<ZaloOaCredentials>,
  settings: OpenapiSettings & { timeoutMs: number },
): Promise<LookUpOutcome> {
  const data = encodeURIComponent(JSON.stringify({ user_id: query.contactId, offset: 0, count }));
  const result = await callOpenapi(
    settings,
    { method: 'GET', path: `/v2.0/oa/conversation?data=${data}` },
    account.credentials.accessToken,
    AbortSignal.timeout(settings.timeoutMs),
  );
  if (result.kind === 'refused') return { kind: 'unsure', why: result.code };
  if (result.kind === 'unclear') return { kind: 'unsure', why: result.why };
  const listed = z.array(z.unknown()).safeParse(result.data);
  if (!listed.success) return { kind: 'unsure', why: 'unreadable thread' };
  const texts = query.texts.flatMap((text) => splitText(text, capabilities.textLimit));
  return findSaid(texts, query.notBefore, toThread(listed.data));
}

function toThread(listed: readonly unknown[]): SaidThread {
  const messages: SaidMessage[] = [];
  for (const each of listed) {
    const read = ThreadMessage.safeParse(each).data;
    if (!read) continue;
    const { message_id: id, message: text, time: at, src } = read;
    messages.push({ id, text, at, byAccount: src === 0 });
  }
  return { messages, complete: messages.length === listed.length, fromTheStart: listed.length < count };
}
