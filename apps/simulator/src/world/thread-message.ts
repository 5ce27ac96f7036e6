export type Channel = 'facebook' | 'zalo';

/** What a customer can tap below a message, and what the tap does. */
export type Choice = {
  readonly title: string;
  /** `quick-reply` and `postback` are Messenger's, `show` and `hide` Zalo's; `url` and `phone` say nothing to the clinic. */
  readonly kind: 'quick-reply' | 'postback' | 'show' | 'hide' | 'url' | 'phone';
  readonly payload: string;
};

export type ThreadMessage = {
  readonly id: string;
  readonly channel: Channel;
  readonly accountId: string;
  readonly customerId: string;
  /** `api`: sent through the vendor's API; `staff`: typed by a person in the vendor's own inbox. */
  readonly by: 'customer' | 'api' | 'staff';
  readonly text: string;
  readonly at: number;
  /** The payload of a Zalo `oa.query.hide` button, which no customer ever sees. */
  readonly hidden: boolean;
  readonly choices: readonly Choice[];
  /** False once Messenger has taken the quick replies away. */
  readonly choicesOpen: boolean;
  readonly tapped: readonly number[];
  /** What the sender gave to Messenger to find in the echo again. */
  readonly metadata: string | null;
  /** On a customer's message: whether the clinic's server took the webhook. */
  readonly webhook: 'waiting' | 'accepted' | 'given-up' | null;
  readonly deliveredAt: number | null;
  readonly readAt: number | null;
};

export type NewThreadMessage = Pick<ThreadMessage, 'id' | 'by' | 'text'> &
  Partial<Pick<ThreadMessage, 'hidden' | 'choices' | 'metadata'>>;

export type MessageChange = Partial<
  Pick<ThreadMessage, 'choicesOpen' | 'tapped' | 'webhook' | 'deliveredAt' | 'readAt'>
>;
