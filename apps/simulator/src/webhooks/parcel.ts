import type { Channel } from '../world/thread-message.ts';

/** One webhook exactly as it will be sent, every attempt and every copy alike. */
export type Parcel = {
  channel: Channel;
  customerId: string;
  /** For people who read the list of deliveries. */
  event: string;
  body: Buffer;
  headers: Readonly<Record<string, string>>;
  /** Zalo counts its retries in a header of this name; Messenger says nothing. */
  retryCountHeader?: string;
  deadlineMs: number;
};

export type Delivery = {
  readonly id: number;
  readonly channel: Channel;
  readonly customerId: string;
  readonly event: string;
  readonly body: string;
  state: 'held' | 'sending' | 'waiting-to-retry' | 'accepted' | 'given-up' | 'withheld';
  readonly attempts: { readonly at: number; readonly outcome: number | 'late' | 'unreachable' }[];
};
