import { conversation } from './conversation.ts';
import { eventWords, stateWords } from './description-words.ts';
import { Effect } from './effects.ts';

/** What somebody reads beside a state or an event, in both languages. */
export type Description = { vi: string; en: string };

export type DescribedTransition = {
  /** Where it begins, by what, and as which of several: the same for as long as the chart is. */
  id: string;
  /** Null: at once, without an event. */
  event: string | null;
  /** The question that must be answered with yes; null: always. */
  guard: string | null;
  /** The path of the state it leads to; null: it stays where it is. */
  target: string | null;
  /** The orders it gives, by name. */
  effects: string[];
};

/** A chart as data that can be drawn, so that no drawing drifts from the code. */
export type DescribedState = {
  name: string;
  path: string;
  description: Description;
  initial?: string;
  /** Events this state answers to by itself. */
  events: string[];
  /** The orders given whenever the state is entered. */
  entry: string[];
  transitions: DescribedTransition[];
  states: DescribedState[];
};

export type DescribedMachine = DescribedState & { eventDescriptions: Record<string, Description> };

type Node = typeof conversation.root;
type Transition = Node['transitions'] extends Map<string, (infer T)[]> ? T : never;

/** Every chart the engine runs. */
export function describeMachines(): [DescribedMachine] {
  const described = describeChart(conversation.root);
  const events = [...new Set(flat(described).flatMap(({ events: own }) => own))];
  return [
    {
      ...described,
      eventDescriptions: Object.fromEntries(events.map((event) => [event, wordsFor(eventWords, event)])),
    },
  ];
}

/** A state and everything inside it. */
export function flat(state: DescribedState): DescribedState[] {
  return [state, ...state.states.flatMap(flat)];
}

/** A chart, or any state of one, with everything inside it. */
export function describeChart(node: Node): DescribedState {
  const states: Node[] = Object.values(node.states);
  const initial = node.config.initial;
  const path = pathOf(node);
  return {
    name: node.key,
    path,
    description: wordsFor(stateWords, path === '' ? node.key : path),
    ...(typeof initial === 'string' ? { initial } : {}),
    events: node.ownEvents.filter((event) => !event.startsWith('xstate.')),
    entry: effectsIn(node.entry),
    transitions: transitionsOf(node).map(({ id, event, transition }) => ({
      id,
      event,
      guard: nameOf(transition.guard),
      target: transition.target?.[0]?.path.join('.') ?? null,
      effects: effectsIn(transition.actions),
    })),
    states: states.map(describeChart),
  };
}

type Listed = { id: string; event: string | null; transition: Transition };

/** The transitions that begin in a state itself, in the order in which they are tried. */
export function transitionsOf(node: Node): Listed[] {
  const path = pathOf(node);
  const list = (event: string | null, transitions: readonly Transition[]) =>
    transitions.map((transition, index) => ({
      id: `${path} ${event ?? 'at once'} ${index + 1}`,
      event,
      transition,
    }));
  const named = [...node.transitions].filter(([event]) => event !== '' && !event.startsWith('xstate.'));
  return [
    ...named.flatMap(([event, transitions]) => list(event, transitions)),
    ...list(null, node.always ?? []),
  ];
}

const pathOf = (node: Node): string => node.path.join('.');

/** What a state or event without words is called is a defect that a test finds; the drawing shows its name meanwhile. */
function wordsFor(words: Readonly<Record<string, Description>>, name: string): Description {
  return words[name] ?? { vi: name, en: name };
}

const effectNames: ReadonlySet<string> = new Set(Effect.options.map(({ shape }) => shape.type.value));

function effectsIn(actions: readonly unknown[]): string[] {
  return actions.map(nameOf).filter((name): name is string => name !== null && effectNames.has(name));
}

/** The name under which the vocabulary knows a guard or an action. */
function nameOf(named: unknown): string | null {
  if (typeof named === 'string') return named;
  if (typeof named === 'object' && named !== null && 'type' in named && typeof named.type === 'string')
    return named.type;
  return typeof named === 'function' ? 'condition' : null;
}
