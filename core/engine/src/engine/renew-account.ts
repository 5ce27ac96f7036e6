import type { AccountConnector, Renewal } from '../contracts/account-connector.ts';
import type { AccountStore, RenewalSettlement } from '../contracts/account-store.ts';
import type { ClinicScope } from '../contracts/clinic-scope.ts';
import { hourMs, type Instant, minuteMs } from '../domain/clinic-time.ts';
import type { EngineParts } from './engine-parts.ts';

/** What accounts are kept connected with. */
export type KeepingDesk = {
  store: AccountStore;
  connectors: ReadonlyMap<string, AccountConnector>;
  /** Resolves after so many milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Where a clinic's people look after their accounts. */
  accountsLink: () => string;
};

type RenewParts = Pick<EngineParts, 'clock' | 'newId' | 'notice'>;
type Account = { scope: ClinicScope; accountId: string; channel: string; version: number };

/** Longer than any call to a vendor may take, so that nobody asks while the first question is still on its way. */
const holdMs = 20_000;
/** Storing what the vendor gave is tried for as long as the process may hope: nobody else has it. */
const mostStoring = 200;

/**
 * `renewed`: newer credentials are stored, by us or by somebody else. `later`: somebody is at it, or the vendor could not be asked.
 * `lost`: no renewal will bring this account back.
 */
export type RenewedAs = 'renewed' | 'later' | 'lost';

/** Ahead of the end, so that a renewal without an answer can be told from one that never arrived: the old credentials still speak. */
export function renewalTime(expiresAt: Instant | null, now: Instant): Instant | null {
  if (expiresAt === null) return null;
  return expiresAt - Math.min(5 * hourMs, Math.max(0, expiresAt - now) / 3);
}

/**
 * Brings an account credentials newer than `version`. The intent is stored before the vendor is asked and the result before it is
 * used, so any number of processes ask once. A question that was left without an answer is never repeated blindly: as long as the
 * old credentials work it was not heard; once they do not, what it brought is lost, and the clinic must be told.
 */
export async function renewAccount(
  parts: RenewParts,
  desk: KeepingDesk,
  { scope, accountId, channel, version: seen }: Account,
): Promise<RenewedAs> {
  const connector = desk.connectors.get(channel);
  if (!connector?.renew) return 'lost';
  const renewalId = parts.newId();
  const settle = (settlement: RenewalSettlement) =>
    desk.store.settleRenewal(scope, accountId, { renewalId, seen, settlement });

  const turn = await desk.store.beginRenewal(scope, accountId, { renewalId, seen, holdMs });
  if (turn.kind === 'newer') return 'renewed';
  if (turn.kind === 'busy') return 'later';
  if (turn.kind === 'closed') return 'lost';
  if (turn.kind === 'unresolved') {
    const probe = await connector.probe({ externalId: turn.externalId, credentials: turn.credentials });
    if (probe.kind === 'dead') {
      await settle({ kind: 'lost', trouble: 'renewal-lost', code: probe.code });
      parts.notice({ level: 'error', what: 'account lost', ids: { accountId, channel, code: probe.code } });
      return 'lost';
    }
    if (probe.kind !== 'good') return 'later';
  }
  return settled(
    parts,
    desk,
    { accountId, channel, settle },
    connector,
    await ask(connector, turn.credentials, parts.clock()),
  );
}

/** A connector never throws; if one does, what it was doing may have been done. */
async function ask(
  connector: AccountConnector,
  credentials: unknown,
  now: Instant,
): Promise<Renewal<unknown>> {
  try {
    return (await connector.renew?.(credentials, now)) ?? { kind: 'never-left', why: 'not renewable' };
  } catch {
    return { kind: 'unclear', why: 'broke off' };
  }
}

async function settled(
  parts: RenewParts,
  desk: KeepingDesk,
  about: { accountId: string; channel: string; settle: (s: RenewalSettlement) => Promise<boolean> },
  connector: AccountConnector,
  renewal: Renewal<unknown>,
): Promise<RenewedAs> {
  const { settle, ...ids } = about;
  const now = parts.clock();
  switch (renewal.kind) {
    case 'renewed': {
      const { credentials } = renewal;
      const expiresAt = connector.expiresAt(credentials);
      await storeForSure(parts, desk, ids, () =>
        settle({ kind: 'renewed', credentials, expiresAt, renewAt: renewalTime(expiresAt, now) }),
      );
      return 'renewed';
    }
    case 'refused':
      await settle({ kind: 'lost', trouble: 'grant-lost', code: renewal.code });
      parts.notice({ level: 'error', what: 'account lost', ids: { ...ids, code: renewal.code } });
      return 'lost';
    case 'denied': {
      const { code } = renewal;
      await settle({ kind: 'not-spent', renewAt: now + 15 * minuteMs, trouble: 'renewal-denied', code });
      parts.notice({ level: 'error', what: 'renewal denied', ids: { ...ids, code } });
      return 'later';
    }
    case 'never-left':
      await settle({ kind: 'not-spent', renewAt: now + minuteMs, trouble: null, code: null });
      parts.notice({ level: 'warn', what: 'renewal not heard', ids: { ...ids, code: renewal.why } });
      return 'later';
    case 'unclear':
      /** The right stays taken: whoever asks after `holdMs` finds out first. */
      parts.notice({ level: 'warn', what: 'renewal unclear', ids: { ...ids, code: renewal.why } });
      return 'later';
  }
}

/** The vendor has forgotten the old pair: until the new one is stored, this process holds the only copy. */
async function storeForSure(
  parts: RenewParts,
  desk: KeepingDesk,
  ids: { accountId: string; channel: string },
  store: () => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store();
      return;
    } catch (error) {
      parts.notice({
        level: 'error',
        what: 'storing new credentials failed',
        ids: { ...ids, attempt },
        error,
      });
      if (attempt >= mostStoring) throw error;
      await desk.pause(Math.min(100 * 2 ** attempt, 5_000));
    }
  }
}
