/** Webhook fields the simulator can send (Messenger Platform, "webhook fields"). */
export const webhookFields = [
  'messages',
  'messaging_postbacks',
  'message_echoes',
  'message_deliveries',
  'message_reads',
] as const;
export type WebhookField = (typeof webhookFields)[number];

export type Page = {
  readonly id: string;
  readonly name: string;
  readonly accessToken: string;
  /** Replaced as a whole by each subscription call. */
  subscribedFields: readonly string[];
  /** Subcode of error 190, once the token is dead. */
  deadSubcode?: number;
};

export type FacebookApp = {
  readonly appId: string;
  readonly appSecret: string;
  readonly pages: readonly Page[];
};
