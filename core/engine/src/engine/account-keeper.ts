import type { DueAccount, DueGap, TroubleToTell } from '../contracts/account-store.ts';
import { hourMs, minuteMs } from '../domain/clinic-time.ts';
import type { EngineParts } from './engine-parts.ts';
import { checkAccount } from './check-account.ts';
import { fillGaps } from './fill-gaps.ts';
import { type KeepingDesk, renewAccount } from './renew-account.ts';
import { tellTrouble } from './tell-trouble.ts';
import type { Scheduler } from './worker.ts';

type KeeperParts = Pick<EngineParts, 'store' | 'notifiers' | 'clock' | 'newId' | 'idOf' | 'notice'>;

export type AccountKeeper = {
  /** Looks once for everything that is due, and resolves when it is done. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

/** A trouble is told within a minute of being seen, a renewal is due hours before its time is up. */
const pollMs = 5_000;
const atOnce = 20;
/** Vendors do not say when they stop to send: they are asked. */
const probeEveryMs = hourMs;
/** A customer whose message was lost on its way waits no longer than this. */
export const reconcileEveryMs = 5 * minuteMs;

/** Renews credentials ahead of time and tells clinics of accounts in trouble. Any number may run beside it. */
export function startAccountKeeper(
  parts: KeeperParts,
  desk: KeepingDesk,
  after: Scheduler,
  everyMs = reconcileEveryMs,
): AccountKeeper {
  const renewing = [...desk.connectors.values()]
    .filter((connector) => connector.renew !== undefined)
    .map(({ channel }) => channel);
  const reading = [...desk.connectors.values()]
    .filter((connector) => connector.readSince !== undefined)
    .map(({ channel }) => channel);
  const failed = (what: string, accountId: string) => (error: unknown) =>
    parts.notice({ level: 'error', what, ids: { accountId }, error });

  const renew = (account: DueAccount) =>
    renewAccount(parts, desk, account).catch(failed('renewal failed', account.accountId));

  const check = (account: DueAccount) =>
    checkAccount(parts, desk, account).catch(failed('checking an account failed', account.accountId));

  const tell = async (trouble: TroubleToTell) => {
    try {
      if (await tellTrouble(parts, desk, trouble))
        await desk.store.troubleTold(trouble.scope, trouble.account.id);
    } catch (error) {
      failed('telling a trouble failed', trouble.account.id)(error);
    }
  };

  const fill = async (gap: DueGap) => {
    const filled = await fillGaps(parts, desk, gap).catch(
      failed('filling gaps failed', gap.account.accountId),
    );
    if (filled && 'unread' in filled)
      parts.notice({
        level: 'warn',
        what: 'account not reconciled',
        ids: { accountId: gap.account.accountId, why: filled.unread },
      });
  };

  async function look(): Promise<void> {
    const due = await desk.store.dueRenewals(renewing, parts.clock(), atOnce);
    await Promise.all(due.map(renew));
    const unprobed = await desk.store.claimProbes([...desk.connectors.keys()], probeEveryMs, atOnce);
    await Promise.all(unprobed.map(check));
    const gaps = await desk.store.claimGaps(reading, everyMs, atOnce);
    await Promise.all(gaps.map(fill));
    const untold = await desk.store.claimTroubles(atOnce);
    await Promise.all(untold.map(tell));
  }

  let stopped = false;
  let cancel = () => {};
  let round: Promise<void> = Promise.resolve();
  function next(): void {
    round = look()
      .catch((error: unknown) => parts.notice({ level: 'error', what: 'keeping accounts failed', error }))
      .then(() => {
        if (!stopped) cancel = after(pollMs, next);
      });
  }
  next();

  return {
    look,
    async stop() {
      stopped = true;
      cancel();
      await round;
    },
  };
}
