import type { SnapshotFrom, StateValue } from 'xstate';
import { z } from 'zod';
import { chartVersion, conversation } from './conversation.ts';
import { Effect } from './effects.ts';
import type { ConversationEvent } from './events.ts';
import { Facts, noFacts } from './facts.ts';
import { pureStep } from './pure-step.ts';
import { silent } from './signals.ts';

export type ConversationSnapshot = SnapshotFrom<typeof conversation>;

/** A snapshot as it is stored, with the version of the chart that made it. */
export type FrozenSnapshot = { version: number; json: string };

/** The signals of a turn are gone when it is over. */
const LastingFacts = Facts.omit({ signals: true });
const Stored = z.object({ value: z.unknown(), context: LastingFacts });
const StoredFactsOnly = z.object({ value: z.unknown(), context: z.unknown() });

/** A conversation that has not begun. */
export function beginning(facts: Facts = noFacts): ConversationSnapshot {
  return conversation.resolveState({ value: { automated: 'idle' }, context: facts });
}

export function freeze(snapshot: ConversationSnapshot): FrozenSnapshot {
  const { signals: _, ...context } = snapshot.context;
  return { version: chartVersion, json: JSON.stringify({ value: snapshot.value, context }) };
}

/**
 * Restores a stored snapshot. One of an older chart, or one that no longer fits, resumes by its facts:
 * in human hands if it was there, otherwise at rest, from where the next words are routed as always.
 */
export function thaw(frozen: FrozenSnapshot): ConversationSnapshot {
  const json: unknown = JSON.parse(frozen.json);
  const stored = Stored.safeParse(json);
  if (stored.success && frozen.version === chartVersion && isKnownState(stored.data.value)) {
    const context = { ...stored.data.context, signals: silent };
    return conversation.resolveState({ value: stored.data.value, context });
  }
  const old = StoredFactsOnly.parse(json);
  return conversation.resolveState({ value: resting(old.value), context: survivingFacts(old.context) });
}

/** Whoever was in human hands stays there: with staff, the most silent of its states, where the old one is gone. */
function resting(old: unknown): StateValue {
  if (typeof old !== 'object' || old === null || !('handoff' in old)) return { automated: 'idle' };
  const same = { handoff: old.handoff };
  return isKnownState(same) ? same : { handoff: 'withStaff' };
}

/** Whether thawing lost nothing: a conversation resumed by its facts goes on from somewhere else than it stopped. */
export function isAsFrozen(snapshot: ConversationSnapshot, frozen: FrozenSnapshot): boolean {
  const again = freeze(snapshot);
  return frozen.version === again.version && isSame(JSON.parse(frozen.json), JSON.parse(again.json));
}

/** Alike as JSON, in whatever order the fields were written. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const keys = (of: object) =>
    Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const [ours, theirs] = [keys(one), keys(other)];
  return (
    ours.length === theirs.length &&
    ours.every((key) => isSame(Reflect.get(one, key), Reflect.get(other, key)))
  );
}

/** Fact by fact, so that one that changed its shape does not take the others with it. */
function survivingFacts(context: unknown): Facts {
  if (typeof context !== 'object' || context === null) return noFacts;
  const entries = Object.entries(LastingFacts.shape).flatMap(([fact, schema]) => {
    const parsed = schema.safeParse(Reflect.get(context, fact));
    return parsed.success ? [[fact, parsed.data]] : [];
  });
  return Facts.parse({ ...noFacts, ...Object.fromEntries(entries) });
}

function isKnownState(value: unknown): value is StateValue {
  if (!isStateValue(value)) return false;
  try {
    conversation.resolveState({ value, context: noFacts });
    return true;
  } catch {
    return false;
  }
}

function isStateValue(value: unknown): value is StateValue {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isStateValue);
}

/** `{ automated: { book: 'askingTime' } }` → `automated.book.askingTime`. */
export function statePath(snapshot: ConversationSnapshot): string {
  const path: string[] = [];
  let value: StateValue | undefined = snapshot.value;
  while (value !== undefined) {
    if (typeof value === 'string') {
      path.push(value);
      break;
    }
    const [name, inner]: [string, StateValue | undefined] = Object.entries(value)[0] ?? ['', undefined];
    path.push(name);
    value = inner;
  }
  return path.join('.');
}

export function isInHandoff(snapshot: ConversationSnapshot): boolean {
  return snapshot.matches('handoff');
}

export type Step = { snapshot: ConversationSnapshot; effects: Effect[]; moved: boolean };

/** One pure step: nothing runs, the chart's orders come back as data. */
export function step(snapshot: ConversationSnapshot, event: ConversationEvent): Step {
  const [next, actions] = pureStep(snapshot, event);
  const effects = actions
    .filter((action) => !action.type.startsWith('xstate.'))
    .map((action) => Effect.parse(Object.assign({}, action.params, { type: action.type })));
  return { snapshot: next, effects, moved: next !== snapshot };
}
