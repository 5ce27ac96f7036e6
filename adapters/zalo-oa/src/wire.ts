import { MessageId, VendorId } from '@glowbot/vendor-api';
import { z } from 'zod';

/** Zalo's JSON, as far as it is read. Loose where a wrong neighbour must not lose the rest. */

/** The signature uses the timestamp's digits exactly as the body prints them; it prints text, older samples numbers. */
export const SignedBody = z.object({
  timestamp: z
    .union([z.string(), z.number().int().nonnegative()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,20}$/)),
});

const id = VendorId.optional().catch(undefined);
const party = z.object({ id: VendorId, admin_id: z.unknown().optional() }).optional().catch(undefined);

export const Envelope = z.object({
  event_name: z.string().min(1),
  timestamp: z.unknown().optional(),
  sender: party,
  recipient: party,
  follower: party,
  oa_id: id,
  oaId: id,
  user_id: id,
  message: z.unknown().optional(),
});
export type Envelope = z.infer<typeof Envelope>;

/** `sender` and `recipient` of an event that must have both. */
export const Parties = z.object({
  sender: z.object({ id: VendorId }),
  recipient: z.object({ id: VendorId }),
});

export const Message = z.object({
  msg_id: MessageId,
  text: z.string().catch(''),
  attachments: z.array(z.unknown()).catch([]),
});

export const Attachment = z.object({
  type: z.string().min(1).max(64),
  payload: z
    .object({ url: z.string().max(4096).optional().catch(undefined) })
    .nullish()
    .catch(undefined),
});

export const Received = z.object({ msg_id: MessageId });
/** Only receipts of template messages to a phone number carry these; their recipient is the number itself. */
export const ReceivedByPhone = z.union([
  z.object({ delivery_time: z.union([z.string(), z.number()]) }),
  z.object({ tracking_id: z.union([z.string(), z.number()]) }),
]);
export const Seen = z.object({ msg_ids: z.array(MessageId).nonempty() });

/** `data` of a consultation message that was accepted. */
export const Accepted = z.object({ message_id: MessageId });

/** One message of `GET /v2.0/oa/conversation`; `src` 0 is the account. */
export const ThreadMessage = z.object({
  message_id: MessageId,
  src: z.union([z.number(), z.string().regex(/^\d$/).transform(Number)]),
  time: z.union([
    z.number().int(),
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
  ]),
  message: z.string().catch(''),
});

/** One message of `GET /v2.0/oa/listrecentchat` or `/conversation`, with both its ends. */
export const ListedMessage = ThreadMessage.extend({
  type: z.string().max(64).catch('text'),
  from_id: VendorId,
  to_id: VendorId,
  url: z.string().max(4096).optional().catch(undefined),
});
export type ListedMessage = z.infer<typeof ListedMessage>;
