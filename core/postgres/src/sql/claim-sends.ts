import type { Transaction } from '../database.ts';

/** A send whose worker died in the middle of it: nobody knows whether it was said. */
const orphans = `
update outbox o
set state = 'unknown', worker_id = null, due_at = clock_timestamp() + interval '1 second'
where o.state = 'sending'
  and not exists (select from workers w where w.worker_id = o.worker_id and w.alive_until > clock_timestamp())
`;

/** Only the first open row of a conversation is handed out, so that replies arrive in the order in which they were decided. */
const statement = `
with due as (
  select o.clinic_id, o.outbox_id
  from outbox o
  where o.state in ('queued', 'unknown') and o.due_at <= clock_timestamp()
    and not exists (select from workers w where w.worker_id = o.worker_id and w.alive_until > clock_timestamp())
    and not exists (
      select from outbox earlier
      where earlier.clinic_id = o.clinic_id and earlier.conversation_id = o.conversation_id and earlier.seq < o.seq
        and earlier.state in ('queued', 'sending', 'unknown'))
  order by o.seq
  limit $2::int
  for no key update of o skip locked
)
update outbox o set worker_id = $1
from due
where o.clinic_id = due.clinic_id and o.outbox_id = due.outbox_id
returning o.clinic_id, o.outbox_id
`;

export type ClaimedSend = { clinic_id: string; outbox_id: string };

export async function claimSends(tx: Transaction, workerId: string, limit: number): Promise<ClaimedSend[]> {
  await tx.query(orphans);
  return tx.query<ClaimedSend>(statement, [workerId, limit]);
}
