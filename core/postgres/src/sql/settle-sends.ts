import type { Instant, OutboxSettlement } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable, storableKey } from '../storable.ts';

/**
 * Writes what became of sends. `sent` is a fact whoever brings it, and holds against any other state; everything else is an
 * opinion that only the row's present worker may have. A sent row's exact words join the thread in the same statement.
 * No worker: settlements that came with a turn, from echoes. Sends are timed by the database's clock, the thread by the clinic's own.
 */
export async function settleSends(
  run: Run,
  settlements: readonly (OutboxSettlement & { workerId: string | null })[],
  now: Instant | null,
): Promise<void> {
  const rows = settlements.map(toRow);
  await run(
    `with settlement as (
       select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::text[], $7::text[], $8::text[], $9::text[])
         as settlement (settler, clinic_id, outbox_id, kind, after_ms, vendor_code, why, message_ids, said)
     ), settled as (
       update outbox o
       set state = case settlement.kind when 'retry' then 'queued' else settlement.kind end,
           due_at = case when settlement.kind in ('retry', 'unknown')
             then now() + settlement.after_ms * interval '1 ms' else o.due_at end,
           worker_id = null, claimed_at = null,
           look_ups = case
             when settlement.kind = 'unknown' and o.state = 'unknown' then o.look_ups + 1
             when settlement.kind = 'retry' then 0
             else o.look_ups end,
           vendor_code = coalesce(settlement.vendor_code, o.vendor_code),
           why = coalesce(settlement.why, o.why),
           vendor_message_ids = o.vendor_message_ids || array(
             select known from json_array_elements_text(settlement.message_ids::json) as known
             where known <> all (o.vendor_message_ids)),
           settled_at = case when settlement.kind in ('retry', 'unknown') then null else coalesce(o.settled_at, now()) end
       from settlement
       where o.clinic_id = settlement.clinic_id and o.outbox_id = settlement.outbox_id
         and (settlement.kind = 'sent' or (o.worker_id = settlement.settler and o.state in ('queued', 'sending', 'unknown')))
       returning o.clinic_id, o.conversation_id, o.outbox_id, o.state, o.sending_at, coalesce(o.said, settlement.said) as said, o.vendor_message_ids
     )
     insert into messages (clinic_id, conversation_id, message_id, author, text, vendor_message_id, at)
     select clinic_id, conversation_id, outbox_id::text, 'bot', said, vendor_message_ids[1],
       coalesce(sending_at, now()) + coalesce(to_timestamp($10::float8 / 1000) - now(), interval '0')
     from settled where state = 'sent'
     on conflict (clinic_id, conversation_id, message_id)
       do update set vendor_message_id = coalesce(messages.vendor_message_id, excluded.vendor_message_id)`,
    [
      settlements.map(({ workerId }) => workerId),
      settlements.map(({ clinicId }) => clinicId),
      settlements.map(({ id }) => id),
      settlements.map(({ kind }) => kind),
      rows.map(({ afterMs }) => afterMs),
      rows.map(({ vendorCode }) => vendorCode),
      rows.map(({ why }) => why),
      rows.map(({ messageIds }) => JSON.stringify(messageIds)),
      rows.map(({ said }) => said),
      now,
    ],
  );
}

type SettlementRow = {
  afterMs: number | null;
  vendorCode: string | null;
  why: string | null;
  messageIds: readonly string[];
  said: string | null;
};

function toRow(settlement: OutboxSettlement): SettlementRow {
  const nothing: SettlementRow = { afterMs: null, vendorCode: null, why: null, messageIds: [], said: null };
  switch (settlement.kind) {
    case 'sent':
      return {
        ...nothing,
        messageIds: settlement.vendorMessageIds.map(storableKey),
        said: storable(settlement.text),
      };
    case 'failed':
      return { ...nothing, vendorCode: storable(settlement.vendorCode), why: settlement.next };
    case 'retry':
      return { ...nothing, afterMs: settlement.afterMs, vendorCode: storable(settlement.vendorCode) };
    case 'unknown':
      return { ...nothing, afterMs: settlement.afterMs, why: storable(settlement.why) };
    case 'withheld':
      return { ...nothing, why: storable(settlement.why) };
  }
}
