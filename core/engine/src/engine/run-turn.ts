import type { LoadedSkillFacts } from '../contracts/skill-store.ts';
import type { TurnCommit, TurnLoad } from '../contracts/turn-store.ts';
import { dayMs, type Instant } from '../domain/clinic-time.ts';
import type { Effect } from '../machines/effects.ts';
import { beginning, freeze, isAsFrozen, isInHandoff, statePath, thaw } from '../machines/snapshot.ts';
import { askedQuestions } from './asked-questions.ts';
import { chartEvents } from './chart-events.ts';
import type { ClinicCache, KnownClinic } from './clinic-cache.ts';
import { decide, type Situation } from './decide.ts';
import type { EngineParts } from './engine-parts.ts';
import { handingOver } from './handing-over.ts';
import { isAttending } from './house-events.ts';
import { withTurn } from './journal.ts';
import { type InboxReading, readInbox } from './read-inbox.ts';
import { replyPlan, writtenReply } from './reply-plan.ts';
import { secondReading } from './second-reading.ts';
import type { SkillWatch } from './skill-watch.ts';
import { withTappedTitles } from './tapped-titles.ts';
import { raisedLater, timersOf } from './timers.ts';
import { asLastSaid, isEmergency, standingBefore, timersOfUnsaid, withUnsaid } from './unsaid.ts';
import { withEffects } from './with-effects.ts';

/** Works one turn out, up to but not including its commit. Reads; changes nothing. */
export async function runTurn(
  parts: Pick<
    EngineParts,
    'store' | 'clock' | 'newId' | 'idOf' | 'notice' | 'onStep' | 'languageModel' | 'timeLimit'
  > & { watch: SkillWatch },
  clinics: ClinicCache,
  load: TurnLoad,
): Promise<TurnCommit> {
  const now = parts.clock();
  const known = await clinics.get(load.lease.clinicId, load.clinicVersion, load.scope);
  const reading = await readInbox(load, now, parts.store);
  const { before, begins } = thawed(load);

  const timers = timersOf(load, {
    isCustomerSpeaking: reading.said.length > 0,
    isAttended: reading.house.some(isAttending),
  });
  const standing = asLastSaid(before.context, load.unsaid);
  const [second, loaded] = await Promise.all([
    isInHandoff(before)
      ? null
      : secondReading(parts, known, load, { said: reading.said, facts: standing, now }),
    skillFactsOf(parts, known, load, { isHeard: reading.said.length > 0, now }),
  ]);
  const { events, understood, open } = chartEvents(parts, known, load, {
    reading,
    second,
    loaded,
    timers: timers.firing,
    now,
  });
  const { newId, onStep } = parts;
  const situation = { snapshot: before, events, clinic: known.clinic, now, newId, onStep };
  let decision = decide({ ...situation, calendar: undefined });
  if (decision.kind === 'needs-calendar') {
    decision = decide({ ...situation, calendar: await calendarOf(parts, known, load, now) });
  }
  if (decision.kind === 'needs-calendar') throw new TypeError('a loaded calendar was asked for again');

  const { snapshot, effects, calendar, steps } = decision;
  const fresh = replyPlan(before.context, snapshot.context, effects);
  const epoch = load.conversation.epoch + effects.filter(({ type }) => type === 'fallSilent').length;
  const frozen = freeze(snapshot);
  const lastWord = reading.messages.filter(({ author }) => author === 'customer').at(-1);
  /** What was decided earlier and not yet said is outdated by newer words: this turn's reply takes it in. */
  const unsaid = fresh !== null && reading.said.length > 0 ? load.unsaid : [];
  const plan = fresh && withUnsaid(fresh, unsaid, isEmergency(effects));
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
    messages: withTappedTitles(reading, standing, known.clinic, now),
    outbox: [
      ...(plan
        ? [
            {
              id: parts.newId(),
              author: 'bot' as const,
              plan,
              proactive: isProactive(reading, effects),
              epoch,
              before: standingBefore(unsaid, {
                asking: before.context.asking,
                misunderstood: before.context.misunderstood,
                timers: timers.firing,
                binding: calendar.some(({ kind }) => kind !== 'hold' && kind !== 'release'),
              }),
            },
          ]
        : []),
      ...reading.written.map(({ id, text }) => ({
        id,
        author: 'staff' as const,
        plan: writtenReply(snapshot.context, text),
        proactive: false,
        epoch,
        before: { asking: null, misunderstood: 0, timers: [], binding: true },
      })),
    ],
    takenBack: unsaid.map(({ id }) => id),
    settlements: reading.settlements,
    setTimers: [],
    cancelTimers: [],
    calendar,
    customer: {},
    /** Whoever has the conversation answers what is asked in it. */
    questions: isInHandoff(before) ? [] : askedQuestions(open(), { newId: parts.newId, at: now }),
    ...handingOver(effects, { clinic: known.clinic, house: reading.house, now, newId: parts.newId }),
    steps: withTurn(steps, {
      begins,
      isFirst: load.conversation.snapshot === null,
      understood: understood(),
      ms: parts.clock() - now,
      at: now,
      state: statePath(snapshot),
    }),
  };
  return raisedLater(
    withEffects(commit, effects, { now, clinic: known.clinic, birthday: load.customer.birthday }),
    [...timers.waiting, ...timersOfUnsaid(unsaid)],
    now,
  );
}

/** Somebody who wrote is answered, even where it comes late or a turn had failed; and in an emergency nobody sleeps. */
function isProactive({ said, isLate, house }: InboxReading, effects: readonly Effect[]): boolean {
  const isOwed = said.length > 0 || isLate || house.some(({ kind }) => kind === 'turn.failed');
  return !isOwed && !effects.some((effect) => effect.type === 'alertStaff' && effect.priority === 'urgent');
}

/** Where the conversation stands, and what the journal must be told when that does not follow from its last step. */
function thawed({ conversation: { snapshot, chartVersion } }: TurnLoad) {
  if (snapshot === null || chartVersion === null) {
    const before = beginning();
    return { before, begins: freeze(before) };
  }
  const before = thaw({ json: snapshot, version: chartVersion });
  return {
    before,
    begins: isAsFrozen(before, { json: snapshot, version: chartVersion }) ? null : freeze(before),
  };
}

/** What is loaded for the clinic's skills, where one of them needs anything and there is something to answer. */
async function skillFactsOf(
  { store }: Pick<EngineParts, 'store'>,
  { skills }: KnownClinic,
  { scope, conversation }: TurnLoad,
  { isHeard, now }: { isHeard: boolean; now: Instant },
): Promise<LoadedSkillFacts> {
  const isNeeded = isHeard && skills.some(({ needs }) => needs.length > 0);
  return isNeeded
    ? store.skillFacts(scope, conversation.customerId, now)
    : { customer: { visits: 0, birthday: null }, books: {} };
}

/** Everything a chart may ask of the calendar: what is busy, and what this customer has booked. */
async function calendarOf(
  { store }: Pick<EngineParts, 'store'>,
  { clinic }: KnownClinic,
  { scope, conversation }: TurnLoad,
  now: Instant,
): Promise<NonNullable<Situation['calendar']>> {
  const until = now + (clinic.bookingRules.maxAdvanceDays + 2) * dayMs;
  const [busy, bookings] = await Promise.all([
    store.busyBetween(scope, now, until),
    store.bookingsOf(scope, conversation.customerId, now),
  ]);
  return { busy, bookings };
}
