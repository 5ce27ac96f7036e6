import type { ListedAs, SpeakerNote, SpeakerRecord } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';

type SpeakerRow = Omit<SpeakerRecord, 'messages'> & { messages: string };

export async function readSpeakers(
  run: Run,
  clinicIds: readonly string[],
  accountId: string,
): Promise<SpeakerRow[]> {
  return run(
    `select app_id as "appId", listed_as as "listedAs", seen_as as "seenAs", reason, messages, first_at as "firstAt", last_at as "lastAt"
     from speakers where clinic_id = any ($1::uuid[]) and account_id = $2 order by app_id`,
    [clinicIds, accountId],
  );
}

export async function readListed(
  run: Run,
  clinicIds: readonly string[],
  accountId: string,
): Promise<{ appId: string; as: ListedAs }[]> {
  return run(
    `select app_id as "appId", listed_as as "as" from speakers
     where clinic_id = any ($1::uuid[]) and account_id = $2 and listed_as is not null`,
    [clinicIds, accountId],
  );
}

export async function storeListed(
  run: Run,
  clinicId: string,
  accountId: string,
  { appId, as }: { appId: string; as: ListedAs | null },
): Promise<void> {
  await run(
    `with said as (
       insert into speakers (clinic_id, account_id, app_id, listed_as) values ($1, $2, $3, $4)
       on conflict (clinic_id, account_id, app_id) do update set listed_as = excluded.listed_as
     )
     update accounts set trouble = null, trouble_code = null, trouble_since = null, told_at = null, telling_at = null
     where clinic_id = $1 and account_id = $2 and trouble = 'second-bot' and trouble_code = $3 and $4::text is not null`,
    [clinicId, accountId, storable(appId), as],
  );
}

/** An alarm does not displace a trouble that is worse, and is not raised again for an app of which the clinic has been told. */
export async function storeNotes(
  run: Run,
  clinicId: string,
  accountId: string,
  notes: readonly SpeakerNote[],
): Promise<void> {
  await run(
    `with note as (
       select * from unnest($3::text[], $4::text[], $5::text[], $6::int[], $7::float8[]) as note (app_id, seen_as, reason, messages, at)
     ), noted as (
       insert into speakers as known (clinic_id, account_id, app_id, seen_as, reason, messages, first_at, last_at)
       select $1, $2, app_id, seen_as, reason, messages, to_timestamp(at / 1000), to_timestamp(at / 1000) from note
       on conflict (clinic_id, account_id, app_id) do update set
         seen_as = excluded.seen_as, reason = excluded.reason, messages = known.messages + excluded.messages,
         first_at = coalesce(known.first_at, excluded.first_at), last_at = greatest(known.last_at, excluded.last_at),
         alarmed_at = case when known.listed_as is null and excluded.seen_as = 'bot' then coalesce(known.alarmed_at, now()) else known.alarmed_at end
       returning app_id, seen_as, listed_as, alarmed_at
     )
     update accounts set trouble = 'second-bot', trouble_code = noted.app_id, trouble_since = now(), told_at = null
     from noted
     where accounts.clinic_id = $1 and accounts.account_id = $2 and accounts.trouble is null and accounts.state = 'connected'
       and noted.seen_as = 'bot' and noted.listed_as is null and (noted.alarmed_at is null or noted.alarmed_at = now())`,
    [
      clinicId,
      accountId,
      notes.map(({ appId }) => storable(appId)),
      notes.map(({ speaker }) => speaker.class),
      notes.map(({ speaker }) => speaker.reason),
      notes.map(({ messages }) => messages),
      notes.map(({ at }) => at),
    ],
  );
}

/** Looked for in the event's own text, where no words of a customer can look like a key of it: quotes in words are escaped. */
export async function quietWaiting(
  run: Run,
  clinicId: string,
  accountId: string,
  appId: string,
  reason: string,
): Promise<number> {
  const quieted = await run(
    `update inbox set handled_at = now(), outcome = 'ignored', reason = $4
     where clinic_id = $1 and account_id = $2 and handled_at is null and speaks
       and position('"kind":"echo"' in event) > 0 and position($3 in event) > 0
     returning seq`,
    [clinicId, accountId, `"appId":${JSON.stringify(storable(appId))}`, storable(reason)],
  );
  return quieted.length;
}

type EchoRow = { event: string; reason: string | null };

export async function readEchoes(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
): Promise<EchoRow[]> {
  return run(
    `select event, reason from inbox
     where clinic_id = any ($1::uuid[]) and conversation_id = $2 and position('"kind":"echo"' in event) > 0
       and reason is distinct from 'own-echo'
     order by at, seq`,
    [clinicIds, conversationId],
  );
}
