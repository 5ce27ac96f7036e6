import { z } from 'zod';
import type { Customer, World } from '../world/world.ts';
import { checkMessage, type MessageContent } from './check-message.ts';
import type { GraphCall } from './graph-call.ts';
import { type GraphError, graphErrors, invalid } from './graph-error.ts';

export type CheckedSend = { customer: Customer } & (
  | { kind: 'message'; content: MessageContent }
  | { kind: 'action'; action: (typeof senderActions)[number] }
);

const senderActions = ['typing_on', 'typing_off', 'mark_seen', 'react', 'unreact'] as const;

const Recipient = z.strictObject({ id: z.string() });
const Body = z.object({
  recipient: z.unknown(),
  messaging_type: z.unknown().optional(),
  tag: z.unknown().optional(),
  message: z.unknown().optional(),
  sender_action: z.unknown().optional(),
});

const hourMs = 60 * 60 * 1000;
const standardWindowMs = 24 * hourMs;
const humanAgentWindowMs = 7 * 24 * hourMs;

/** The checks of the Send API after the token, in Meta's order: shape and limits, recipient, reply window. */
export function checkSend({ page, args }: GraphCall, world: World): CheckedSend | { error: GraphError } {
  const body = Body.parse(args);
  const wanted = readWanted(body);
  if ('error' in wanted) return wanted;
  const allowed = windowOf(body, wanted.kind);
  if ('error' in allowed) return allowed;
  const recipient = Recipient.safeParse(body.recipient).data;
  if (!recipient) return { error: invalid('Param recipient must be an object with an id') };
  const customer = world.customer(recipient.id);
  if (customer?.channel !== 'facebook' || customer.accountId !== page.id)
    return { error: graphErrors.noUser };
  const { lastInteractionAt } = customer;
  if (lastInteractionAt === undefined || world.now() - lastInteractionAt > allowed.windowMs) {
    return { error: graphErrors.window };
  }
  return { customer, ...wanted };
}

type Wanted =
  | { kind: 'message'; content: MessageContent }
  | { kind: 'action'; action: (typeof senderActions)[number] };

function readWanted({ message, sender_action }: z.infer<typeof Body>): Wanted | { error: GraphError } {
  if (message !== undefined && sender_action !== undefined) {
    return { error: invalid('message and sender_action exclude each other', 2018014) };
  }
  if (message !== undefined) {
    const checked = checkMessage(message);
    return 'error' in checked ? checked : { kind: 'message', content: checked.content };
  }
  if (sender_action === undefined) return { error: invalid('Neither message nor sender_action', 2018015) };
  const action = senderActions.find((each) => each === sender_action);
  return action ? { kind: 'action', action } : { error: invalid('Unknown sender_action') };
}

/** Messenger Platform, "sending messages": what kind of message may still be sent how long after the last word. */
function windowOf(
  { messaging_type, tag }: z.infer<typeof Body>,
  kind: Wanted['kind'],
): { windowMs: number } | { error: GraphError } {
  if (kind === 'action') return { windowMs: standardWindowMs };
  switch (messaging_type) {
    case 'RESPONSE':
    case 'UPDATE':
      return { windowMs: standardWindowMs };
    case 'MESSAGE_TAG':
      // The other tags answer 100 since 2026-04-27 (Messenger Platform changelog).
      return tag === 'HUMAN_AGENT'
        ? { windowMs: humanAgentWindowMs }
        : { error: invalid('Invalid parameter: tag') };
    case 'UTILITY':
      return { error: { code: 10, message: '(#10) Requires pages_utility_messaging permission' } };
    default:
      return { error: invalid('Param messaging_type must be RESPONSE, UPDATE, MESSAGE_TAG or UTILITY') };
  }
}
