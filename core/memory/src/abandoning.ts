import type { Lease, Rescue } from '@glowbot/core';
import { handOver } from './handing-over.ts';
import { keepHouseEvent } from './receiving.ts';
import { conversationKey, type House } from './house.ts';
import type { ConversationRow } from './rows.ts';
import { addMessage } from './thread.ts';

/** Gives the lease back and counts the failure; after the last one what waits is put before a person. */
export function abandonTurn(
  house: House,
  workerId: string,
  lease: Lease,
  { max, rescue }: { max: number; rescue: Rescue },
): 'will-retry' | 'quarantined' {
  const row = house.conversations.get(conversationKey(lease.clinicId, lease.conversationId));
  if (!row || row.lease?.workerId !== workerId || String(row.fence) !== lease.fence) return 'will-retry';
  row.lease = null;
  /** Each waits four times longer, so that a short outage does not look like poison. */
  row.retryAt = house.clock() + 250 * 4 ** Math.min(row.attempts, 4);
  row.attempts += 1;
  if (row.attempts < max) return 'will-retry';
  quarantine(house, row, rescue);
  return 'quarantined';
}

function quarantine(house: House, row: ConversationRow, rescue: Rescue): void {
  const now = house.clock();
  Object.assign(row, { attempts: 0, retryAt: null, touched: house.next() });
  for (const [name, dueAt] of row.timers) if (dueAt <= now) row.timers.delete(name);
  if (rescue.kind === 'call-people') handOver(house, row, rescue.handingOver);
  for (const item of row.inbox) {
    if (item.handled !== null) continue;
    item.handled = { outcome: 'handed-over', reason: 'quarantined' };
    if (item.event.kind !== 'message') continue;
    const { id, text, messageId, attachments, at } = item.event;
    row.customerSpokeAt = Math.max(at, row.customerSpokeAt ?? at);
    addMessage(house, row, { id, author: 'customer', text, vendorMessageId: messageId, attachments, at });
  }
  if (rescue.kind === 'tell-chart') keepHouseEvent(house, row, rescue.event);
}
