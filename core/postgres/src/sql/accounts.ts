import type { AccountState, Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export async function findOwnAccount(
  run: Run,
  clinicId: string,
  channel: string,
  externalId: string,
): Promise<string | undefined> {
  const [account] = await run<{ id: string }>(
    'select account_id as id from accounts where clinic_id = $1 and channel = $2 and external_id = $3 for no key update',
    [clinicId, channel, externalId],
  );
  return account?.id;
}

export type AccountRow = {
  clinicId: string;
  id: string;
  channel: string;
  externalId: string;
  name: string;
  credentials: string;
  expiresAt: Instant | null;
  renewAt: Instant | null;
};

export async function storeAccount(run: Run, account: AccountRow): Promise<void> {
  await run(
    `insert into accounts (clinic_id, account_id, channel, external_id, name, credentials, expires_at, renew_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000), to_timestamp($8::float8 / 1000))
     on conflict (clinic_id, account_id) do update set
       name = excluded.name, credentials = excluded.credentials, connected_at = now(), version = accounts.version + 1,
       expires_at = excluded.expires_at, renew_at = excluded.renew_at, state = 'connected',
       renewal_id = null, renewal_began_at = null,
       trouble = null, trouble_code = null, trouble_since = null, told_at = null, telling_at = null`,
    [
      account.clinicId,
      account.id,
      account.channel,
      account.externalId,
      account.name,
      account.credentials,
      account.expiresAt,
      account.renewAt,
    ],
  );
}

/** `version` comes as text: the driver keeps numbers of that size whole. */
type StoredAccount = {
  clinicId: string;
  id: string;
  externalId: string;
  credentials: string;
  version: string;
  state: AccountState;
};

export async function readAccounts(
  run: Run,
  wanted: readonly { clinicIds: readonly string[]; accountId: string }[],
): Promise<StoredAccount[]> {
  return run(
    `select clinic_id as "clinicId", account_id as id, external_id as "externalId", credentials, version, state from accounts
     where clinic_id = any ($1::uuid[]) and account_id = any ($2::uuid[])`,
    [[...new Set(wanted.flatMap(({ clinicIds }) => clinicIds))], wanted.map(({ accountId }) => accountId)],
  );
}
