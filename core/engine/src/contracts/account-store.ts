import type { Instant } from '../domain/clinic-time.ts';
import type { AccountTrouble } from './account-connector.ts';
import type { ClinicScope } from './clinic-scope.ts';
import type { RoutedAccount } from './turn-store.ts';

export type AccountState =
  | 'connected'
  /** No credentials of it work: nothing is sent, and what arrives goes to people. */
  | 'lost'
  /** The clinic ended the connection; nothing of it is kept but the conversations. */
  | 'disconnected';

/** An account as a list shows it. */
export type AccountRecord = {
  id: string;
  channel: string;
  externalId: string;
  name: string;
  state: AccountState;
  trouble: AccountTrouble | null;
  /** The vendor's own code for it. */
  troubleCode: string | null;
  troubleSince: Instant | null;
  connectedAt: Instant;
  renewedAt: Instant | null;
  expiresAt: Instant | null;
};

/** An account whose credentials are due to be renewed, or whose last renewal was left without an outcome. */
export type DueAccount = {
  clinicId: string;
  accountId: string;
  channel: string;
  version: number;
  scope: ClinicScope;
};

/** Whose turn it is to renew an account's credentials. */
export type RenewalTurn =
  /** Ours alone, until it is settled or `holdMs` is over. */
  | { kind: 'ours'; credentials: unknown }
  /** Somebody asked the vendor, and went away without saying what came of it: find out before anything else. */
  | { kind: 'unresolved'; externalId: string; credentials: unknown }
  /** Newer credentials than those seen are stored already. */
  | { kind: 'newer' }
  /** Somebody else is at it. */
  | { kind: 'busy' }
  /** Lost or disconnected: there is nothing to renew. */
  | { kind: 'closed' };

/** An account whose vendor's list is to be held against what arrived. */
export type DueGap = {
  account: RoutedAccount;
  connectedAt: Instant;
  /** Until when everything is known to have arrived. */
  reconciledAt: Instant | null;
};

/** Something said that has arrived. */
export type KnownMessage = {
  id: string;
  kind: 'message' | 'echo';
  contactId: string;
  text: string;
  at: Instant;
};

export type RenewalSettlement =
  | { kind: 'renewed'; credentials: unknown; expiresAt: Instant | null; renewAt: Instant | null }
  /** Nothing was spent: the same may be asked again after `renewAt`. */
  | { kind: 'not-spent'; renewAt: Instant; trouble: AccountTrouble | null; code: string | null }
  | { kind: 'lost'; trouble: AccountTrouble; code: string };

/** An account in trouble of which its clinic must be told. */
export type TroubleToTell = {
  clinicId: string;
  scope: ClinicScope;
  account: AccountRecord;
};

/** A consent on its way: begun by a clinic, to be completed by whoever comes back from the vendor's page. */
export type PendingConsent = { scope: ClinicScope; channel: string; held: string };

/** What keeps a clinic's accounts connected. Credentials are sealed by the store and come out for one use at a time. */
export interface AccountStore {
  accounts(scope: ClinicScope): Promise<readonly AccountRecord[]>;
  /** Accounts of these channels whose renewal is due at `at`, the longest due first. */
  dueRenewals(channels: readonly string[], at: Instant, limit: number): Promise<readonly DueAccount[]>;
  /**
   * Asks for the right to renew credentials of version `seen`. One asker gets it, whatever number of processes ask; after `holdMs`
   * without a settlement the next asker is told that it is unresolved. Times are the database's.
   */
  beginRenewal(
    scope: ClinicScope,
    accountId: string,
    ask: { renewalId: string; seen: number; holdMs: number },
  ): Promise<RenewalTurn>;
  /**
   * Stores what came of it, durably, before anybody uses it. False: newer credentials are stored already, or, unless these are
   * new ones, the right has passed on.
   */
  settleRenewal(
    scope: ClinicScope,
    accountId: string,
    settled: { renewalId: string; seen: number; settlement: RenewalSettlement },
  ): Promise<boolean>;
  /** Notes what a probe or a refused send has shown; null: all is well. */
  noteTrouble(
    scope: ClinicScope,
    accountId: string,
    trouble: { trouble: AccountTrouble; code: string; isLost: boolean } | null,
  ): Promise<void>;
  /** Forgets the credentials and routes no more events. False: there is no such account in the scope. */
  disconnectAccount(scope: ClinicScope, accountId: string): Promise<boolean>;
  /** Hands out accounts that nobody has probed for so long; each to one asker, who need not say that it is done. */
  claimProbes(channels: readonly string[], notSinceMs: number, limit: number): Promise<readonly DueAccount[]>;
  /** Hands out accounts that were not reconciled for so long, or asked to be; each to one asker for a minute. */
  claimGaps(channels: readonly string[], notSinceMs: number, limit: number): Promise<readonly DueGap[]>;
  /** Everything said on the account since then that has arrived. */
  knownMessages(scope: ClinicScope, accountId: string, since: Instant): Promise<readonly KnownMessage[]>;
  reconciled(scope: ClinicScope, accountId: string, until: Instant): Promise<void>;
  /** Something was said that we cannot place: look at once what else was missed. */
  askToReconcile(scope: ClinicScope, accountId: string): Promise<void>;
  /** Hands out accounts in trouble that the clinic has not been told of, or not for a day; each to one asker for a minute. */
  claimTroubles(limit: number): Promise<readonly TroubleToTell[]>;
  troubleTold(scope: ClinicScope, accountId: string): Promise<void>;
  /** Keeps a consent for ten minutes under the digest of its state; `held`, which whoever comes back must not see, is sealed. */
  beginConsent(
    scope: ClinicScope,
    consent: { state: string; browser: string; channel: string; held: string },
  ): Promise<void>;
  /** Uses a consent up; undefined: unknown, used, too old, or begun in another browser. */
  takeConsent(state: string, browser: string): Promise<PendingConsent | undefined>;
}
