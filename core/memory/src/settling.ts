import type { OutboxSettlement } from '@glowbot/core';
import type { House } from './house.ts';
import type { OutboxRow } from './rows.ts';
import { storable } from './storable.ts';

const open: ReadonlySet<OutboxRow['state']> = new Set(['queued', 'sending', 'unknown']);

/**
 * Writes what became of a send. `sent` is a fact whoever brings it, and holds against any other state; everything else is an
 * opinion that only the row's present worker may have. No worker: a settlement that came with a turn, from an echo.
 */
export function settle(house: House, workerId: string | null, settlement: OutboxSettlement): void {
  const row = house.outbox.get(settlement.id);
  if (!row || row.clinicId !== settlement.clinicId) return;
  const isBelieved = settlement.kind === 'sent' || (row.workerId === workerId && open.has(row.state));
  if (!isBelieved) return;
  const before = row.state;
  Object.assign(row, { workerId: null, claimedAt: null });
  switch (settlement.kind) {
    case 'sent':
      row.state = 'sent';
      row.vendorMessageIds = [...new Set([...row.vendorMessageIds, ...settlement.vendorMessageIds])];
      row.said ??= storable(settlement.text);
      join(house, row);
      break;
    case 'retry':
      Object.assign(row, { state: 'queued', dueAt: house.clock() + settlement.afterMs, lookUps: 0 });
      break;
    case 'unknown':
      Object.assign(row, {
        state: 'unknown',
        dueAt: house.clock() + settlement.afterMs,
        lookUps: before === 'unknown' ? row.lookUps + 1 : row.lookUps,
        why: settlement.why,
      });
      break;
    case 'failed':
      Object.assign(row, { state: 'failed', why: settlement.next });
      break;
    case 'withheld':
      Object.assign(row, { state: 'withheld', why: settlement.why });
      break;
  }
}

/** A sent row's exact words join the thread. */
function join(house: House, row: OutboxRow): void {
  const vendorMessageId = row.vendorMessageIds[0] ?? null;
  const known = row.conversation.messages.find(({ id }) => id === row.id);
  if (known) {
    known.vendorMessageId ??= vendorMessageId;
    return;
  }
  row.conversation.messages.push({
    id: row.id,
    author: 'bot',
    text: row.said ?? '',
    vendorMessageId,
    attachments: [],
    at: row.sendingAt ?? house.clock(),
    seq: house.next(),
  });
}
