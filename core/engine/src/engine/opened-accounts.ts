import type { ClinicScope } from '../contracts/clinic-scope.ts';
import type { ClinicStore } from '../contracts/clinic-store.ts';
import type { Instant } from '../domain/clinic-time.ts';

/** How long opened credentials are used before they are asked for again: a changed token is found within this time. */
const freshMs = 10_000;

type Opened = Awaited<ReturnType<ClinicStore['openAccount']>>;

/** Opened credentials, kept for a moment, so that a busy account is not opened once for every message. */
export function openedAccounts(store: Pick<ClinicStore, 'openAccount'>, clock: () => Instant) {
  const opened = new Map<string, { at: Instant; account: Promise<Opened> }>();
  return {
    get(scope: ClinicScope, accountId: string): Promise<Opened> {
      const known = opened.get(accountId);
      if (known && Math.abs(clock() - known.at) < freshMs) return known.account;
      const account = store.openAccount(scope, accountId);
      opened.set(accountId, { at: clock(), account });
      account.catch(() => opened.delete(accountId));
      return account;
    },
    /** Their credentials have changed, or must be seen to have. */
    forget(accountId: string): void {
      opened.delete(accountId);
    },
  };
}
export type OpenedAccounts = ReturnType<typeof openedAccounts>;
