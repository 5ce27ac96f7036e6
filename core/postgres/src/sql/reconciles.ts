import type { Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

type Found = { clinicId: string; accountId: string };

/** Asked for since the last look a minute ago or more, or not looked at for so long; and not in anybody's hands. */
const isDue = `state = 'connected'
  and (coalesce(reconcile_looked_at, connected_at) < now() - $2 * interval '1 ms'
    or reconcile_asked_at > coalesce(reconcile_looked_at, '-infinity')
      and coalesce(reconcile_looked_at, '-infinity') < now() - interval '60 seconds')
  and (reconcile_claimed_at is null or reconcile_claimed_at < now() - interval '60 seconds')`;

export async function findUnreconciled(
  run: Run,
  channels: readonly string[],
  notSinceMs: number,
  limit: number,
): Promise<Found[]> {
  return run(
    `select clinic_id as "clinicId", account_id as "accountId" from accounts
     where channel = any ($1::text[]) and ${isDue} order by reconcile_looked_at nulls first limit $3`,
    [channels, notSinceMs, limit],
  );
}

export type GapRow = Found & {
  channel: string;
  externalId: string;
  connectedAt: Instant;
  reconciledAt: Instant | null;
};

export async function takeUnreconciled(
  run: Run,
  found: readonly Found[],
  notSinceMs: number,
): Promise<GapRow[]> {
  return run(
    `update accounts set reconcile_claimed_at = now()
     where clinic_id = any ($1::uuid[]) and account_id = any ($3::uuid[]) and ${isDue}
     returning clinic_id as "clinicId", account_id as "accountId", channel, external_id as "externalId",
       connected_at as "connectedAt", reconciled_at as "reconciledAt"`,
    [found.map(({ clinicId }) => clinicId), notSinceMs, found.map(({ accountId }) => accountId)],
  );
}

/** Events as they were kept; what they say is read where their shape is known. */
export async function readEventsSince(
  run: Run,
  clinicIds: readonly string[],
  accountId: string,
  since: Instant,
): Promise<{ event: string }[]> {
  return run(
    `select event from inbox
     where clinic_id = any ($1::uuid[]) and account_id = $2 and at >= to_timestamp($3::float8 / 1000)
       and (position('"kind":"message"' in event) > 0 or position('"kind":"echo"' in event) > 0)`,
    [clinicIds, accountId, since],
  );
}

export async function storeReconciled(
  run: Run,
  clinicId: string,
  accountId: string,
  until: Instant,
): Promise<void> {
  await run(
    `update accounts set reconciled_at = to_timestamp($3::float8 / 1000), reconcile_claimed_at = null, reconcile_looked_at = now()
     where clinic_id = $1 and account_id = $2`,
    [clinicId, accountId, until],
  );
}

export async function storeAsked(run: Run, clinicId: string, accountId: string): Promise<void> {
  await run('update accounts set reconcile_asked_at = now() where clinic_id = $1 and account_id = $2', [
    clinicId,
    accountId,
  ]);
}
