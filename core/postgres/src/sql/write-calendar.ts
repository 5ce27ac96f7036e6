import type { CalendarChange, Slot, TurnCommit } from '@glowbot/core';
import pg from 'pg';
import type { Transaction } from '../database.ts';

/** Holds that ran out stop blocking as soon as somebody wants their time. */
const lapseHolds = `
update appointments set status = 'lapsed'
where clinic_id = $1 and status = 'held' and held_until <= to_timestamp($6::double precision / 1000.0)
  and during && tstzrange(to_timestamp($2::double precision / 1000.0), to_timestamp($3::double precision / 1000.0))
  and (staff_key = $4 or room_key = $5)
`;

const insertAppointment = `
insert into appointments (clinic_id, appointment_id, conversation_id, customer_id, treatment_key, area_key, branch_key, staff_key,
  room_key, place, starts_at, ends_at, status, held_until)
select $1, $2, $3, customer_id, $4, $5, $6, $7, $8, $9, to_timestamp($10::double precision / 1000.0),
  to_timestamp($11::double precision / 1000.0), $12, to_timestamp($13::double precision / 1000.0)
from conversations where clinic_id = $1 and conversation_id = $3
on conflict (clinic_id, appointment_id) do update
  set status = excluded.status, held_until = excluded.held_until, staff_key = excluded.staff_key, room_key = excluded.room_key,
    place = excluded.place, starts_at = excluded.starts_at, ends_at = excluded.ends_at
  where appointments.conversation_id = excluded.conversation_id and appointments.status in ('held', 'lapsed', 'released')
returning appointment_id
`;

const release = `
update appointments set status = 'released' where clinic_id = $1 and appointment_id = $2 and status in ('held', 'lapsed')
`;

const confirmAttendance = `
update appointments set attendance_confirmed_at = now() where clinic_id = $1 and appointment_id = $2
`;

/** Thrown inside the transaction so that everything of the turn is undone with it. */
export class SlotTaken extends Error {}

/** Makes a turn's calendar changes; the database's exclusion constraints have the last word on every slot. */
export async function writeCalendar(tx: Transaction, commit: TurnCommit, nowMs: number): Promise<void> {
  const { clinicId } = commit.lease;
  for (const change of commit.calendar) {
    switch (change.kind) {
      case 'release':
        await tx.query(release, [clinicId, change.id]);
        break;
      case 'attendance-confirmed':
        await tx.query(confirmAttendance, [clinicId, change.id]);
        break;
      case 'hold':
        await occupy(tx, commit, change, 'held', change.until, nowMs);
        break;
      case 'book':
        await occupy(tx, commit, change, change.status, null, nowMs);
        break;
    }
  }
}

async function occupy(
  tx: Transaction,
  commit: TurnCommit,
  { id, slot }: Extract<CalendarChange, { slot: Slot }>,
  status: string,
  heldUntil: number | null,
  nowMs: number,
): Promise<void> {
  const { clinicId, conversationId } = commit.lease;
  await tx.query(lapseHolds, [clinicId, slot.start, slot.end, slot.staff, slot.room, nowMs]);
  try {
    const rows = await tx.query(insertAppointment, [
      clinicId,
      id,
      conversationId,
      slot.treatment,
      slot.area ?? null,
      slot.branch,
      slot.staff,
      slot.room,
      slot.place,
      slot.start,
      slot.end,
      status,
      heldUntil,
    ]);
    if (rows.length === 0) throw new SlotTaken();
  } catch (error) {
    const isOverlap = error instanceof pg.DatabaseError && error.code === '23P01';
    throw isOverlap ? new SlotTaken() : error;
  }
}
