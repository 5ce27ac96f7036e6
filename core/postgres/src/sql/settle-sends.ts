import type { OutboxSettlement } from '@glowbot/core';
import type { Transaction } from '../database.ts';

/**
 * Settles what is still open; a row that an echo settled first stays as it is. The bot's words enter the thread in the same statement,
 * as the exact text that was stored before it left.
 */
const statement = `
with settlement as (
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::double precision[], $5::text[], $6::text[])
    as settlement (clinic_id, outbox_id, kind, after_ms, why, vendor_ids)
), settled as (
  update outbox o
  set state = case s.kind when 'retry' then 'queued' else s.kind end,
    due_at = clock_timestamp() + make_interval(secs => coalesce(s.after_ms, 0) / 1000.0),
    look_ups = o.look_ups + case when s.kind = 'unknown' and o.state = 'unknown' then 1 else 0 end,
    vendor_message_ids = coalesce(array(select json_array_elements_text(s.vendor_ids::json)), '{}'),
    why = coalesce(s.why, o.why),
    settled_at = case when s.kind in ('sent', 'failed', 'withheld') then clock_timestamp() end,
    worker_id = null
  from settlement s
  where o.clinic_id = s.clinic_id and o.outbox_id = s.outbox_id and o.state in ('queued', 'sending', 'unknown')
  returning o.clinic_id, o.outbox_id, o.conversation_id, o.state, o.texts, o.vendor_message_ids, o.sending_at
), spoken as (
  insert into messages (clinic_id, conversation_id, message_id, author, text, vendor_message_id, at)
  select clinic_id, conversation_id, outbox_id::text, 'bot', array_to_string(texts, E'\\n'), vendor_message_ids[1],
    coalesce(sending_at, now())
  from settled where state = 'sent'
  on conflict do nothing
)
update conversations c set last_message_at = greatest(c.last_message_at, settled.sending_at)
from settled
where settled.state = 'sent' and c.clinic_id = settled.clinic_id and c.conversation_id = settled.conversation_id
`;

export async function settleSends(tx: Transaction, settlements: readonly OutboxSettlement[]): Promise<void> {
  if (settlements.length === 0) return;
  await tx.query(statement, [
    settlements.map(({ clinicId }) => clinicId),
    settlements.map(({ id }) => id),
    settlements.map(({ kind }) => kind),
    settlements.map((settlement) => ('afterMs' in settlement ? settlement.afterMs : null)),
    settlements.map(reasonOf),
    settlements.map((settlement) =>
      JSON.stringify(settlement.kind === 'sent' ? settlement.vendorMessageIds : []),
    ),
  ]);
}

function reasonOf(settlement: OutboxSettlement): string | null {
  switch (settlement.kind) {
    case 'sent':
      return null;
    case 'failed':
      return `${settlement.next}: ${settlement.vendorCode}`;
    case 'retry':
      return settlement.vendorCode;
    case 'unknown':
    case 'withheld':
      return settlement.why;
  }
}
