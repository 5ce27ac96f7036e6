import type { Run } from '../database/database.ts';
import { isAlive } from './workers.ts';

/**
 * What a worker left in the middle of a send was perhaps said: it becomes `unknown` and is looked up, never sent again as it is.
 * The pause gives the vendor's own record time to show it. No send takes as long as the limit for workers that still live.
 */
export async function findStranded(run: Run): Promise<void> {
  await run(
    `update outbox o set state = 'unknown', worker_id = null, claimed_at = null, due_at = now() + interval '1 second'
     where o.state = 'sending' and (o.claimed_at < now() - interval '90 seconds' or not ${isAlive('o.worker_id')})`,
  );
}

/** The customer has said something since: the next turn will say this reply with its own, or release it. */
export const isOutdated = (row: string) => `exists (
    select from inbox newer
    where newer.clinic_id = ${row}.clinic_id and newer.conversation_id = ${row}.conversation_id
      and newer.handled_at is null and newer.speaks)`;

/**
 * Takes rows that are due, free, and the first open one of their conversation. That one is looked up row by row on purpose:
 * as an anti-join it took seconds on tables whose statistics were not yet gathered.
 */
export async function claimSends(
  run: Run,
  workerId: string,
  limit: number,
): Promise<{ clinicId: string; id: string }[]> {
  return run(
    `with ready as (
       select o.clinic_id, o.outbox_id from outbox o
       where o.state in ('queued', 'unknown') and o.due_at <= now() and ${isAlive('$1')}
         and (o.worker_id is null or o.claimed_at < now() - interval '60 seconds' or not ${isAlive('o.worker_id')})
         and o.seq = (
           select first.seq from outbox first
           where first.clinic_id = o.clinic_id and first.conversation_id = o.conversation_id
             and first.state in ('queued', 'sending', 'unknown')
           order by first.seq limit 1)
         and (o.state = 'unknown' or not ${isOutdated('o')})
       order by o.due_at, o.seq limit $2
       for no key update of o skip locked
     )
     update outbox o set worker_id = $1, claimed_at = now()
     from ready where o.clinic_id = ready.clinic_id and o.outbox_id = ready.outbox_id
     returning o.clinic_id as "clinicId", o.outbox_id as id`,
    [workerId, limit],
  );
}
