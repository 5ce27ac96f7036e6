import type { AccountState, AccountTrouble, Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

type Due = { clinicId: string; accountId: string; channel: string; version: string };

/** Looks across clinics at clocks only; the right to renew is asked for account by account. */
export async function findDueRenewals(
  run: Run,
  channels: readonly string[],
  at: Instant,
  limit: number,
): Promise<Due[]> {
  return run(
    `select clinic_id as "clinicId", account_id as "accountId", channel, version from accounts
     where renew_at <= to_timestamp($2::float8 / 1000) and state = 'connected' and channel = any ($1::text[])
     order by renew_at limit $3`,
    [channels, at, limit],
  );
}

export type AskedRenewal = {
  clinicId: string;
  accountId: string;
  renewalId: string;
  seen: number;
  holdMs: number;
};

type TakenRenewal = { externalId: string; credentials: string; isAbandoned: boolean };

/** Takes the right where nobody has it, or where whoever had it has been silent for too long. */
export async function takeRenewal(run: Run, ask: AskedRenewal): Promise<TakenRenewal | undefined> {
  const [taken] = await run<TakenRenewal>(
    `with before as (
       select clinic_id, account_id, renewal_began_at from accounts
       where clinic_id = $1 and account_id = $2 and version = $4 and state = 'connected'
         and (renewal_id is null or renewal_began_at < now() - $5 * interval '1 ms')
       for no key update
     )
     update accounts a set renewal_id = $3, renewal_began_at = now()
     from before where a.clinic_id = before.clinic_id and a.account_id = before.account_id
     returning a.external_id as "externalId", a.credentials, before.renewal_began_at is not null as "isAbandoned"`,
    [ask.clinicId, ask.accountId, ask.renewalId, ask.seen, ask.holdMs],
  );
  return taken;
}

export async function readRenewal(
  run: Run,
  clinicId: string,
  accountId: string,
): Promise<{ version: string; state: AccountState } | undefined> {
  const [found] = await run<{ version: string; state: AccountState }>(
    'select version, state from accounts where clinic_id = $1 and account_id = $2',
    [clinicId, accountId],
  );
  return found;
}

export type Renewed = {
  clinicId: string;
  accountId: string;
  seen: number;
  credentials: string;
  expiresAt: Instant | null;
  renewAt: Instant | null;
};

/**
 * The newest credentials win, even from somebody who was thought to be gone: the vendor gives out one pair for each that was
 * presented, so whoever has a pair made of the stored one has the only living one.
 */
export async function storeRenewed(run: Run, renewed: Renewed): Promise<boolean> {
  const stored = await run(
    `update accounts set credentials = $4, version = version + 1, state = 'connected', renewed_at = now(),
       expires_at = to_timestamp($5::float8 / 1000), renew_at = to_timestamp($6::float8 / 1000),
       renewal_id = null, renewal_began_at = null,
       trouble = null, trouble_code = null, trouble_since = null, told_at = null, telling_at = null
     where clinic_id = $1 and account_id = $2 and version = $3 and state <> 'disconnected'
     returning account_id`,
    [
      renewed.clinicId,
      renewed.accountId,
      renewed.seen,
      renewed.credentials,
      renewed.expiresAt,
      renewed.renewAt,
    ],
  );
  return stored.length > 0;
}

export type NotRenewed = {
  clinicId: string;
  accountId: string;
  renewalId: string;
  seen: number;
  renewAt: Instant | null;
  trouble: AccountTrouble | null;
  code: string | null;
  isLost: boolean;
};

export async function storeNotRenewed(run: Run, not: NotRenewed): Promise<boolean> {
  const stored = await run(
    `update accounts set renewal_id = null, renewal_began_at = null, renew_at = to_timestamp($5::float8 / 1000),
       state = case when $8 then 'lost' else state end,
       trouble = $6, trouble_code = $7, trouble_since = case when $6::text is not null then coalesce(trouble_since, now()) end
     where clinic_id = $1 and account_id = $2 and renewal_id = $3 and version = $4
     returning account_id`,
    [not.clinicId, not.accountId, not.renewalId, not.seen, not.renewAt, not.trouble, not.code, not.isLost],
  );
  return stored.length > 0;
}
