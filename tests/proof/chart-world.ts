import {
  beginning,
  type BusyPeriod,
  type Booking,
  type Clinic,
  type ConversationEvent,
  type ConversationSnapshot,
  dayMs,
  decide,
  type Decision,
  type Entities,
  type Facts,
  freeze,
  type Instant,
  type Intent,
  listen,
  statePath,
  thaw,
  type TimerName,
} from '@glowbot/core';

/** One thing that may happen to a conversation, as plain data. */
export type Deed =
  | {
      kind: 'hears';
      intents: readonly Intent[];
      entities: Entities;
      answered: boolean;
      sent: 'photo' | 'voice' | null;
    }
  /** A fitting answer to whatever was asked: yes, or no. */
  | { kind: 'answers'; yes: boolean }
  /** One of the timers that are set, or one that no longer means anything. */
  | { kind: 'timer'; nth: number }
  | { kind: 'house'; event: HouseType; nth: number; promised: boolean; amount: number | null }
  | { kind: 'later'; ms: number }
  /** From here on everybody is busy, or nobody. */
  | { kind: 'full'; is: boolean }
  /** The customer's appointments are gone from the calendar, and this conversation has not heard of it. */
  | { kind: 'lost' }
  /** The deposits that were awaited have arrived. */
  | { kind: 'paid' };

export const houseTypes = [
  'staff.tookOver',
  'staff.said',
  'staff.acknowledged',
  'staff.released',
  'concession.confirmed',
  'speaker.unsure',
  'delivery.failed',
  'turn.failed',
  'message.late',
  'visit.completed',
  'visit.missed',
  'booking.moved',
  'booking.cancelled',
  'deposit.received',
] as const;
type HouseType = (typeof houseTypes)[number];

export type Decided = Extract<Decision, { kind: 'decided' }>;

/** What one deed led to. */
export type Outcome = { deed: Deed; before: ConversationSnapshot; decided: Decided; speaks: boolean };

/** What a willing customer of the demo clinic would say. */
function answerTo(question: string | undefined, yes: boolean): Deed {
  const hears = (intents: readonly Intent[], entities: Entities = {}): Deed => ({
    kind: 'hears',
    intents,
    entities,
    answered: false,
    sent: null,
  });
  switch (question) {
    case undefined:
    case 'help':
    case 'treatment':
      return hears(['book'], { treatments: [yes ? 'kham_soi_da' : 'hifu'] });
    case 'area':
    case 'booking':
      return hears(['choose_option'], { option: 1 });
    case 'branch':
      return hears([], { branch: 'cs1' });
    case 'time':
      return hears(['give_time'], { when: { date: '2026-11-27', time: yes ? '15:00' : '09:00' } });
    case 'name':
    case 'phone':
      return hears(['give_name', 'give_phone'], { name: 'Lan', phone: '0912000111' });
    case 'screening':
      return hears(['confirm_no']);
    default:
      return hears([yes ? 'confirm_yes' : 'confirm_no']);
  }
}

type Standing = {
  now: Instant;
  snapshot: ConversationSnapshot;
  isFull: boolean;
  bookings: readonly Booking[];
  past: readonly Booking[];
  timers: ReadonlySet<TimerName>;
  ids: number;
};

export type ChartWorld = ReturnType<typeof chartWorld>;

/** A conversation with the charts alone: words already understood, a calendar that is empty or full. */
export function chartWorld(
  clinic: Clinic,
  start: Instant,
  onStep?: (before: ConversationSnapshot, event: ConversationEvent) => void,
  from?: Standing,
) {
  let now = from?.now ?? start;
  let snapshot = from?.snapshot ?? beginning();
  let isFull = from?.isFull ?? false;
  let bookings: readonly Booking[] = from?.bookings ?? [];
  const past = [...(from?.past ?? [])];
  const timers = new Set(from?.timers);
  let ids = from?.ids ?? 0;
  const newId = () => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };

  const busy = (): BusyPeriod[] =>
    isFull
      ? clinic.staff.map(({ key }) => ({
          id: key,
          staff: key,
          room: null,
          place: null,
          machine: null,
          start: now,
          end: now + 400 * dayMs,
          heldUntil: null,
        }))
      : [];

  function eventOf(deed: Deed): ((facts: Facts) => ConversationEvent) | undefined {
    switch (deed.kind) {
      case 'hears':
        return (facts) => ({
          type: 'customer.said',
          at: now,
          heard: listen(
            facts,
            {
              intents: deed.intents.map((intent) => ({ intent, confidence: 1 })),
              entities: deed.entities,
              language: 'vi',
              evidence: [],
            },
            clinic,
            { at: now, answered: deed.answered, sent: deed.sent, customer: { name: null, phone: null } },
          ),
          answers: deed.answered ? [{ type: 'say', key: 'help.topics', facts: {} }] : [],
        });
      case 'answers':
        return eventOf(answerTo(snapshot.context.asking?.question, deed.yes));
      case 'timer': {
        const set = [...timers];
        const timer = set[deed.nth % Math.max(1, set.length)];
        if (timer === undefined) return undefined;
        timers.delete(timer);
        return () => ({ type: 'timer.fired', at: now, timer });
      }
      case 'house': {
        const known = [...bookings, ...past];
        const booking = known[deed.nth % Math.max(1, known.length)];
        if (deed.event === 'staff.said') {
          const concession = deed.amount === null ? null : { amount: deed.amount, confirmed: false };
          return () => ({ type: 'staff.said', at: now, word: { promised: deed.promised, concession } });
        }
        switch (deed.event) {
          case 'visit.completed':
          case 'visit.missed':
          case 'booking.cancelled': {
            const { event: type } = deed;
            return booking && (() => ({ type, at: now, booking }));
          }
          case 'booking.moved':
            return booking && (() => ({ type: 'booking.moved', at: now, booking, before: booking.slot }));
          case 'deposit.received':
            return booking && (() => ({ type: 'deposit.received', at: now, booking, amount: 200_000 }));
          default: {
            const { event: type } = deed;
            return () => ({ type, at: now });
          }
        }
      }
      case 'later':
        now += deed.ms;
        return undefined;
      case 'full':
        isFull = deed.is;
        return undefined;
      case 'lost':
        bookings = [];
        return undefined;
      case 'paid':
        bookings = bookings.map((booking) => ({ ...booking, status: 'booked' }));
        return undefined;
    }
  }

  function carryOut({ effects, calendar }: Decided): void {
    for (const effect of effects) {
      if (effect.type === 'setTimer') timers.add(effect.timer);
      if (effect.type === 'cancelTimer') timers.delete(effect.timer);
      if (effect.type === 'scheduleReminders') timers.add(`reminder24h:${effect.bookingId}`);
      if (effect.type === 'awaitDeposit') for (const id of effect.bookingIds) timers.add(`deposit:${id}`);
      if (effect.type === 'scheduleBirthday') timers.add('birthday');
      if (effect.type === 'scheduleCare') {
        for (const name of ['aftercare0', 'review', 'rebook']) timers.add(`${name}:${effect.bookingId}`);
      }
    }
    for (const change of calendar) {
      switch (change.kind) {
        case 'book':
          bookings = [...bookings, change];
          break;
        case 'cancel':
          past.push(...bookings.filter(({ id }) => id === change.id));
          bookings = bookings.filter(({ id }) => id !== change.id);
          break;
        case 'reschedule':
          bookings = bookings.map((one) => (one.id === change.id ? { ...one, slot: change.slot } : one));
          break;
        case 'join-waiting-list':
          timers.add(`waiting:${change.id}`);
          break;
        default:
          break;
      }
    }
  }

  return {
    state: () => statePath(snapshot),
    facts: () => snapshot.context,
    /** What lies around the conversation and is in none of its facts. */
    surroundings: () => [isFull, bookings.map(({ status }) => status)].join(),
    bookings: () => bookings,
    /** The same conversation once more, to go on with in another way. */
    fork: () => chartWorld(clinic, start, onStep, { now, snapshot, isFull, bookings, past, timers, ids }),
    /** Undefined when it only changed the surroundings. */
    does(deed: Deed): Outcome | undefined {
      const event = eventOf(deed);
      if (!event) return undefined;
      const before = thaw({ json: freeze(snapshot).json, version: freeze(snapshot).version });
      const calendar = { busy: busy(), bookings };
      const decision = decide({ snapshot: before, events: [event], clinic, calendar, now, newId, onStep });
      if (decision.kind !== 'decided') throw new TypeError('a calendar was given and asked for again');
      snapshot = decision.snapshot;
      carryOut(decision);
      const speaks = decision.effects.some(
        ({ type }) => type === 'say' || type === 'ask' || type === 'answer',
      );
      return { deed, before, decided: decision, speaks };
    },
  };
}
