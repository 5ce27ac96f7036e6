import { dayMs, type EchoMatch, type Instant } from '@glowbot/core';
import type { House } from './house.ts';
import type { ConversationRow, OutboxRow } from './rows.ts';
import { storable } from './storable.ts';

type Echo = { key?: string | undefined; messageId: string; text: string; at: Instant };

/** A short text can be part of a longer one by chance, and a person's own. */
const shortestPart = 20;

/**
 * Finds the row that an echo is of: by our key, by the vendor's message id, or by its exact words among rows whose vendor id is
 * not known. An echo of one part of a long answer is ours, and settles nothing, for the rest may still be on its way.
 */
export function matchEcho(house: House, conversation: ConversationRow, echo: Echo): EchoMatch {
  const text = plain(echo.text);
  const lately = conversation.outbox.filter(
    ({ sendingAt }) => sendingAt !== null && sendingAt > house.clock() - dayMs,
  );
  const isWhole = (row: OutboxRow) => isUnnamed(row) && plain(row.said ?? '') === text;
  const isPart = (row: OutboxRow) =>
    isUnnamed(row) && text.length >= shortestPart && (row.said ?? '').normalize('NFC').includes(text);
  const found =
    lately.find(({ id }) => id === echo.key) ??
    lately.find(({ vendorMessageIds }) => vendorMessageIds.includes(echo.messageId)) ??
    lately.find(isWhole);
  const row = found ?? lately.find(isPart);
  if (!row) return { kind: 'not-ours' };
  return { kind: 'ours', outboxId: row.id, alreadySettled: row.state === 'sent' || !found };
}

/** On its way, or said without the vendor having told us its name for it. */
const isUnnamed = ({ state, vendorMessageIds }: OutboxRow) =>
  state === 'sending' || state === 'unknown' || (state === 'sent' && vendorMessageIds.length === 0);

const plain = (text: string) => storable(text).normalize('NFC').trim();
