import type { Lease } from '@glowbot/core';
import type { Transaction } from '../database.ts';

const giveBack = `
update conversations
set lease_worker = null, attempts = attempts + 1,
  retry_at = clock_timestamp() + make_interval(secs => least(0.2 * power(3, attempts), 60))
where clinic_id = $1 and conversation_id = $2 and lease_worker = $3 and fence = $4
returning attempts
`;

/** A conversation that fails every time stops itself only: what waits goes to a person, urgently, and is kept. */
const quarantine = `
with waiting as (
  update inbox set handled_at = now(), outcome = 'handed-over', reason = 'quarantined'
  where clinic_id = $1 and conversation_id = $2 and handled_at is null
), timers_due as (
  delete from timers where clinic_id = $1 and conversation_id = $2 and due_at <= now()
), calm as (
  update conversations set attempts = 0, retry_at = '-infinity' where clinic_id = $1 and conversation_id = $2
)
insert into handoffs (clinic_id, handoff_id, conversation_id, reason, priority)
values ($1, gen_random_uuid(), $2, 'quarantined', 'urgent')
`;

export async function abandonTurn(
  tx: Transaction,
  workerId: string,
  { clinicId, conversationId, fence }: Lease,
  most: number,
): Promise<'will-retry' | 'quarantined'> {
  const [row] = await tx.query<{ attempts: number }>(giveBack, [clinicId, conversationId, workerId, fence]);
  if (!row || row.attempts < most) return 'will-retry';
  await tx.query(quarantine, [clinicId, conversationId]);
  return 'quarantined';
}
