import { z } from 'zod';
import { MessageId, VendorId } from '@glowbot/vendor-api';

/** Messenger's JSON, as far as it is read. Loose where a wrong neighbour must not lose the rest. */

export const Body = z.object({ object: z.literal('page'), entry: z.array(z.unknown()).nonempty() });

const list = z.array(z.unknown()).catch([]);
const id = VendorId.optional().catch(undefined);
const party = z.object({ id }).optional().catch(undefined);

export const Entry = z.object({
  id,
  time: z.unknown().optional(),
  messaging: list,
  standby: list,
  changes: list,
});

export const MessagingItem = z.object({
  sender: party,
  recipient: party,
  timestamp: z.unknown().optional(),
  message: z.unknown().optional(),
  postback: z.unknown().optional(),
  delivery: z.unknown().optional(),
  read: z.unknown().optional(),
});
export type MessagingItem = z.infer<typeof MessagingItem>;

export const Message = z.object({
  mid: MessageId,
  text: z.string().catch(''),
  quick_reply: z.object({ payload: z.string() }).optional().catch(undefined),
  /** Documented for Instagram only; a removed message must not be answered wherever it appears. */
  is_deleted: z.boolean().catch(false),
  is_echo: z.boolean().catch(false),
  app_id: id,
  metadata: z.string().max(1000).optional().catch(undefined),
  attachments: z.array(z.unknown()).catch([]),
});
export type Message = z.infer<typeof Message>;

/** A shared link comes as `fallback` with a null payload; other addresses may be relative. */
export const Attachment = z.object({
  type: z.string().min(1).max(64),
  payload: z
    .object({ url: z.string().max(4096).optional().catch(undefined), sticker_id: id })
    .nullish()
    .catch(undefined),
});

export const Postback = z.object({
  mid: MessageId.optional().catch(undefined),
  title: z.string().catch(''),
  payload: z.string().optional().catch(undefined),
});
export type Postback = z.infer<typeof Postback>;

const watermark = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
export const Delivery = z.object({ mids: z.array(MessageId).catch([]), watermark });
export const Read = z.object({ watermark });

/** A send that was accepted: `message_id` is the only proof. */
export const Accepted = z.object({ message_id: MessageId });

export const Refused = z.object({
  error: z.object({
    code: z.number().int(),
    error_subcode: z.number().int().optional().catch(undefined),
    is_transient: z.boolean().catch(false),
  }),
});

export type Refused = z.infer<typeof Refused>;

/** `GET /{page}/conversations?fields=messages…` */
export const Conversations = z.object({
  data: z.array(z.object({ messages: z.object({ data: z.array(z.unknown()) }) })),
});
/** 2026-11-23T03:00:00+0000: an offset without a colon, which only some readers of dates take. */
const GraphTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/)
  .transform((time) => Date.parse(time.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
  .pipe(z.number().int());

export const ThreadMessage = z.object({
  id: MessageId,
  created_time: GraphTime,
  from: z.object({ id: VendorId }),
  message: z.string().catch(''),
});

/** `GET /{page}/subscribed_apps`; empty when nothing is subscribed. */
export const SubscribedApps = z.object({
  data: z.array(z.object({ id: VendorId, subscribed_fields: z.array(z.string()).catch([]) })),
});

const Token = z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'not a token');
export const GrantedToken = z.object({ access_token: Token });
export const GrantedPages = z.object({
  data: z.array(
    z.object({
      id: VendorId,
      name: z.string().catch(''),
      access_token: Token.optional().catch(undefined),
    }),
  ),
});

/** `GET /debug_token` */
export const TokenReport = z.object({
  data: z.object({
    is_valid: z.boolean(),
    scopes: z.array(z.string()).optional().catch(undefined),
    error: z
      .object({ code: z.number().int().optional(), subcode: z.number().int().optional() })
      .optional()
      .catch(undefined),
  }),
});

/** `GET /{page}/conversations` for the whole page, a page of the list at a time. */
export const ListedConversations = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional() })
    .optional()
    .catch(undefined),
});
export const ListedConversation = z.object({
  updated_time: GraphTime,
  participants: z.object({ data: z.array(z.object({ id: VendorId })) }),
  messages: z.object({ data: z.array(z.unknown()) }).catch({ data: [] }),
});
export type ListedConversation = z.infer<typeof ListedConversation>;
