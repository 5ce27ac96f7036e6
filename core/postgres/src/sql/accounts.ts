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
};

export async function storeAccount(run: Run, account: AccountRow): Promise<void> {
  await run(
    `insert into accounts (clinic_id, account_id, channel, external_id, name, credentials) values ($1, $2, $3, $4, $5, $6)
     on conflict (clinic_id, account_id) do update set name = excluded.name, credentials = excluded.credentials, connected_at = now()`,
    [account.clinicId, account.id, account.channel, account.externalId, account.name, account.credentials],
  );
}

export async function readAccounts(
  run: Run,
  wanted: readonly { clinicIds: readonly string[]; accountId: string }[],
): Promise<{ clinicId: string; id: string; externalId: string; credentials: string }[]> {
  return run(
    `select clinic_id as "clinicId", account_id as id, external_id as "externalId", credentials from accounts
     where clinic_id = any ($1::uuid[]) and account_id = any ($2::uuid[])`,
    [[...new Set(wanted.flatMap(({ clinicIds }) => clinicIds))], wanted.map(({ accountId }) => accountId)],
  );
}
