import {
  addDays,
  type CalendarChange,
  type Instant,
  occupiedBy,
  type Slot,
  toInstant,
  toLocal,
  toMinutes,
} from '@glowbot/core';
import type { House } from './house.ts';
import { type AppointmentRow, type ConversationRow, isOccupying, type WaitingRow } from './rows.ts';

/** Nobody is woken for a free slot before 08:00 or from 21:00 on the clinic's clock. */
const wakingHours = { from: '08:00', to: '21:00' };

/** Slots that nobody has any more, now that these rows are about to replace the stored ones. */
export function freedBy(house: House, changed: readonly AppointmentRow[]): Slot[] {
  return changed.flatMap((row) => {
    const before = house.appointments.get(row.id);
    if (!before || !isOccupying(before) || row.status === 'lapsed') return [];
    return isOccupying(row) && isSame(row.slot, before.slot) ? [] : [before.slot];
  });
}

const isSame = (one: Slot, other: Slot) =>
  one.start === other.start && one.staff === other.staff && one.room === other.room;

/** The list after a turn, and who is woken for what the turn gave up. */
export function changeWaitingList(
  house: House,
  conversation: ConversationRow,
  changes: readonly CalendarChange[],
  freed: readonly Slot[],
): void {
  for (const change of changes) {
    const own = house.waiting.get(change.kind === 'hold' ? (change.waiting ?? '') : change.id);
    const row = own?.conversation === conversation ? own : undefined;
    if (change.kind === 'join-waiting-list' && !own) {
      const { id, wish } = change;
      house.waiting.set(id, { id, conversation, wish, isOpen: true, offeredUntil: null, woken: null });
    }
    if (!row) continue;
    if (change.kind === 'leave-waiting-list') row.isOpen = false;
    if (change.kind === 'hold') row.offeredUntil = change.until;
    if (change.kind === 'waiting-passed' && row.woken)
      wake(house, conversation, row.woken.slot, row.woken.at);
  }
  for (const slot of freed) wake(house, conversation, slot, house.clock());
}

/** Wakes the first whom the slot may suit; each is woken once for the same one, so that a round ends. */
function wake(house: House, giver: ConversationRow, slot: Slot, freedAt: Instant): void {
  const now = house.clock();
  const next = [...house.waiting.values()].find(
    (row) =>
      row.isOpen &&
      row.conversation !== giver &&
      row.conversation.clinicId === giver.clinicId &&
      (row.woken === null || row.woken.at < freedAt) &&
      (row.offeredUntil === null || row.offeredUntil <= now) &&
      maySuit(house, row, slot, now),
  );
  if (!next) return;
  next.woken = { at: freedAt, slot };
  const { zone } = clinicOf(house, giver);
  next.conversation.timers.set(`waiting:${next.id}`, wakingTime(now, zone));
}

const clinicOf = (house: House, { clinicId }: ConversationRow) =>
  house.clinics.get(clinicId)?.clinic ?? { zone: 'UTC', staff: [], treatments: [] };

function maySuit(house: House, { wish, conversation }: WaitingRow, slot: Slot, now: Instant): boolean {
  const { zone, staff, treatments } = clinicOf(house, conversation);
  const span = occupiedBy(slot);
  const begins = toLocal(span.from, zone);
  const treatment = treatments.find(({ key }) => key === wish.treatment);
  const isSkilled = staff.some(({ key, skills }) => key === slot.staff && skills.includes(wish.treatment));
  return (
    span.from > now &&
    (wish.branch ?? slot.branch) === slot.branch &&
    (wish.staff ?? slot.staff) === slot.staff &&
    wish.from <= begins.date &&
    begins.date <= wish.to &&
    toMinutes(begins.time) <= wish.latest &&
    toMinutes(toLocal(span.to, zone).time) > wish.earliest &&
    (treatment?.branches.includes(slot.branch) ?? false) &&
    (isSkilled || (treatment?.rooms.includes(slot.room) ?? false))
  );
}

function wakingTime(now: Instant, zone: string): Instant {
  const { date, time } = toLocal(now, zone);
  if (time < wakingHours.from) return toInstant({ date, time: wakingHours.from }, zone);
  return time >= wakingHours.to ? toInstant({ date: addDays(date, 1), time: wakingHours.from }, zone) : now;
}
