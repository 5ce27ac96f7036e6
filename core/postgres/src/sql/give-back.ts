import type { Lease } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** Ends leases that turned out to have nothing to do. */
export async function giveBack(run: Run, leases: readonly Lease[]): Promise<void> {
  await run(
    `update conversations c set lease_worker = null, leased_at = null
     from unnest($1::uuid[], $2::uuid[]) as leased (clinic_id, conversation_id)
     where c.clinic_id = leased.clinic_id and c.conversation_id = leased.conversation_id`,
    [leases.map(({ clinicId }) => clinicId), leases.map(({ conversationId }) => conversationId)],
  );
}

/** Ends leases that the worker has no knowledge of: the answer to a claim, or its end, was cut off. */
export async function giveBackOthers(run: Run, workerId: string, inHand: readonly string[]): Promise<void> {
  await run(
    `update conversations set lease_worker = null, leased_at = null where lease_worker = $1 and conversation_id <> all ($2::uuid[])`,
    [workerId, inHand],
  );
}

/** The same for sends; one that was authorised was perhaps said. */
export async function giveBackOtherSends(
  run: Run,
  workerId: string,
  inHand: readonly string[],
): Promise<void> {
  await run(
    `update outbox
     set state = case state when 'sending' then 'unknown' else state end, worker_id = null, claimed_at = null,
         due_at = case state when 'sending' then now() + interval '1 second' else due_at end
     where worker_id = $1 and outbox_id <> all ($2::uuid[]) and state in ('queued', 'sending', 'unknown')`,
    [workerId, inHand],
  );
}
