import type { AlertDraft, HandingOver, HandoffChange } from '../contracts/handoff-store.ts';
import type { HouseEvent } from '../contracts/turn-store.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import { callChain, type CallQuestion } from '../domain/on-call.ts';
import type { Effect } from '../machines/effects.ts';
import { isAttending } from './house-events.ts';

type Situation = { clinic: Clinic; house: readonly HouseEvent[]; now: Instant; newId: () => string };

/** What a turn's effects and the people of the clinic make of its handoff, and whom to tell of it. */
export function handingOver(
  effects: readonly Effect[],
  { clinic, house, now, newId }: Situation,
): HandingOver {
  const handoffs: HandoffChange[] = [];
  const alerts: AlertDraft[] = [];
  for (const effect of effects) {
    switch (effect.type) {
      case 'openHandoff':
        handoffs.push({
          kind: 'opened',
          id: newId(),
          reason: effect.reason,
          priority: effect.priority,
          at: now,
        });
        break;
      case 'alertStaff': {
        const { reason, priority, step } = effect;
        const call = calling(clinic, { reason, priority, step, at: now }, newId);
        handoffs.push(...call.handoffs);
        alerts.push(...call.alerts);
        break;
      }
      case 'closeHandoff':
        handoffs.push({ kind: 'closed', at: now });
        break;
      default:
        break;
    }
  }
  return { handoffs: withAcknowledgement(handoffs, house, now), alerts };
}

/** Whoever takes the conversation over, or says so, has seen it; they did so before they gave it back. */
function withAcknowledgement(
  handoffs: readonly HandoffChange[],
  house: readonly HouseEvent[],
  now: Instant,
): HandoffChange[] {
  const last = house.findLast(isAttending);
  if (!last) return [...handoffs];
  const acknowledged: HandoffChange = { kind: 'acknowledged', by: last.by, at: now };
  const isReleased = handoffs.at(-1)?.kind === 'closed';
  return isReleased ? handoffs.toSpliced(-1, 0, acknowledged) : [...handoffs, acknowledged];
}

/** Calls the person whose turn it is at a step of the chain. */
function calling(clinic: Clinic, question: CallQuestion, newId: () => string): HandingOver {
  const { step, person, ways, tellAt, answerBy } = callChain(clinic, question);
  const { priority, at } = question;
  const handoffs: HandoffChange[] = [{ kind: 'called', step, person, answerBy, at }];
  const [first, ...others] = ways.map(({ notifier }) => notifier);
  if (person === null || first === undefined) return { handoffs, alerts: [] };
  /** In an emergency nobody waits to see whether one way was heard; otherwise one that works is enough. */
  const lists: AlertDraft['notifiers'][] =
    priority === 'urgent' ? [first, ...others].map((one) => [one]) : [[first, ...others]];
  const about = { person, step, dueAt: tellAt ?? at };
  return { handoffs, alerts: lists.map((notifiers) => ({ id: newId(), ...about, notifiers })) };
}

/**
 * A turn that cannot be worked out goes to people. Its chart cannot run their clock, so everybody of the chain is told at once;
 * without the clinic's records nobody can be, and the handoff is only there to be seen.
 */
export function quarantined(clinic: Clinic | undefined, now: Instant, newId: () => string): HandingOver {
  const about = { reason: 'quarantined', priority: 'urgent' } as const;
  const handoffs: HandoffChange[] = [{ kind: 'opened', id: newId(), ...about, at: now }];
  const alerts: AlertDraft[] = [];
  const told = new Set<string>();
  for (let step = 1; clinic; step += 1) {
    const { person } = callChain(clinic, { ...about, step, at: now });
    if (person === null) break;
    if (told.has(person)) continue;
    told.add(person);
    const call = calling(clinic, { ...about, step, at: now }, newId);
    handoffs.push(...call.handoffs);
    alerts.push(...call.alerts);
  }
  return { handoffs, alerts };
}
