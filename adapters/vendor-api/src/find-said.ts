import type { Instant, LookUpOutcome } from '@glowbot/core';

/** A message of a thread as the vendor's record shows it. */
export type SaidMessage = { id: string; text: string; at: Instant; byAccount: boolean };

/**
 * `complete` is false when some message of the record could not be read; `fromTheStart` is true when the vendor
 * had no older message to show than these.
 */
export type SaidThread = { messages: readonly SaidMessage[]; complete: boolean; fromTheStart: boolean };

/** Vendors print whole seconds, and their clock is not ours. */
const toleranceMs = 2_000;

/** Looks for the texts in the account's own words since `notBefore`, each said message counting for one text only. */
export function findSaid(texts: readonly string[], notBefore: Instant, thread: SaidThread): LookUpOutcome {
  const earliest = notBefore - toleranceMs;
  const candidates = thread.messages.filter((message) => message.byAccount && message.at >= earliest);
  const messageIds: string[] = [];
  for (const text of texts) {
    const found = candidates.findIndex((message) => sameWords(message.text) === sameWords(text));
    if (found >= 0) messageIds.push(...candidates.splice(found, 1).map((message) => message.id));
  }
  if (texts.length === 0) return { kind: 'unsure', why: 'no text to look for' };
  if (messageIds.length === texts.length) return { kind: 'found', messageIds };
  if (messageIds.length > 0) return { kind: 'unsure', why: 'only some parts were said' };
  if (!thread.complete) return { kind: 'unsure', why: 'part of the thread is unreadable' };
  /** An empty thread proves nothing: the customer wrote to us, so the record lags behind. */
  const reachesBack =
    thread.messages.length > 0 &&
    (thread.fromTheStart || thread.messages.some((message) => message.at < earliest));
  return reachesBack ? { kind: 'absent' } : { kind: 'unsure', why: 'the thread shown is too short' };
}

function sameWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
