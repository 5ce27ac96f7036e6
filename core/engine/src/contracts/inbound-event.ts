import { z } from 'zod';
import { Instant } from '../domain/clinic-time.ts';
import { Speaker } from '../domain/speaker.ts';
import { Entities } from '../understanding/understanding.ts';

/** The answer a tapped choice stands for: details, and yes or no where that was asked. */
export const ChoiceMeaning = z.object({ entities: Entities, confirm: z.boolean().optional() });
export type ChoiceMeaning = z.infer<typeof ChoiceMeaning>;

/** Something the customer may tap instead of typing. */
export const Choice = z.object({ title: z.string().min(1), meaning: ChoiceMeaning });
export type Choice = z.infer<typeof Choice>;

const base = {
  /** Unique for this vendor and account: delivering an event twice must give the same id. */
  id: z.string().min(1).max(600),
  /** The vendor's id of the clinic's page or account. */
  accountId: z.string().min(1).max(128),
  /** The customer's id at the vendor, as seen by this account. */
  contactId: z.string().min(1).max(128),
  /** When it happened, by the vendor's clock. */
  at: Instant,
};

/** What brought the customer here, as the vendor reports it: an advertisement, a link with a ref, or a QR code. */
export const Referral = z.object({
  source: z.enum(['ad', 'link', 'qr']),
  ref: z.string().max(500).optional(),
  adId: z.string().max(100).optional(),
});
export type Referral = z.infer<typeof Referral>;

/** What happened on a channel, in words every channel shares. */
export const InboundEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    ...base,
    messageId: z.string(),
    text: z.string(),
    /** Set when the customer tapped one of our choices. */
    choice: ChoiceMeaning.optional(),
    attachments: z.array(z.object({ type: z.string(), url: z.string().optional() })),
    referral: Referral.optional(),
    /** No webhook brought it; it was found in the vendor's own list afterwards. */
    isLate: z.literal(true).optional(),
  }),
  /** A message that left the account: our own coming back, or somebody else's. */
  z.object({
    kind: z.literal('echo'),
    ...base,
    messageId: z.string(),
    text: z.string(),
    /** Our outbox id, where the vendor carries it. */
    key: z.string().optional(),
    /** 'app' is an API send, perhaps ours; 'person' typed it in the vendor's own inbox. */
    author: z.enum(['app', 'person', 'unknown']),
    /** The vendor's id of another app that sent it; absent: ours, or the vendor does not say. */
    appId: z.string().max(64).optional(),
    /** Who it seems to be, as judged on arrival. Our own words are only known when the outbox has been asked. */
    speaker: Speaker.optional(),
  }),
  z.object({
    kind: z.literal('receipt'),
    ...base,
    status: z.enum(['delivered', 'read']),
    messageIds: z.array(z.string()),
  }),
  z.object({ kind: z.literal('follow'), ...base, following: z.boolean(), referral: Referral.optional() }),
  z.object({
    kind: z.literal('unrecognised'),
    ...base,
    contactId: base.contactId.nullable(),
    accountId: base.accountId.nullable(),
    reason: z.string(),
    /** The vendor's own text of the event, so that nothing is lost. At most 64 KB. */
    raw: z.string(),
  }),
]);
export type InboundEvent = z.infer<typeof InboundEvent>;

export type InboundMessage = Extract<InboundEvent, { kind: 'message' }>;

/**
 * Marks a tapped choice on channels that send it back as text. Typing it by hand gives
 * a customer nothing: the meaning is validated and holds only what could be typed anyway.
 */
const choicePrefix = '#gb1:';

export function toChoicePayload(meaning: ChoiceMeaning): string {
  return choicePrefix + JSON.stringify(meaning);
}

export function fromChoicePayload(payload: string): ChoiceMeaning | undefined {
  if (!payload.startsWith(choicePrefix) || payload.length > 1000) return undefined;
  try {
    const parsed = ChoiceMeaning.safeParse(JSON.parse(payload.slice(choicePrefix.length)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
