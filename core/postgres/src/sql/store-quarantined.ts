import type { Lease, ThreadMessage } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { insertMessages } from './insert-messages.ts';

/** No turn will bring these words into the thread any more, and a person must be able to read them there. */
export async function storeQuarantined(
  run: Run,
  { clinicId, conversationId }: Lease,
  messages: readonly ThreadMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await insertMessages(
    run,
    messages.map((row) => ({ clinicId, conversationId, row })),
  );
  /** They opened the reply window as well, whoever answers them. */
  await run(
    `update conversations set customer_spoke_at = greatest(customer_spoke_at, to_timestamp($3::float8 / 1000))
     where clinic_id = $1 and conversation_id = $2`,
    [clinicId, conversationId, Math.max(...messages.map(({ at }) => at))],
  );
}
