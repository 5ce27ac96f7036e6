import {
  type ChannelAdapter,
  type Choice,
  dayMs,
  InboundEvent,
  type Instant,
  type OutboundMessage,
} from '@glowbot/core';
import { z } from 'zod';

/** One message of the bot, as the customer saw it. */
export type Reply = { contactId: string; text: string; choices: readonly Choice[]; at: Instant };

export const stageChannelName = 'stage';

const Script = z.array(InboundEvent);
const Said = z.object({
  key: z.string(),
  contactId: z.string(),
  text: z.string(),
  choices: z.array(z.custom<Choice>()),
}) satisfies z.ZodType<OutboundMessage>;

/** A channel without a vendor: what is delivered to it is a list of neutral events, and what it sends is kept. */
export function stageChannel(clock: () => Instant) {
  const replies: Reply[] = [];
  const adapter: ChannelAdapter = {
    channel: stageChannelName,
    webhookPath: stageChannelName,
    capabilities: {
      textLimit: 2_000,
      choices: { max: 13, titleLimit: 60 },
      replyWindow: { freeMs: 7 * dayMs, meteredMs: 7 * dayMs },
      echoesCarryOurKey: true,
    },
    credentials: z.unknown(),
    verify: () => ({ kind: 'genuine' }),
    parse: (body) => Script.parse(JSON.parse(new TextDecoder().decode(body))),
    render: (message) => [{ method: 'POST', path: '/say', body: message }],
    async send(calls) {
      const messageIds = calls.map(({ body }) => {
        const { key, contactId, text, choices } = Said.parse(body);
        replies.push({ contactId, text, choices, at: clock() });
        return `stage:${key}`;
      });
      return { kind: 'sent', messageIds };
    },
    lookUp: async () => ({ kind: 'absent' }),
  };
  return {
    adapter,
    replies,
    body: (events: readonly InboundEvent[]) => new TextEncoder().encode(JSON.stringify(events)),
  };
}
