import type { Transaction } from '../database.ts';

export type ClaimedTurn = { clinic_id: string; conversation_id: string; fence: string };

/**
 * Leases conversations with something waiting. Those a living worker holds are passed over inside the scan, so that they cannot
 * crowd out the others; NO KEY UPDATE lets webhooks go on inserting into the inbox of a conversation that is being leased.
 */
const statement = `
with ready as (
  select clinic_id, conversation_id from (
    (select i.clinic_id, i.conversation_id
     from inbox i join conversations c on c.clinic_id = i.clinic_id and c.conversation_id = i.conversation_id
     where i.handled_at is null and c.retry_at <= clock_timestamp()
       and not exists (select from workers w where w.worker_id = c.lease_worker and w.alive_until > clock_timestamp())
     order by i.seq
     limit $2::int * 4)
    union all
    (select t.clinic_id, t.conversation_id
     from timers t join conversations c on c.clinic_id = t.clinic_id and c.conversation_id = t.conversation_id
     where t.due_at <= to_timestamp($3::double precision / 1000.0) and c.retry_at <= clock_timestamp()
       and not exists (select from workers w where w.worker_id = c.lease_worker and w.alive_until > clock_timestamp())
     order by t.due_at
     limit $2::int)
  ) found
), locked as (
  select c.clinic_id, c.conversation_id
  from conversations c
  where (c.clinic_id, c.conversation_id) in (select clinic_id, conversation_id from ready)
    and not exists (select from workers w where w.worker_id = c.lease_worker and w.alive_until > clock_timestamp())
  limit $2::int
  for no key update of c skip locked
)
update conversations c
set lease_worker = $1, fence = c.fence + 1
from locked l
where c.clinic_id = l.clinic_id and c.conversation_id = l.conversation_id
returning c.clinic_id, c.conversation_id, c.fence::text
`;

export function claimTurns(
  tx: Transaction,
  workerId: string,
  limit: number,
  nowMs: number,
): Promise<ClaimedTurn[]> {
  return tx.query<ClaimedTurn>(statement, [workerId, limit, nowMs]);
}
