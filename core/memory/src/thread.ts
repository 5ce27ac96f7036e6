import type { ThreadMessage } from '@glowbot/core';
import type { House } from './house.ts';
import type { ConversationRow } from './rows.ts';
import { storable } from './storable.ts';

/** Adds a message to its thread, once. */
export function addMessage(house: House, row: ConversationRow, message: ThreadMessage): void {
  const id = storable(message.id);
  if (row.messages.some((known) => known.id === id)) return;
  row.messages.push({ ...message, id, text: storable(message.text), seq: house.next() });
}
