import { z } from 'zod';
import type { JournalStep } from '../contracts/turn-store.ts';
import { chartVersion } from '../machines/conversation.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { Facts } from '../machines/facts.ts';
import { beginning, type ConversationSnapshot, freeze, statePath, step, thaw } from '../machines/snapshot.ts';
import { described, detailOf, isRecord, justBegun } from './journal.ts';

/** A step taken again, and whether it came out as the journal says. */
export type ReplayedStep = { event: string; from: string; to: string; effects: unknown[]; isSame: boolean };

export type Replay = { snapshot: ConversationSnapshot; steps: ReplayedStep[] };

/**
 * Walks a conversation again from its journal alone: no clock, no chance, no calendar, no words. Steps that an earlier version
 * of the charts took are passed over; from where the present one began, every step must come out as it did.
 */
export function replay(journal: readonly JournalStep[]): Replay {
  let snapshot = beginning();
  let steps: ReplayedStep[] = [];
  let isOurs = false;
  for (const entry of journal) {
    const { begins, event, effects, ms } = detailOf(entry);
    if (begins) {
      isOurs = begins.chart === chartVersion;
      snapshot =
        begins.snapshot === undefined ? beginning() : thaw({ json: begins.snapshot, version: chartVersion });
      steps = [];
    }
    if (!isOurs) continue;
    /** Between turns a conversation was put away, and the signals of the turn before are gone. */
    if (!begins && ms !== undefined) snapshot = thaw(freeze(snapshot));
    if (entry.event === justBegun) {
      const state = statePath(snapshot);
      steps.push({ event: entry.event, from: state, to: state, effects: [], isSame: state === entry.to });
      continue;
    }
    const from = statePath(snapshot);
    const taken = step(snapshot, unpacked(entry, event, snapshot.context));
    snapshot = taken.snapshot;
    const again = { from, to: statePath(snapshot), effects: taken.effects.map(described) };
    const isSame =
      again.from === entry.from &&
      again.to === entry.to &&
      JSON.stringify(again.effects) === JSON.stringify(effects);
    steps.push({ event: entry.event, ...again, isSame });
  }
  return { snapshot, steps };
}

/** The journal is our own writing; a step whose event no chart knows changes nothing, and so comes out different. */
const Event = z.custom<ConversationEvent>((value) => isRecord(value) && typeof value['type'] === 'string');

function unpacked(
  { event: type, at }: JournalStep,
  rest: Record<string, unknown>,
  facts: Facts,
): ConversationEvent {
  const { heard } = rest;
  if (!isRecord(heard)) return Event.parse({ ...rest, type, at });
  const signals = isRecord(heard['signals']) ? heard['signals'] : {};
  const whole = { ...facts, ...heard, signals: { ...facts.signals, ...signals } };
  return Event.parse({ ...rest, heard: whole, type, at });
}
