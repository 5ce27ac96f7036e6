import {
  conversation,
  type ConversationEvent,
  type ConversationSnapshot,
  statePath,
  transitionsOf,
} from '@glowbot/core';
import { getMicrosteps } from 'xstate';

type Node = typeof conversation.root;
type Situation = { context: ConversationSnapshot['context']; event: ConversationEvent };

/**
 * The ids of the transitions a step takes, in order. The chart itself only says where it arrives, so each is found as the first
 * whose guard says yes, from the leaf outwards, and is held against where the chart really went.
 */
export function takenTransitions(before: ConversationSnapshot, event: ConversationEvent): string[] {
  const taken: string[] = [];
  let current = before;
  for (const [index, [next]] of getMicrosteps(conversation, before, event).entries()) {
    const found = firstPassing(current, index === 0 ? event.type : null, event);
    if (!found) break;
    const target = found.transition.target?.[0];
    const arrived = statePath(next);
    if (target && arrived !== target.path.join('.') && !arrived.startsWith(`${target.path.join('.')}.`))
      throw new RangeError(`${found.id} was expected to be taken, but the chart went to ${arrived}`);
    taken.push(found.id);
    current = next;
  }
  return taken;
}

function firstPassing(snapshot: ConversationSnapshot, wanted: string | null, event: ConversationEvent) {
  const situation = { context: snapshot.context, event };
  for (const node of nodesOf(snapshot)) {
    for (const listed of transitionsOf(node)) {
      if (listed.event === wanted && passes(listed.transition.guard, situation)) return listed;
    }
  }
  return undefined;
}

/** The states a conversation is in, the innermost first. */
function nodesOf(snapshot: ConversationSnapshot): Node[] {
  const nodes: Node[] = [conversation.root];
  for (const name of statePath(snapshot).split('.')) {
    const inner: Node | undefined = nodes.at(-1)?.states[name];
    if (inner) nodes.push(inner);
  }
  return nodes.toReversed();
}

function passes(guard: unknown, situation: Situation): boolean {
  if (guard === undefined) return true;
  const name = typeof guard === 'string' ? guard : undefined;
  const known: unknown = name === undefined ? guard : Reflect.get(conversation.implementations.guards, name);
  if (typeof known !== 'function') throw new RangeError(`the guard ${String(name)} is not in the vocabulary`);
  return Reflect.apply(known, undefined, [situation, undefined]) === true;
}
