import {
  type CalendarChange,
  GlowBotError,
  type Instant,
  occupiedBy,
  overlap,
  type Slot,
} from '@glowbot/core';
import type { House } from './house.ts';
import { type AppointmentRow, type ConversationRow, isOccupying } from './rows.ts';

/**
 * A turn's changes of the calendar, worked out before anything is written: undefined when a slot belongs to somebody else.
 * What the turn gives up comes first; a slot held and given up within it never existed.
 */
export function calendarAfter(
  house: House,
  conversation: ConversationRow,
  changes: readonly CalendarChange[],
): AppointmentRow[] | undefined {
  const now = house.clock();
  const changed = new Map<string, AppointmentRow>();
  const rowOf = (id: string) => changed.get(id) ?? house.appointments.get(id);
  const change = (row: AppointmentRow, about: Partial<AppointmentRow>) =>
    changed.set(row.id, { ...row, ...about });

  /** Whether a slot can be had by an appointment; holds in its way that ran out are lapsed. */
  function makeRoom(id: string, lineage: string, slot: Slot): boolean {
    const others = new Map([...house.appointments, ...changed]);
    for (const other of others.values()) {
      if (other.id === id || lineageOf(other) === lineage) continue;
      if (!collides(other, conversation.clinicId, slot)) continue;
      if (!hasRunOut(other, now)) return false;
      change(other, { status: 'lapsed', heldUntil: null });
    }
    return true;
  }

  for (const wanted of netOf(changes)) {
    const row = rowOf(wanted.id);
    const isOwn = row?.conversation === conversation;
    switch (wanted.kind) {
      case 'release':
        if (row && isOwn && (row.status === 'held' || row.status === 'lapsed'))
          change(row, { status: 'released', heldUntil: null });
        break;
      case 'cancel':
        if (row && isOwn && isStanding(row)) change(row, { status: 'cancelled' });
        break;
      case 'reschedule': {
        const held = rowOf(wanted.hold);
        if (held?.conversation === conversation && held.status === 'held')
          change(held, { status: 'released', heldUntil: null });
        if (!row || !isOwn || !isStanding(row) || !makeRoom(row.id, row.id, wanted.slot)) return undefined;
        change(row, { slot: wanted.slot, attendanceConfirmedAt: null });
        break;
      }
      case 'attendance-confirmed':
        if (row && isOwn) change(row, { attendanceConfirmedAt: now });
        break;
      case 'hold':
      case 'book': {
        const { id, slot } = wanted;
        requireRecords(house, conversation, slot);
        if (row && (!isOwn || row.status === 'cancelled' || row.status === 'arrived')) return undefined;
        const replaced = wanted.kind === 'hold' ? rowOf(wanted.replaces ?? '') : undefined;
        const replaces = replaced?.conversation === conversation && isStanding(replaced) ? replaced.id : null;
        if (!makeRoom(id, replaces ?? id, slot)) return undefined;
        changed.set(id, {
          id,
          conversation,
          slot,
          replaces,
          status: wanted.kind === 'hold' ? 'held' : wanted.status,
          heldUntil: wanted.kind === 'hold' ? wanted.until : null,
          attendanceConfirmedAt: row?.attendanceConfirmedAt ?? null,
        });
        break;
      }
      case 'join-waiting-list':
      case 'leave-waiting-list':
      case 'waiting-passed':
        break;
    }
  }
  return [...changed.values()];
}

const isStanding = ({ status }: AppointmentRow) => status === 'booked' || status === 'awaiting_deposit';

/** A booking and the slot held for its move are one customer, who will be there once. */
const lineageOf = ({ id, replaces }: AppointmentRow) => replaces ?? id;

function netOf(changes: readonly CalendarChange[]): CalendarChange[] {
  const held = new Set(changes.filter(({ kind }) => kind === 'hold').map(({ id }) => id));
  const released = new Set(changes.filter(({ kind }) => kind === 'release').map(({ id }) => id));
  const lasting = changes.filter(({ id }) => !(held.has(id) && released.has(id)));
  return [
    ...lasting.filter(({ kind }) => kind === 'release'),
    ...lasting.filter(({ kind }) => kind !== 'release'),
  ];
}

/** Holds that ran out no longer stand in the way, whether or not their timer has fired. */
const hasRunOut = ({ status, heldUntil }: AppointmentRow, now: Instant) =>
  status === 'held' && heldUntil !== null && heldUntil <= now;

function collides(row: AppointmentRow, clinicId: string, slot: Slot): boolean {
  if (!isOccupying(row) || row.conversation.clinicId !== clinicId) return false;
  if (!overlap(occupiedBy(row.slot), occupiedBy(slot))) return false;
  return (
    row.slot.staff === slot.staff ||
    (row.slot.room === slot.room && row.slot.place === slot.place) ||
    (slot.machine !== undefined && row.slot.machine === slot.machine)
  );
}

function requireRecords(house: House, { id, clinicId }: ConversationRow, slot: Slot): void {
  const clinic = house.clinics.get(clinicId)?.clinic;
  const isThere = (records: readonly { key: string }[] | undefined, key: string) =>
    records?.some((record) => record.key === key) ?? false;
  const areThere =
    isThere(clinic?.treatments, slot.treatment) &&
    isThere(clinic?.branches, slot.branch) &&
    isThere(clinic?.staff, slot.staff) &&
    isThere(clinic?.rooms, slot.room);
  if (!areThere) throw new GlowBotError('RECORD_MISSING', `It is needed by conversation ${id}.`);
}
