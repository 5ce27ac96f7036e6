import type { HouseEvent } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** Puts an event of the house beside what the customer said. False when the conversation is not there. */
export async function keepHouseEvent(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
  event: HouseEvent,
): Promise<boolean> {
  const found = await run(
    `with conversation as (
       select clinic_id, conversation_id, account_id from conversations
       where clinic_id = any ($1::uuid[]) and conversation_id = $2
     ), kept as (
       insert into inbox (clinic_id, account_id, conversation_id, event_id, at, event)
       select clinic_id, account_id, conversation_id, $3, to_timestamp($4::float8 / 1000), $5 from conversation
       on conflict (clinic_id, account_id, event_id) do nothing
     )
     select from conversation`,
    [clinicIds, conversationId, `house ${event.id}`, event.at, JSON.stringify(event)],
  );
  return found.length > 0;
}
