import { conversation } from './conversation.ts';

/** A chart as data that can be drawn, so that no drawing drifts from the code. */
export type DescribedState = {
  name: string;
  initial?: string;
  /** Events this state answers to by itself. */
  events: string[];
  states: DescribedState[];
};

type Node = typeof conversation.root;

function describe(node: Node): DescribedState {
  const states: Node[] = Object.values(node.states);
  const initial = node.config.initial;
  return {
    name: node.key,
    ...(typeof initial === 'string' ? { initial } : {}),
    events: node.ownEvents.filter((event) => !event.startsWith('xstate.')),
    states: states.map(describe),
  };
}

/** Every chart the engine runs. */
export function describeMachines(): DescribedState[] {
  return [describe(conversation.root)];
}
