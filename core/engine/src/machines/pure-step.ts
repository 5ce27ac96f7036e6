import { createActor } from 'xstate';
import { conversation } from './conversation.ts';
import type { ConversationEvent } from './events.ts';
import { noFacts } from './facts.ts';
import type { ConversationSnapshot } from './snapshot.ts';

/** What a chart orders, as it left the chart; its shape is checked where it is read. */
type Order = { type: string; params: unknown };

/** It never starts. XState's `transition` makes one for every step, which takes three times as long as the step itself. */
const stand = createActor(conversation, { input: noFacts });

/** `transition` of the conversation chart: the next snapshot, and the orders that were given on the way, in order. */
export function pureStep(
  snapshot: ConversationSnapshot,
  event: ConversationEvent,
): [ConversationSnapshot, Order[]] {
  const orders: Order[] = [];
  const next = conversation.transition(snapshot, event, {
    self: stand,
    id: '',
    sessionId: '',
    system: stand.system,
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: ({ type, params }) => {
      orders.push({ type, params });
    },
  });
  return [next, orders];
}
