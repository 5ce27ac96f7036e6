import { type Instant, type Pace, unsureMs, usualSettleMs } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export type KeptEvent = {
  clinicId: string;
  accountId: string;
  conversationId: string | null;
  eventId: string;
  at: Instant;
  event: string;
  pace: Pace;
  /** Why it needs no turn, where it is only noted. */
  note: string;
};

/** Keeps each vendor event once. Returns the kept ones. One about nobody, or only to be noted, is kept as handled: no turn will come. */
export async function keepArrivals(
  run: Run,
  events: readonly KeptEvent[],
): Promise<{ clinicId: string; accountId: string; eventId: string }[]> {
  return run(
    `with arrived as (
       select *, case when conversation_id is null then 'about-nobody' when pace = 'noted' then note end as ignored_as
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::text[], $7::text[], $8::text[]) with ordinality
         as arrived (clinic_id, account_id, conversation_id, event_id, at, event, pace, note, nth)
     )
     insert into inbox (clinic_id, account_id, conversation_id, event_id, at, event, speaks, ripe_at, handled_at, outcome, reason)
     select clinic_id, account_id, case when pace = 'noted' then known_id else arrived.conversation_id end, event_id, to_timestamp(at / 1000), event,
            pace in ('tap', 'words', 'unsure'),
            case pace when 'tap' then now()
              when 'unsure' then now() + ${unsureMs} * interval '1 ms'
              when 'words' then now() + coalesce(clinics.settle_ms, ${usualSettleMs}) * interval '1 ms'
              else '-infinity' end,
            case when ignored_as is not null then now() end,
            case when ignored_as is not null then 'ignored' end,
            ignored_as
     from arrived left join clinics using (clinic_id)
       left join lateral (select c.conversation_id as known_id from conversations c
         where c.clinic_id = arrived.clinic_id and c.conversation_id = arrived.conversation_id and arrived.pace = 'noted') known on true
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
      events.map(({ pace }) => pace),
      events.map(({ note }) => note),
    ],
  );
}
