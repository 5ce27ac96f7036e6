import { type Instant, type Lease, mostSettleMs } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { isAlive } from './workers.ts';

/**
 * A conversation is free when nobody alive leases it. A live worker may still have lost sight of a lease (the answer to its
 * claim was cut off); after a minute that lease is void too, and its fence with it.
 */
const isFree = `(c.lease_worker is null or c.leased_at < now() - interval '60 seconds' or not ${isAlive('c.lease_worker')})
  and (c.retry_at is null or c.retry_at <= now())`;

/** Somebody may still be writing in this conversation. */
const isUnripe = (row: string) => `exists (
    select from inbox young
    where young.clinic_id = ${row}.clinic_id and young.conversation_id = ${row}.conversation_id
      and young.handled_at is null and young.ripe_at > now())`;

/** Words that have waited this long are answered, whatever still follows them. */
export const isOverdue = (row: string) =>
  `(${row}.speaks and ${row}.received_at <= now() - interval '${mostSettleMs} ms')`;

/**
 * Leases conversations in the order in which they began to wait. Those already leased are passed over while scanning, so that
 * a long queue in one conversation does not hide the others; a quarter of the room is for timers, so that neither starves.
 * NO KEY UPDATE, because the inbox's foreign key takes a share of the row: webhooks must not wait for turns.
 */
export async function claimTurns(
  run: Run,
  workerId: string,
  limit: number,
  now: Instant | null,
): Promise<Lease[]> {
  return run<Lease>(
    `with due as (
       select t.clinic_id, t.conversation_id, row_number() over (order by t.due_at) as nth
       from timers t join conversations c on c.clinic_id = t.clinic_id and c.conversation_id = t.conversation_id
       where t.due_at <= coalesce(to_timestamp($3::float8 / 1000), now()) and ${isFree} and not ${isUnripe('t')}
       order by t.due_at limit $2
     ), said as (
       select i.clinic_id, i.conversation_id, i.seq as nth
       from inbox i join conversations c on c.clinic_id = i.clinic_id and c.conversation_id = i.conversation_id
       where i.handled_at is null and i.ripe_at <= now() and ${isFree}
         and (i.ripe_at = '-infinity' or not ${isUnripe('i')} or ${isOverdue('i')})
       order by i.ripe_at, i.seq limit $2 * 4
     ), wanted as (
       select clinic_id, conversation_id, min(rank) as rank, min(nth) as nth
       from (
         select clinic_id, conversation_id, case when nth <= greatest($2 / 4, 1) then 0 else 2 end as rank, nth from due
         union all
         select clinic_id, conversation_id, 1, nth from said
       ) either
       group by clinic_id, conversation_id
     ), locked as (
       select c.clinic_id, c.conversation_id
       from wanted join conversations c on c.clinic_id = wanted.clinic_id and c.conversation_id = wanted.conversation_id
       where ${isFree} and ${isAlive('$1')}
       order by wanted.rank, wanted.nth limit $2
       for no key update of c skip locked
     )
     update conversations c set lease_worker = $1, leased_at = now(), fence = c.fence + 1
     from locked where c.clinic_id = locked.clinic_id and c.conversation_id = locked.conversation_id
     returning c.clinic_id as "clinicId", c.conversation_id as "conversationId", c.fence`,
    [workerId, limit, now],
  );
}
