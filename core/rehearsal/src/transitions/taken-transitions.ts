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

/** What a step went through: the transitions it took, in order, and how the guards it met on the way answered. */
export type TakenStep = {
  transitions: readonly string[];
  guards: readonly { guard: string; answer: boolean }[];
};

/**
 * The chart itself only says where it arrives, so each transition is found as the first whose guard says yes, from the leaf
 * outwards, and is held against where the chart really went.
 */
export function takenStep(before: ConversationSnapshot, event: ConversationEvent): TakenStep {
  const transitions: string[] = [];
  const guards: TakenStep['guards'][number][] = [];
  let current = before;
  for (const [index, [next]] of getMicrosteps(conversation, before, event).entries()) {
    const found = firstPassing(current, index === 0 ? event.type : null, event, (guard, answer) =>
      guards.push({ guard, answer }),
    );
    if (!found) break;
    const target = found.transition.target?.[0];
    const arrived = statePath(next);
    if (target && arrived !== target.path.join('.') && !arrived.startsWith(`${target.path.join('.')}.`))
      throw new RangeError(`${found.id} was expected to be taken, but the chart went to ${arrived}`);
    transitions.push(found.id);
    current = next;
  }
  return { transitions, guards };
}

function firstPassing(
  snapshot: ConversationSnapshot,
  wanted: string | null,
  event: ConversationEvent,
  tell: (guard: string, answer: boolean) => void,
) {
  const situation = { context: snapshot.context, event };
  for (const node of nodesOf(snapshot)) {
    for (const listed of transitionsOf(node)) {
      if (listed.event === wanted && passes(listed.transition.guard, situation, tell)) return listed;
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

function passes(
  guard: unknown,
  situation: Situation,
  tell: (guard: string, answer: boolean) => void,
): boolean {
  if (guard === undefined) return true;
  const name = typeof guard === 'string' ? guard : undefined;
  const known: unknown = name === undefined ? guard : Reflect.get(conversation.implementations.guards, name);
  if (typeof known !== 'function') throw new RangeError(`the guard ${String(name)} is not in the vocabulary`);
  const answer = Reflect.apply(known, undefined, [situation, undefined]) === true;
  if (name !== undefined) tell(name, answer);
  return answer;
}
