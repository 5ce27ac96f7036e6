import type { Instant } from '../domain/clinic-time.ts';
import type { OpenAccount } from './channel-adapter.ts';
import type { InboundEvent } from './inbound-event.ts';

/** What is wrong with a connected account, named by what must happen next. The vendor's own code stands beside it. */
export const accountTroubles = [
  /** The vendor takes the grant for void: an owner of the account must give a new one. */
  'grant-lost',
  /** A renewal was asked for, its answer was lost, and the old credentials are dead: the new ones are nobody's. */
  'renewal-lost',
  /** The vendor refuses to renew for a reason that is ours or the operator's; the present credentials still run. */
  'renewal-denied',
  /** The account lacks a permission, a package, money, or is restricted. */
  'not-permitted',
  /** The vendor does not send us the account's events any more. */
  'unsubscribed',
  /** Another bot answers on the account; the code is its app. */
  'second-bot',
] as const;
export type AccountTrouble = (typeof accountTroubles)[number];

/** How asking for new credentials ended. */
export type Renewal<Credentials> =
  | { kind: 'renewed'; credentials: Credentials }
  /** The grant is gone. */
  | { kind: 'refused'; code: string }
  /** The vendor said no for another reason: nothing was spent. */
  | { kind: 'denied'; code: string }
  /** Proven never to have reached the vendor: nothing was spent. */
  | { kind: 'never-left'; why: string }
  /** It may have been spent, and what came back cannot be used. */
  | { kind: 'unclear'; why: string };

/** What the vendor says about credentials without changing anything. */
export type Probe =
  | { kind: 'good' }
  /** These credentials are not accepted. */
  | { kind: 'dead'; code: string }
  | { kind: 'trouble'; trouble: AccountTrouble; code: string }
  | { kind: 'unclear'; why: string };

/** One account that somebody at the vendor has consented to connect. */
export type GrantedAccount<Credentials> = { externalId: string; name: string; credentials: Credentials };

export type Consent<Credentials> =
  | { kind: 'granted'; accounts: readonly GrantedAccount<Credentials>[] }
  /** In plain words for whoever stands before the screen. */
  | { kind: 'failed'; code: string };

/** What a consent began with; the verifier stays with us. */
export type ConsentRequest = { state: string; verifier: string; redirectUri: string };

/**
 * How accounts of a channel are connected, and kept connected. It meets the network in every verb but `consentUrl`,
 * `explain` and `expiresAt`.
 */
export interface AccountConnector<Credentials = unknown> {
  readonly channel: string;
  /** When the credentials run out; null: not by time. */
  expiresAt(credentials: Credentials): Instant | null;
  /** The vendor's page on which an owner consents. */
  consentUrl(request: ConsentRequest): string;
  /** What came back from that page, exchanged for credentials. Never throws. */
  complete(
    request: ConsentRequest,
    callback: Readonly<Record<string, string>>,
    now: Instant,
  ): Promise<Consent<Credentials>>;
  /** Makes the vendor send this account's events to us; undefined when that is so by itself. */
  subscribe(account: OpenAccount<Credentials>): Promise<{ code: string } | undefined>;
  /** Stops the vendor from sending this account's events to us, as far as it can be asked to. */
  unsubscribe(account: OpenAccount<Credentials>): Promise<void>;
  /** New credentials for old; asked at most once for each. Absent: they do not run out by time. */
  renew?(credentials: Credentials, now: Instant): Promise<Renewal<Credentials>>;
  probe(account: OpenAccount<Credentials>): Promise<Probe>;
  /**
   * Everything said on the account since then, by whichever side, as the webhook would have told it, with the same ids where the vendor
   * has the same. `isWhole` is false when there was more than could be read. Absent: the vendor has no such list.
   */
  readSince?(
    account: OpenAccount<Credentials>,
    since: Instant,
    pause: (ms: number) => Promise<void>,
  ): Promise<
    { kind: 'read'; events: readonly InboundEvent[]; isWhole: boolean } | { kind: 'unclear'; why: string }
  >;
  /** What is wrong and who must do what, as one would say it to the clinic's owner. */
  explain(trouble: AccountTrouble, code: string | null): string;
}
