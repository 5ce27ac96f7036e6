import type { Arrival } from '@glowbot/core';
import type { Transaction } from '../database.ts';

/** First contacts get customer and conversation here; the ids are known beforehand, so nothing has to be looked up. */
const contacts = `
with contact as (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])
    as contact (clinic_id, account_id, conversation_id, contact_id)
), customer as (
  insert into customers (clinic_id, customer_id)
  select clinic_id, conversation_id from contact order by 1, 2
  on conflict do nothing
)
insert into conversations (clinic_id, conversation_id, account_id, contact_id, customer_id)
select clinic_id, conversation_id, account_id, contact_id, conversation_id from contact order by 1, 2
on conflict do nothing
`;

const arrivals = `
insert into inbox (clinic_id, account_id, conversation_id, event_id, event, happened_at, handled_at, outcome, reason)
select clinic_id, account_id, conversation_id, event_id, event, to_timestamp(happened_ms / 1000.0),
  case when conversation_id is null then now() end,
  case when conversation_id is null then 'ignored' end,
  case when conversation_id is null then 'about-nobody' end
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::double precision[])
  as arrival (clinic_id, account_id, conversation_id, event_id, event, happened_ms)
on conflict (clinic_id, account_id, event_id) do nothing
returning account_id, event_id
`;

/** The last instant of year 9999 and the first of year 1: beyond these a vendor's clock is nonsense and PostgreSQL refuses. */
const clampMs = (ms: number) => Math.min(Math.max(ms, -62_135_596_800_000), 253_402_300_799_999);

export async function insertContacts(tx: Transaction, list: readonly Arrival[]): Promise<void> {
  const known = new Map(list.map((arrival) => [arrival.conversationId, arrival]));
  known.delete(null);
  const first = [...known.values()];
  if (first.length === 0) return;
  await tx.query(contacts, [
    first.map(({ account }) => account.clinicId),
    first.map(({ account }) => account.accountId),
    first.map(({ conversationId }) => conversationId),
    first.map(({ event }) => event.contactId),
  ]);
}

/** Returns the keys `account event` of what was new. */
export async function insertArrivals(tx: Transaction, list: readonly Arrival[]): Promise<Set<string>> {
  const rows = await tx.query<{ account_id: string; event_id: string }>(arrivals, [
    list.map(({ account }) => account.clinicId),
    list.map(({ account }) => account.accountId),
    list.map(({ conversationId }) => conversationId),
    list.map(({ event }) => event.id.replaceAll('\u0000', '')),
    list.map(({ event }) => JSON.stringify(event)),
    list.map(({ event }) => clampMs(event.at)),
  ]);
  return new Set(rows.map((row) => `${row.account_id} ${row.event_id}`));
}
