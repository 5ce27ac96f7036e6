import { z } from 'zod';
import type { JournalStep } from '../contracts/turn-store.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { Effect } from '../machines/effects.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { Facts } from '../machines/facts.ts';
import type { FrozenSnapshot } from '../machines/snapshot.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** What the journal keeps of a step beside its states: enough to take it again. Written by every version, so all of it is optional. */
export const JournalDetail = z.object({
  /** The event without its name and time; what was heard only as far as it differs from the facts of its moment. */
  event: z.record(z.string(), z.unknown()).default({}),
  effects: z.array(z.unknown()).default([]),
  /** The chart had no answer to the event. */
  unhandled: z.literal(true).optional(),
  /** What the customer's words were taken for, and by which of them. Without names and numbers. */
  understood: z.unknown().optional(),
  /** How long the turn took that began with this step. */
  ms: z.number().optional(),
  /** The step did not follow from the one before: the conversation began here, or was resumed by its facts. */
  begins: z.object({ chart: z.number(), snapshot: z.string().optional() }).optional(),
});
export type JournalDetail = z.infer<typeof JournalDetail>;

export type TakenStep = {
  event: ConversationEvent;
  /** The facts the event met. */
  facts: Facts;
  from: string;
  to: string;
  effects: readonly Effect[];
  moved: boolean;
  at: Instant;
};

export function journalStep({ event, facts, from, to, effects, moved, at }: TakenStep): JournalStep {
  const detail = {
    event: packed(event, facts),
    effects: effects.map(described),
    ...(moved ? {} : { unhandled: true as const }),
  } satisfies JournalDetail;
  return { event: event.type, from, to, detail, at };
}

/** The event of a step that only says where a conversation stands. */
export const justBegun = 'conversation.began';

type TurnAsWhole = {
  begins: FrozenSnapshot | null;
  isFirst: boolean;
  understood: Understanding | undefined;
  ms: number;
  at: Instant;
  /** The state in which the turn ended. */
  state: string;
};

/** Adds to a turn's steps what belongs to the turn as a whole. One without steps may still be the one that begins. */
export function withTurn(taken: readonly JournalStep[], turn: TurnAsWhole): JournalStep[] {
  const { begins, isFirst, understood, ms, at, state } = turn;
  const nothing = { event: justBegun, from: state, to: state, detail: {}, at };
  const steps = taken.length === 0 && begins ? [nothing] : taken;
  return steps.map((step, nth) => {
    const heard = step.event === 'customer.said' && understood ? { understood: shown(understood) } : {};
    const start = begins
      ? { begins: { chart: begins.version, ...(isFirst ? {} : { snapshot: begins.json }) } }
      : {};
    return { ...step, detail: { ...detailOf(step), ...heard, ...(nth === 0 ? { ms, ...start } : {}) } };
  });
}

export function detailOf({ detail }: Pick<JournalStep, 'detail'>): JournalDetail {
  return JournalDetail.parse(detail ?? {});
}

function packed(event: ConversationEvent, facts: Facts): Record<string, unknown> {
  const { type: _, at: __, ...rest } = event;
  if (!('heard' in rest)) return rest;
  return { ...rest, heard: difference({ ...rest.heard }, { ...facts }) };
}

const sameAs = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Signals are many and mostly off: of them, too, only what differs. */
function difference(heard: Record<string, unknown>, facts: Record<string, unknown>): Record<string, unknown> {
  const changed = Object.entries(heard).filter(([fact, value]) => !sameAs(value, facts[fact]));
  return Object.fromEntries(
    changed.map(([fact, value]) => {
      const before = facts[fact];
      return fact === 'signals' && isRecord(value) && isRecord(before)
        ? [fact, difference(value, before)]
        : [fact, value];
    }),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An effect as the journal keeps it: its orders, without the words or the person they are about. */
export function described(effect: Effect): unknown {
  switch (effect.type) {
    case 'nameCustomer':
      return { type: effect.type };
    case 'say':
      return { type: effect.type, key: effect.key };
    case 'answer':
      return { type: effect.type, keys: effect.says.map((say) => say.key) };
    case 'ask':
      return { type: effect.type, key: effect.key, question: effect.question, times: effect.times };
    default:
      return effect;
  }
}

function shown({ intents, entities, evidence, urgency }: Understanding): unknown {
  const { name: _, phone: __, ...details } = entities;
  return {
    intents: Object.fromEntries(intents.map(({ intent, confidence }) => [intent, confidence])),
    entities: details,
    evidence: evidence.map(({ of, words }) => `${of}: ${words}`),
    ...(urgency ? { urgency } : {}),
  };
}
