import type { HandoffReason } from '../domain/clinic.ts';
import type { ConversationEvent } from '../machines/events.ts';
import { beginning, freeze, isInHandoff, statePath, thaw } from '../machines/snapshot.ts';
import type { Asking, Facts } from '../machines/facts.ts';
import type { BusyPeriod } from '../domain/busy.ts';
import { dayMs, type Instant, toLocal } from '../domain/clinic-time.ts';
import type { TurnCommit, TurnLoad } from '../contracts/turn-store.ts';
import type { Expectation } from '../understanding/understanding.ts';
import { understandTurn } from '../understanding/index.ts';
import type { ClinicCache, KnownClinic } from './clinic-cache.ts';
import { consultSkills } from './consult-skills.ts';
import { decide } from './decide.ts';
import type { EngineParts } from './engine-parts.ts';
import { listen, wishAfter } from './listen.ts';
import { type InboxReading, readInbox } from './read-inbox.ts';
import { replyPlan } from './reply-plan.ts';
import { offeredTitles, withTappedTitles } from './tapped-titles.ts';
import { remindersOf } from './timers.ts';

/** What each open question makes of a short answer. */
const expectationOf: Partial<Record<Asking['question'], Expectation>> = {
  treatment: 'treatment',
  area: 'area',
  branch: 'branch',
  time: 'time',
  name: 'name',
  phone: 'phone',
  screening: 'confirm',
  agreement: 'confirm',
  attendance: 'confirm',
};

/** Works one turn out, up to but not including its commit. Reads; changes nothing. */
export async function runTurn(
  parts: Pick<EngineParts, 'store' | 'skills' | 'clock' | 'newId' | 'notice' | 'onStep'>,
  clinics: ClinicCache,
  load: TurnLoad,
): Promise<TurnCommit> {
  const now = parts.clock();
  const known = await clinics.get(load.lease.clinicId, load.clinicVersion, load.scope);
  const reading = await readInbox(load, now, parts.store);
  const before = thawed(load);

  const events = chartEvents(parts, known, load, reading, now);
  const { newId, onStep } = parts;
  const situation = { snapshot: before, events, clinic: known.clinic, now, newId, onStep };
  let decision = decide({ ...situation, busy: undefined });
  if (decision.kind === 'needs-calendar') {
    decision = decide({ ...situation, busy: await busyAhead(parts, known, load, now) });
  }
  if (decision.kind === 'needs-calendar') throw new TypeError('a loaded calendar was asked for again');

  const { snapshot, effects, calendar, steps } = decision;
  const plan = replyPlan(before.context, snapshot.context, effects);
  const epoch = load.conversation.epoch + effects.filter(({ type }) => type === 'fallSilent').length;
  const frozen = freeze(snapshot);
  const lastWord = reading.messages.filter(({ author }) => author === 'customer').at(-1);
  const isAnswered = plan !== null && reading.said.length > 0;

  const commit: TurnCommit = {
    lease: load.lease,
    handled: [
      ...reading.handled,
      ...reading.said.map(({ item }) => ({
        seq: item.seq,
        outcome: isInHandoff(snapshot)
          ? ('handed-over' as const)
          : isAnswered
            ? ('answered' as const)
            : ('ignored' as const),
        reason: isInHandoff(snapshot) || isAnswered ? null : 'nothing-to-say',
      })),
    ],
    firedTimers: load.dueTimers.map(({ name }) => name),
    conversation: {
      snapshot: frozen.json,
      chartVersion: frozen.version,
      state: statePath(snapshot),
      epoch,
      customerSpokeAt: lastWord?.at ?? null,
    },
    messages: withTappedTitles(reading, before.context, known.clinic, now),
    outbox: plan ? [{ id: parts.newId(), plan, proactive: reading.said.length === 0, epoch }] : [],
    settlements: reading.settlements,
    setTimers: [],
    cancelTimers: [],
    calendar,
    customer: {},
    handoff: null,
    steps,
  };
  return withEffects(commit, effects, { now, newId: parts.newId });
}

function thawed(load: TurnLoad) {
  const { snapshot, chartVersion } = load.conversation;
  return snapshot === null || chartVersion === null
    ? beginning()
    : thaw({ json: snapshot, version: chartVersion });
}

/** In this order: what people of the clinic did, timers that are due, and last what the customer said. */
function chartEvents(
  parts: Pick<EngineParts, 'skills' | 'notice'>,
  known: KnownClinic,
  load: TurnLoad,
  reading: InboxReading,
  now: Instant,
): ((facts: Facts) => ConversationEvent)[] {
  const house = reading.house.map((event) => () => ({ type: event.kind, at: now }));
  const timers = load.dueTimers.map(({ name }) => () => ({
    type: 'timer.fired' as const,
    at: now,
    timer: name,
  }));
  const said = reading.said.map(({ message }) => message);
  if (said.length === 0) return [...house, ...timers];

  const hear = (facts: Facts): ConversationEvent => {
    const expecting = facts.asking ? expectationOf[facts.asking.question] : undefined;
    const titles = offeredTitles(facts, known.clinic, now);
    const understanding = understandTurn(said, known.lexicon, now, expecting, titles, facts.language);
    const answers = consultSkills(
      parts.skills,
      {
        understanding,
        wish: wishAfter(facts, understanding, known.clinic),
        clinic: known.clinic,
        now: toLocal(now, known.clinic.zone),
      },
      parts.notice,
    );
    const sentMedia = said.some(({ text, attachments }) => text.trim() === '' && attachments.length > 0);
    const heard = listen(facts, understanding, known.clinic, { answered: answers.length > 0, sentMedia });
    return { type: 'customer.said', at: now, heard, answers };
  };
  return [...house, ...timers, hear];
}

function busyAhead(
  parts: Pick<EngineParts, 'store'>,
  { clinic }: KnownClinic,
  load: TurnLoad,
  now: Instant,
): Promise<readonly BusyPeriod[]> {
  return parts.store.busyBetween(load.scope, now, now + (clinic.bookingRules.maxAdvanceDays + 2) * dayMs);
}

type Effects = Parameters<typeof replyPlan>[2];

/** Writes each outside effect into its place in the commit. */
function withEffects(
  commit: TurnCommit,
  effects: Effects,
  { now, newId }: { now: Instant; newId: () => string },
): TurnCommit {
  const result = {
    ...commit,
    setTimers: [...commit.setTimers],
    cancelTimers: [...commit.cancelTimers],
    calendar: [...commit.calendar],
  };
  for (const effect of effects) {
    switch (effect.type) {
      case 'setTimer':
        result.setTimers.push({ name: effect.timer, dueAt: effect.at });
        break;
      case 'cancelTimer':
        result.cancelTimers.push(effect.timer);
        break;
      case 'scheduleReminders':
        result.setTimers.push(...remindersOf(effect.bookingId, effect.start, now));
        break;
      case 'openHandoff':
        result.handoff = opened(newId(), effect.reason, effect.priority);
        break;
      case 'escalateHandoff':
        result.handoff = { kind: 'escalate' };
        break;
      case 'closeHandoff':
        result.handoff = { kind: 'close' };
        break;
      case 'nameCustomer':
        result.customer = { ...result.customer, name: effect.name, phone: effect.phone };
        break;
      case 'optOut':
        result.customer = { ...result.customer, optedOut: effect.optedOut };
        break;
      case 'confirmAttendance':
        result.calendar.push({ kind: 'attendance-confirmed', id: effect.bookingId });
        break;
      case 'say':
      case 'answer':
      case 'ask':
      case 'releaseHold':
      case 'fallSilent':
      case 'checkAvailability':
      case 'findSlots':
      case 'holdSlot':
      case 'makeBooking':
        break;
    }
  }
  return result;
}

function opened(id: string, reason: HandoffReason, priority: 'normal' | 'urgent') {
  return { kind: 'open' as const, id, reason, priority };
}
