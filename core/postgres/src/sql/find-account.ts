import type { Run } from '../database/database.ts';

export async function findAccount(
  run: Run,
  channel: string,
  externalId: string,
): Promise<{ clinicId: string; accountId: string } | undefined> {
  const [account] = await run<{ clinicId: string; accountId: string }>(
    `select clinic_id as "clinicId", account_id as "accountId" from accounts where channel = $1 and external_id = $2 and state <> 'disconnected'`,
    [channel, externalId],
  );
  return account;
}
