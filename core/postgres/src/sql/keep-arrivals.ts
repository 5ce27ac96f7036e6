import type { Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export type KeptEvent = {
  clinicId: string;
  accountId: string;
  conversationId: string | null;
  eventId: string;
  at: Instant;
  event: string;
};

/** Keeps each vendor event once. Returns the kept ones; an event about nobody is kept as handled, for no turn can come. */
export async function keepArrivals(
  run: Run,
  events: readonly KeptEvent[],
): Promise<{ clinicId: string; accountId: string; eventId: string }[]> {
  return run(
    `insert into inbox (clinic_id, account_id, conversation_id, event_id, at, event, handled_at, outcome, reason)
     select clinic_id, account_id, conversation_id, event_id, to_timestamp(at / 1000), event,
            case when conversation_id is null then now() end,
            case when conversation_id is null then 'ignored' end,
            case when conversation_id is null then 'about-nobody' end
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::text[]) with ordinality
       as arrived (clinic_id, account_id, conversation_id, event_id, at, event, nth)
     order by nth
     on conflict (clinic_id, account_id, event_id) do nothing
     returning clinic_id as "clinicId", account_id as "accountId", event_id as "eventId"`,
    [
      events.map(({ clinicId }) => clinicId),
      events.map(({ accountId }) => accountId),
      events.map(({ conversationId }) => conversationId),
      events.map(({ eventId }) => eventId),
      events.map(({ at }) => at),
      events.map(({ event }) => event),
    ],
  );
}
