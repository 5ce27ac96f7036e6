import type { SendRequest } from '@glowbot/core';
import type { Transaction } from '../database.ts';

/**
 * The conversation is locked against a takeover's commit: either that came first, and the epochs differ,
 * or it waits until this send is on its way.
 */
const statement = `
with request as (
  select * from unnest($2::uuid[], $3::uuid[], $4::text[]) as request (clinic_id, outbox_id, text)
), fenced as (
  select c.clinic_id, c.conversation_id, c.epoch, c.customer_id
  from conversations c
  where (c.clinic_id, c.conversation_id) in (
    select o.clinic_id, o.conversation_id from outbox o join request using (clinic_id, outbox_id))
  for share
)
update outbox o
set state = 'sending', texts = array[request.text], sending_at = clock_timestamp(), attempts = o.attempts + 1
from request, fenced c, customers cu
where o.clinic_id = request.clinic_id and o.outbox_id = request.outbox_id
  and c.clinic_id = o.clinic_id and c.conversation_id = o.conversation_id
  and cu.clinic_id = c.clinic_id and cu.customer_id = c.customer_id
  and o.state = 'queued' and o.worker_id = $1 and o.epoch = c.epoch
  and not (o.proactive and cu.opted_out)
  and exists (select from workers w where w.worker_id = $1 and w.alive_until > clock_timestamp())
  and not exists (
    select from outbox earlier
    where earlier.clinic_id = o.clinic_id and earlier.conversation_id = o.conversation_id and earlier.seq < o.seq
      and earlier.state in ('queued', 'sending', 'unknown'))
returning o.outbox_id
`;

/** What may never go says why; what only has to wait is given back for a little later. */
const refused = `
update outbox o
set state = case when o.epoch <> c.epoch or (o.proactive and cu.opted_out) then 'withheld' else o.state end,
  why = case when o.epoch <> c.epoch then 'taken-over' when o.proactive and cu.opted_out then 'opted-out' else o.why end,
  settled_at = case when o.epoch <> c.epoch or (o.proactive and cu.opted_out) then now() end,
  worker_id = null, due_at = clock_timestamp() + interval '300 milliseconds'
from unnest($2::uuid[], $3::uuid[]) as request (clinic_id, outbox_id), conversations c, customers cu
where o.clinic_id = request.clinic_id and o.outbox_id = request.outbox_id and o.state = 'queued' and o.worker_id = $1
  and c.clinic_id = o.clinic_id and c.conversation_id = o.conversation_id
  and cu.clinic_id = c.clinic_id and cu.customer_id = c.customer_id
`;

export async function authoriseSends(
  tx: Transaction,
  workerId: string,
  requests: readonly SendRequest[],
): Promise<Set<string>> {
  const rows = await tx.query<{ outbox_id: string }>(statement, [
    workerId,
    requests.map(({ clinicId }) => clinicId),
    requests.map(({ id }) => id),
    requests.map(({ texts }) => texts.join('\n').replaceAll('\u0000', '')),
  ]);
  const allowed = new Set(rows.map((row) => row.outbox_id));
  const others = requests.filter(({ id }) => !allowed.has(id));
  if (others.length > 0) {
    await tx.query(refused, [workerId, others.map(({ clinicId }) => clinicId), others.map(({ id }) => id)]);
  }
  return allowed;
}
