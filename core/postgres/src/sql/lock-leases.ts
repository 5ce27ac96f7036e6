import type { Lease } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { isAlive } from './workers.ts';

/** Which of these leases still hold, with the epoch stored so far. The rows stay locked, so nobody can lease them meanwhile. */
export async function lockLeases(
  run: Run,
  leases: readonly (Lease & { workerId: string })[],
): Promise<{ nth: number; epoch: number }[]> {
  return run(
    `select leased.nth::int as nth, c.epoch
     from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[]) with ordinality
       as leased (clinic_id, conversation_id, fence, worker_id, nth)
     join conversations c on c.clinic_id = leased.clinic_id and c.conversation_id = leased.conversation_id
     where c.lease_worker = leased.worker_id and c.fence = leased.fence and ${isAlive('leased.worker_id')}
     order by c.clinic_id, c.conversation_id
     for no key update of c`,
    [
      leases.map(({ clinicId }) => clinicId),
      leases.map(({ conversationId }) => conversationId),
      leases.map(({ fence }) => fence),
      leases.map(({ workerId }) => workerId),
    ],
  );
}
