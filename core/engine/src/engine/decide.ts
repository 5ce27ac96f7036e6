import type { BusyPeriod } from '../domain/busy.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import { GlowBotError } from '../domain/glowbot-error.ts';
import { type Effect, InsideEffect } from '../machines/effects.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { Facts } from '../machines/facts.ts';
import type { Booking } from '../machines/wish.ts';
import { type ConversationSnapshot, statePath, step } from '../machines/snapshot.ts';
import type { CalendarChange, JournalStep } from '../contracts/turn-store.ts';
import { journalStep } from './journal.ts';
import { verdictOn } from './verdict.ts';

export type Situation = {
  snapshot: ConversationSnapshot;
  /** What happened, in order; what was heard is read with the facts of its moment. */
  events: readonly ((facts: Facts) => ConversationEvent)[];
  clinic: Clinic;
  /** Absent until a chart asks for it: most turns never look at the calendar. */
  calendar: { busy: readonly BusyPeriod[]; bookings: readonly Booking[] } | undefined;
  now: Instant;
  newId: () => string;
  /** Hears every step before it is taken; a step decided twice is heard twice. */
  onStep?: ((before: ConversationSnapshot, event: ConversationEvent) => void) | undefined;
};

export type Decision =
  | {
      kind: 'decided';
      snapshot: ConversationSnapshot;
      effects: Effect[];
      calendar: CalendarChange[];
      steps: JournalStep[];
    }
  | { kind: 'needs-calendar' };

/** More steps in one turn than any chart needs: a loop, which must not become an endless one. */
const mostSteps = 40;

/** Walks the chart through a turn's events and the verdicts they lead to. Pure: the same situation decides the same. */
export function decide(situation: Situation): Decision {
  let snapshot = situation.snapshot;
  const effects: Effect[] = [];
  const calendar: CalendarChange[] = [];
  const steps: JournalStep[] = [];
  const waiting = [...situation.events];

  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const event = next(snapshot.context);
    const from = statePath(snapshot);
    if (steps.length >= mostSteps) throw new GlowBotError('TURN_ENDLESS', `It was in ${from}.`);
    situation.onStep?.(snapshot, event);
    const taken = step(snapshot, event);
    const { context: facts } = snapshot;
    snapshot = taken.snapshot;
    const { effects: ordered, moved } = taken;
    steps.push(
      journalStep({
        event,
        facts,
        from,
        to: statePath(snapshot),
        effects: ordered,
        moved,
        at: situation.now,
      }),
    );
    const verdicts: (() => ConversationEvent)[] = [];
    for (const effect of taken.effects) {
      const inside = InsideEffect.safeParse(effect);
      if (!inside.success) {
        effects.push(effect);
        calendar.push(...changesOf(effect));
        continue;
      }
      const asksCalendar = inside.data.type !== 'callStaff';
      if (asksCalendar && !situation.calendar) return { kind: 'needs-calendar' };
      const known = situation.calendar ?? { busy: [], bookings: [] };
      const verdict = verdictOn(inside.data, snapshot.context, { ...situation, ...known });
      calendar.push(...verdict.changes);
      verdicts.push(() => verdict.event);
    }
    waiting.unshift(...verdicts);
  }
  return { kind: 'decided', snapshot, effects, calendar, steps };
}

/** What an outside effect changes in the calendar, in its place among the others. */
function changesOf(effect: Effect): CalendarChange[] {
  switch (effect.type) {
    case 'releaseHold':
      return effect.ids.map((id) => ({ kind: 'release', id }));
    case 'passFreed':
      return [{ kind: 'waiting-passed', id: effect.waitingId }];
    case 'leaveWaitingList':
      return [{ kind: 'leave-waiting-list', id: effect.waitingId }];
    default:
      return [];
  }
}
