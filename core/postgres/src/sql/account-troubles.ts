import type { AccountRecord, AccountTrouble } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** As a list shows them: without credentials. */
const record = `account_id as id, channel, external_id as "externalId", name, state, trouble, trouble_code as "troubleCode",
  trouble_since as "troubleSince", connected_at as "connectedAt", renewed_at as "renewedAt", expires_at as "expiresAt"`;

export async function readAccountRecords(run: Run, clinicIds: readonly string[]): Promise<AccountRecord[]> {
  return run(
    `select ${record} from accounts where clinic_id = any ($1::uuid[]) order by channel, name, account_id`,
    [clinicIds],
  );
}

/** A trouble that only goes on keeps its beginning, so that its clinic is not told of it over and over. */
export async function storeTrouble(
  run: Run,
  clinicId: string,
  accountId: string,
  { trouble, code, isLost }: { trouble: AccountTrouble; code: string; isLost: boolean },
): Promise<void> {
  await run(
    `update accounts set trouble = $3, trouble_code = $4,
       trouble_since = case when trouble = $3 then trouble_since else now() end,
       told_at = case when trouble = $3 then told_at end,
       state = case when $5 then 'lost' else state end,
       renew_at = case when $5 then null else renew_at end
     where clinic_id = $1 and account_id = $2 and state <> 'disconnected'`,
    [clinicId, accountId, trouble, code, isLost],
  );
}

/** A vendor that finds all well knows nothing of a second bot: that alarm ends when the clinic has listed it. */
export async function clearTrouble(run: Run, clinicId: string, accountId: string): Promise<void> {
  await run(
    `update accounts set trouble = null, trouble_code = null, trouble_since = null, told_at = null, telling_at = null,
       state = 'connected'
     where clinic_id = $1 and account_id = $2 and state <> 'disconnected' and trouble is distinct from 'second-bot'`,
    [clinicId, accountId],
  );
}

/** The credentials are overwritten: an account that is not connected has nothing to open. */
export async function endConnection(
  run: Run,
  clinicIds: readonly string[],
  accountId: string,
  seal: (clinicId: string) => string,
): Promise<boolean> {
  const [found] = await run<{ clinicId: string }>(
    `select clinic_id as "clinicId" from accounts where clinic_id = any ($1::uuid[]) and account_id = $2 for no key update`,
    [clinicIds, accountId],
  );
  if (!found) return false;
  await run(
    `update accounts set state = 'disconnected', credentials = $3, version = version + 1, expires_at = null, renew_at = null,
       renewal_id = null, renewal_began_at = null, reconciled_at = null,
       trouble = null, trouble_code = null, trouble_since = null, told_at = null, telling_at = null
     where clinic_id = $1 and account_id = $2`,
    [found.clinicId, accountId, seal(found.clinicId)],
  );
  return true;
}

/** Not told yet, or not for a day; and not being told by somebody right now. */
const isUntold = `trouble is not null and (told_at is null or told_at < now() - interval '24 hours')
  and (telling_at is null or telling_at < now() - interval '60 seconds')`;

export async function findUntold(
  run: Run,
  limit: number,
): Promise<{ clinicId: string; accountId: string }[]> {
  return run(
    `select clinic_id as "clinicId", account_id as "accountId" from accounts where ${isUntold} order by trouble_since limit $1`,
    [limit],
  );
}

export async function takeUntold(
  run: Run,
  found: readonly { clinicId: string; accountId: string }[],
): Promise<(AccountRecord & { clinicId: string })[]> {
  return run(
    `update accounts set telling_at = now()
     where clinic_id = any ($1::uuid[]) and account_id = any ($2::uuid[]) and ${isUntold}
     returning clinic_id as "clinicId", ${record}`,
    [found.map(({ clinicId }) => clinicId), found.map(({ accountId }) => accountId)],
  );
}

export async function storeTold(run: Run, clinicId: string, accountId: string): Promise<void> {
  await run(
    'update accounts set told_at = now(), telling_at = null where clinic_id = $1 and account_id = $2',
    [clinicId, accountId],
  );
}

export async function findUnprobed(
  run: Run,
  channels: readonly string[],
  notSinceMs: number,
  limit: number,
): Promise<{ clinicId: string; accountId: string }[]> {
  return run(
    `select clinic_id as "clinicId", account_id as "accountId" from accounts
     where state = 'connected' and channel = any ($1::text[])
       and coalesce(probed_at, connected_at) < now() - $2 * interval '1 ms'
     order by probed_at nulls first limit $3`,
    [channels, notSinceMs, limit],
  );
}

export async function takeUnprobed(
  run: Run,
  found: readonly { clinicId: string; accountId: string }[],
  notSinceMs: number,
): Promise<{ clinicId: string; accountId: string; channel: string; version: string }[]> {
  return run(
    `update accounts set probed_at = now()
     where clinic_id = any ($1::uuid[]) and account_id = any ($2::uuid[])
       and coalesce(probed_at, connected_at) < now() - $3 * interval '1 ms'
     returning clinic_id as "clinicId", account_id as "accountId", channel, version`,
    [found.map(({ clinicId }) => clinicId), found.map(({ accountId }) => accountId), notSinceMs],
  );
}
