import type { Lease, ThreadMessage } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { insertMessages } from './insert-messages.ts';

/** No turn will bring these words into the thread any more, and a person must be able to read them there. */
export async function storeQuarantined(
  run: Run,
  { clinicId, conversationId }: Lease,
  messages: readonly ThreadMessage[],
): Promise<void> {
  await insertMessages(
    run,
    messages.map((row) => ({ clinicId, conversationId, row })),
  );
}
