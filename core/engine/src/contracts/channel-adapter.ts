import type { z } from 'zod';
import type { Instant } from '../domain/clinic-time.ts';
import type { Choice, InboundEvent } from './inbound-event.ts';

/** What arrived at a webhook address, untouched: the signature is made over these very bytes. */
export type WebhookRequest = {
  method: 'GET' | 'POST';
  query: Readonly<Record<string, string>>;
  /** Header names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
};

export type WebhookVerdict =
  | { kind: 'genuine' }
  /** The vendor checks that the address is ours; answer 200 with this plain text. */
  | { kind: 'handshake'; answer: string }
  /** Not provably the vendor: answer with `status` and store nothing. */
  | { kind: 'refused'; status: 401 | 403; reason: string };

/** What a channel can do. The engine asks this table, never the channel's name. */
export type Capabilities = {
  /** Longest text of one message, in UTF-16 units after NFC. */
  textLimit: number;
  choices: { max: number; titleLimit: number };
  /** How long after the customer's last word we may write freely. */
  replyWindow: { freeMs: number; meteredMs: number };
  /** Whether our own key travels with a message and comes back in its echo. */
  echoesCarryOurKey: boolean;
};

/** One message to one customer, worded, in neutral form. */
export type OutboundMessage = {
  /** Our own key: the outbox id. */
  key: string;
  contactId: string;
  text: string;
  choices: readonly Choice[];
};

/** One request to the vendor's API, without credentials. A long message may take several. */
export type VendorCall = { method: 'GET' | 'POST'; path: string; body: unknown };

/** A connected account of a clinic, with its credentials opened for this one use. */
export type OpenAccount<Credentials> = { externalId: string; credentials: Credentials };

/** How a send ended, named by what must happen next. */
export type SendOutcome =
  | { kind: 'sent'; messageIds: readonly string[] }
  | { kind: 'failed'; next: FailureNext; vendorCode: string; sentParts: number }
  /** The request left and no proof came back. It may have been said: never resend blindly. */
  | { kind: 'unknown'; why: string; sentParts: number };

export const failureNexts = [
  /** The vendor is busy or limits us: the same request may succeed later. */
  'retry',
  /** The access token is not accepted: renew it, then try once more. */
  'renew-token',
  /** The customer's reply window is closed on this channel. */
  'window-closed',
  /** This customer cannot be reached here (blocked us, left, never existed). */
  'unreachable',
  /** Our request is wrong: a person must look at it, repeating is useless. */
  'defect',
  /** The account, its money or its permissions need the clinic's attention. */
  'account-attention',
  /** Another app or a person holds the conversation: be silent. */
  'not-ours',
] as const;
export type FailureNext = (typeof failureNexts)[number];

/** What the vendor's own record says about a message whose sending ended as unknown. */
export type LookUpOutcome =
  | { kind: 'found'; messageIds: readonly string[] }
  | { kind: 'absent' }
  | { kind: 'unsure'; why: string };

/** The text to look for, and the earliest instant at which it can have been said. */
export type LookUp = { key: string; contactId: string; texts: readonly string[]; notBefore: Instant };

/**
 * One vendor's channel. `verify`, `parse` and `render` are pure; only `send` and `lookUp` meet the network.
 * Account credentials are the adapter's own shape, checked by `credentials` when an account is connected.
 */
export interface ChannelAdapter<Credentials = unknown> {
  /** The channel's name in records and addresses, e.g. `zalo-oa`. */
  readonly channel: string;
  /** The last part of the webhook address: `/webhooks/<webhookPath>`. */
  readonly webhookPath: string;
  readonly capabilities: Capabilities;
  readonly credentials: z.ZodType<Credentials>;
  /** Is it really the vendor? Never throws on any input. */
  verify(request: WebhookRequest): WebhookVerdict;
  /** Neutral events, in order. What is not known becomes `unrecognised`; never throws on any bytes. */
  parse(body: Uint8Array, receivedAt: Instant): readonly InboundEvent[];
  /** The vendor calls that say this message, within the channel's limits. */
  render(message: OutboundMessage): readonly VendorCall[];
  /** Makes the calls in order and stops at the first that is not proven to have succeeded. */
  send(calls: readonly VendorCall[], account: OpenAccount<Credentials>): Promise<SendOutcome>;
  /** Asks the vendor whether an `unknown` message was said after all. */
  lookUp(query: LookUp, account: OpenAccount<Credentials>): Promise<LookUpOutcome>;
}
