import type { Instant, Lease } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** Gives the lease back and counts the failure; each waits four times longer, so that a short outage does not look like poison. */
export async function countFailure(run: Run, workerId: string, lease: Lease): Promise<number | undefined> {
  const [failed] = await run<{ attempts: number }>(
    `update conversations
     set lease_worker = null, leased_at = null, attempts = attempts + 1,
         retry_at = now() + interval '250 ms' * power(4, least(attempts, 4))
     where clinic_id = $1 and conversation_id = $2 and lease_worker = $3 and fence = $4
     returning attempts`,
    [lease.clinicId, lease.conversationId, workerId, lease.fence],
  );
  return failed?.attempts;
}

/** Takes what waits out of the bot's hands and puts it before a person. Returns what was waiting. */
export async function quarantine(run: Run, lease: Lease, now: Instant | null): Promise<{ event: string }[]> {
  return run(
    `with calm as (
       update conversations set attempts = 0, retry_at = null, touched_at = now() where clinic_id = $1 and conversation_id = $2
     ), timer as (
       delete from timers where clinic_id = $1 and conversation_id = $2 and due_at <= coalesce(to_timestamp($3::float8 / 1000), now())
     )
     update inbox set handled_at = now(), outcome = 'handed-over', reason = 'quarantined'
     where clinic_id = $1 and conversation_id = $2 and handled_at is null
     returning event`,
    [lease.clinicId, lease.conversationId, now],
  );
}
