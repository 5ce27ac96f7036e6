import type { CalendarChange, Instant, Slot } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** The slot belongs to somebody else: the turn that wanted it is undone. */
export class SlotTaken extends Error {
  constructor() {
    super('the slot was taken meanwhile');
    this.name = 'SlotTaken';
  }
}

type Owner = { clinicId: string; conversationId: string };

/**
 * Makes a turn's changes of the calendar. What it gives up comes first, so that a customer's own hold never stands in the way
 * of its successor; a slot held and given up within the same turn never existed.
 */
export async function changeCalendar(
  run: Run,
  owner: Owner,
  changes: readonly CalendarChange[],
  now: Instant | null,
): Promise<void> {
  const net = netOf(changes);
  const slots = net.flatMap((change) => ('slot' in change ? [change.slot] : []));
  if (slots.length > 0) await queueFor(run, owner.clinicId, slots);
  for (const change of net) {
    switch (change.kind) {
      case 'release':
        await run(
          `update appointments set status = 'released', held_until = null, changed_at = now()
           where clinic_id = $1 and appointment_id = $2 and conversation_id = $3 and status in ('held', 'lapsed')`,
          [owner.clinicId, change.id, owner.conversationId],
        );
        break;
      case 'hold':
        await lapseExpired(run, owner.clinicId, change.slot, change.id, now);
        await occupy(run, owner, change.id, change.slot, 'held', change.until);
        break;
      case 'book':
        await lapseExpired(run, owner.clinicId, change.slot, change.id, now);
        await occupy(run, owner, change.id, change.slot, change.status, null);
        break;
      case 'attendance-confirmed':
        await run(
          `update appointments set attendance_confirmed_at = now(), changed_at = now()
           where clinic_id = $1 and appointment_id = $2 and conversation_id = $3`,
          [owner.clinicId, change.id, owner.conversationId],
        );
        break;
    }
  }
}

function netOf(changes: readonly CalendarChange[]): CalendarChange[] {
  const held = new Set(changes.filter(({ kind }) => kind === 'hold').map(({ id }) => id));
  const released = new Set(changes.filter(({ kind }) => kind === 'release').map(({ id }) => id));
  const lasting = changes.filter(({ id }) => !(held.has(id) && released.has(id)));
  return [
    ...lasting.filter(({ kind }) => kind === 'release'),
    ...lasting.filter(({ kind }) => kind !== 'release'),
  ];
}

/**
 * Racers for one person or place line up before they write. Without this two inserts can each wait for the other inside the
 * exclusion constraint until the deadlock detector ends one of them, a second later.
 */
async function queueFor(run: Run, clinicId: string, slots: readonly Slot[]): Promise<void> {
  const occupied = slots.flatMap(({ staff, room, place }) => [`staff ${staff}`, `place ${room} ${place}`]);
  await run(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended($1 || ' ' || occupied, 0) as key from unnest($2::text[]) as occupied order by key
     ) keys`,
    [clinicId, occupied],
  );
}

/** Holds that ran out no longer stand in the way, whether or not their timer has fired. */
async function lapseExpired(
  run: Run,
  clinicId: string,
  slot: Slot,
  except: string,
  now: Instant | null,
): Promise<void> {
  await run(
    `update appointments set status = 'lapsed', held_until = null, changed_at = now()
     where clinic_id = $1 and status = 'held' and held_until <= coalesce(to_timestamp($2::float8 / 1000), now()) and appointment_id <> $3
       and during && tstzrange(to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000), '[)')
       and (staff_key = $6 or (room_key = $7 and place = $8))`,
    [clinicId, now, except, slot.start, slot.end, slot.staff, slot.room, slot.place],
  );
}

/** A hold becomes a booking in its own row; one that lapsed does so only if the slot is still free, which the constraints judge. */
async function occupy(
  run: Run,
  owner: Owner,
  id: string,
  slot: Slot,
  status: 'held' | 'booked' | 'awaiting_deposit',
  heldUntil: Instant | null,
): Promise<void> {
  const written = await run(
    `insert into appointments (clinic_id, appointment_id, conversation_id, customer_id, treatment_key, area_key, branch_key,
       staff_key, room_key, place, starts_at, ends_at, status, held_until)
     select clinic_id, $2, conversation_id, customer_id, $4, $5, $6, $7, $8, $9,
            to_timestamp($10::float8 / 1000), to_timestamp($11::float8 / 1000), $12, to_timestamp($13::float8 / 1000)
     from conversations where clinic_id = $1 and conversation_id = $3
     on conflict (clinic_id, appointment_id) do update
       set treatment_key = excluded.treatment_key, area_key = excluded.area_key, branch_key = excluded.branch_key,
           staff_key = excluded.staff_key, room_key = excluded.room_key, place = excluded.place, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
           status = excluded.status, held_until = excluded.held_until, changed_at = now()
       where appointments.conversation_id = excluded.conversation_id
         and appointments.status in ('held', 'lapsed', 'released', 'awaiting_deposit', 'booked')
     returning appointment_id`,
    [
      owner.clinicId,
      id,
      owner.conversationId,
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
    ],
  );
  if (written.length === 0) throw new SlotTaken();
}
