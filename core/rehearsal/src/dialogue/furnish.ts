import {
  availability,
  beginning,
  type CalendarChange,
  type Facts,
  freeze,
  minuteMs,
  noFacts,
  type Phone,
  type Slot,
  statePath,
  toInstant,
  toLocal,
  type TurnCommit,
  weekdayOf,
} from '@glowbot/core';
import type { Stage } from '../stage/stage.ts';
import { stageChannelName } from '../stage/stage-channel.ts';
import { type BusyTime, type Span, spansOf } from './busy-time.ts';
import type { ExistingBooking } from './dialogue-item.ts';

/** Puts what was there before the first word into the store, through the doors every turn uses. */
export async function furnish(
  stage: Stage,
  setup: { busy: readonly BusyTime[]; existingBookings: readonly ExistingBooking[] },
  owner: string,
): Promise<void> {
  const known = setup.existingBookings.map((booking) => ({ booking, slot: slotOf(stage, booking) }));
  const taken = known.map(({ slot }) => slot);
  for (const [contactId, own] of Map.groupBy(known, ({ booking }) => ownerOf(booking, known, owner))) {
    await earlier(stage, contactId, own);
  }
  await fill(stage, setup.busy, taken);
}

const others = 'others';

/** Fills times up with other people's appointments: nothing can begin in them any more. */
export async function fill(
  stage: Stage,
  times: readonly BusyTime[],
  around: readonly Slot[] = [],
): Promise<void> {
  const taken = [...around];
  const blocks = times
    .flatMap((busy) => spansOf(busy, stage.clinic.zone))
    .flatMap((span) => {
      const slots = blocksOf(stage, span, taken);
      taken.push(...slots);
      return slots;
    });
  if (blocks.length === 0) return;
  const made = blocks.map((slot) => ({
    kind: 'book' as const,
    id: stage.newId(),
    slot,
    status: 'booked' as const,
  }));
  await unseenTurn(stage, others, { calendar: made });
}

/** Everybody who filled a time up cancels; whoever waits for one of those times is woken. */
export async function empty(stage: Stage): Promise<void> {
  const detail = await stage.store.conversation(stage.scope, stage.conversationOf(others));
  const calendar = (detail?.appointments ?? []).map(({ id }) => ({ kind: 'cancel' as const, id }));
  await unseenTurn(stage, others, { calendar });
  await stage.passUntil(stage.now() + minuteMs);
}

/** Appointments under several phone numbers belong to several people; the first is the one the set means. */
function ownerOf(
  { phone }: ExistingBooking,
  all: readonly { booking: ExistingBooking }[],
  owner: string,
): string {
  const index = [...new Set(all.map(({ booking }) => booking.phone))].indexOf(phone);
  return index <= 0 ? owner : `${owner}-${index}`;
}

/** A conversation that has already led to these appointments. */
async function earlier(
  stage: Stage,
  contactId: string,
  own: readonly { booking: ExistingBooking; slot: Slot }[],
): Promise<void> {
  const name = own.find(({ booking }) => booking.name !== undefined)?.booking.name;
  const phone = own.find(({ booking }) => booking.phone !== undefined)?.booking.phone;
  const bookings = own.map(({ slot }) => ({ id: stage.newId(), slot, status: 'booked' as const }));
  await unseenTurn(stage, contactId, {
    calendar: bookings.map((booking) => ({ kind: 'book' as const, ...booking })),
    facts: factsAfter(bookings, name, phone),
    customer: { name, phone },
  });
}

/** A turn that nobody on the stage has seen: it changes the calendar, and no chart has taken it. */
async function unseenTurn(
  stage: Stage,
  contactId: string,
  about: { calendar: readonly CalendarChange[]; facts?: Facts; customer?: TurnCommit['customer'] },
): Promise<void> {
  const account = await stage.store.routeAccount(stageChannelName, stageChannelName);
  if (!account) throw new RangeError('the stage has no account');
  const conversationId = stage.conversationOf(contactId);
  const at = stage.now() - minuteMs;
  const id = `${contactId}:${stage.newId()}`;
  const follow = { kind: 'follow' as const, id, accountId: stageChannelName, contactId, at, following: true };
  await stage.store.receive([{ account, conversationId, event: follow }]);
  /** Something that makes a turn, and is handled below without the engine. */
  await stage.store.receiveFromHouse(stage.scope, conversationId, {
    kind: 'staff.released',
    id,
    at,
    by: 'before',
  });
  const workerId = 'furnisher';
  await stage.store.beat(workerId, minuteMs);
  const [load] = await stage.store.claimTurns(workerId, 1);
  if (!load) throw new RangeError('nothing could be done beside the stage');
  const snapshot = beginning(about.facts);
  const frozen = freeze(snapshot);
  const [result] = await stage.store.commitTurns(workerId, [
    {
      lease: load.lease,
      handled: load.waiting.map(({ seq }) => ({ seq, outcome: 'ignored', reason: 'before' })),
      firedTimers: [],
      conversation: {
        snapshot: frozen.json,
        chartVersion: frozen.version,
        state: statePath(snapshot),
        epoch: 0,
        customerSpokeAt: null,
      },
      messages: [],
      outbox: [],
      takenBack: [],
      settlements: [],
      setTimers: [],
      cancelTimers: [],
      calendar: [...about.calendar],
      customer: about.customer ?? {},
      handoffs: [],
      alerts: [],
      steps: [],
      questions: [],
    },
  ]);
  await stage.store.retire(workerId);
  if (result?.kind !== 'committed')
    throw new RangeError(`the appointments could not be made: ${result?.kind}`);
}

function factsAfter(bookings: Facts['bookings'], name?: string, phone?: Phone): Facts {
  return { ...noFacts, bookings, introduced: bookings.length > 0, name: name ?? null, phone: phone ?? null };
}

/** The place a set leaves open: the first that is free then, or any that could be. */
function slotOf(stage: Stage, booking: ExistingBooking): Slot {
  const { clinic } = stage;
  const treatment = clinic.treatments.find(({ key }) => key === booking.treatment);
  if (!treatment) throw new RangeError(`the clinic has no treatment ${booking.treatment}`);
  const start = toInstant(booking, clinic.zone);
  const { area, branch, staff } = booking;
  const question = {
    treatment,
    ...(area === undefined ? {} : { area }),
    ...(branch === undefined ? {} : { branch }),
    ...(staff === undefined ? {} : { staff }),
  };
  const free = availability(clinic, [], start - 90 * minuteMs).slotAt(question, start);
  if (typeof free !== 'string') return free;
  const room = clinic.rooms.find(
    (one) => treatment.rooms.includes(one.key) && (branch === undefined || one.branch === branch),
  );
  const person = clinic.staff.find((one) => one.key === staff || one.skills.includes(treatment.key));
  if (!room || !person) throw new RangeError(`nobody can do ${treatment.key} there`);
  return {
    treatment: treatment.key,
    ...(area === undefined ? {} : { area }),
    branch: room.branch,
    staff: person.key,
    room: room.key,
    place: 1,
    start,
    end: start + treatment.durationMin * minuteMs,
  };
}

/** When everybody is busy nothing can begin: one appointment for each member of staff, each in a place of its own where they work. */
function blocksOf({ clinic }: Stage, { start, end }: Span, taken: readonly Slot[]): Slot[] {
  const overlapping = taken.filter((slot) => slot.start < end && start < slot.end);
  const places = clinic.rooms
    .flatMap((room) => Array.from({ length: room.capacity }, (_, index) => ({ room, place: index + 1 })))
    .filter(({ room, place }) => !overlapping.some((slot) => slot.room === room.key && slot.place === place));
  const people = clinic.staff.filter(({ key }) => !overlapping.some((slot) => slot.staff === key));
  const treatment = clinic.treatments[0]?.key ?? '';
  const weekday = weekdayOf(toLocal(start, clinic.zone).date);
  return people.flatMap((person) => {
    const works = person.shifts.find((shift) => shift.weekday === weekday)?.branch;
    const index = places.findIndex(({ room }) => room.branch === works);
    const [spot] = places.splice(Math.max(index, 0), 1);
    if (!spot) return [];
    return [
      {
        treatment,
        branch: spot.room.branch,
        staff: person.key,
        room: spot.room.key,
        place: spot.place,
        start,
        end,
      },
    ];
  });
}
