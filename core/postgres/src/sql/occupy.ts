import { type Instant, occupiedBy, type Slot, transferNote } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** The slot belongs to somebody else: the turn that wanted it is undone. */
export class SlotTaken extends Error {
  constructor() {
    super('the slot was taken meanwhile');
    this.name = 'SlotTaken';
  }
}

export type Owner = { clinicId: string; conversationId: string };

/**
 * Racers for one person, place or machine line up before they write. Without this two inserts can each wait for the other inside
 * the exclusion constraint until the deadlock detector ends one of them, a second later.
 */
export async function queueFor(run: Run, clinicId: string, slots: readonly Slot[]): Promise<void> {
  const occupied = slots.flatMap(({ staff, room, place, machine }) => [
    `staff ${staff}`,
    `place ${room} ${place}`,
    ...(machine === undefined ? [] : [`machine ${machine}`]),
  ]);
  if (occupied.length === 0) return;
  await run(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended($1 || ' ' || occupied, 0) as key from unnest($2::text[]) as occupied order by key
     ) keys`,
    [clinicId, occupied],
  );
}

/** Holds that ran out no longer stand in the way, whether or not their timer has fired. */
export async function lapseExpired(
  run: Run,
  clinicId: string,
  slot: Slot,
  except: string,
  now: Instant | null,
): Promise<void> {
  const { from, to } = occupiedBy(slot);
  await run(
    `update appointments set status = 'lapsed', held_until = null, changed_by = 'clock', changed_at = now()
     where clinic_id = $1 and status = 'held' and held_until <= coalesce(to_timestamp($2::float8 / 1000), now()) and appointment_id <> $3
       and occupied && tstzrange(to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000), '[)')
       and (staff_key = $6 or (room_key = $7 and place = $8) or machine_key = $9)`,
    [clinicId, now, except, from, to, slot.staff, slot.room, slot.place, slot.machine ?? null],
  );
}

export type Occupation = {
  id: string;
  slot: Slot;
  status: 'held' | 'booked' | 'awaiting_deposit';
  heldUntil: Instant | null;
  replaces: string | null;
  visit: string | null;
};

/** The columns of a slot, and its values in the same order. */
export const slotColumns =
  'treatment_key, area_key, branch_key, staff_key, room_key, place, machine_key, starts_at, ends_at, busy_from, busy_until';

/** Placeholders for `slotValues`, beginning at a number. */
export function slotPlaceholders(first: number): string {
  const at = (nth: number) => `$${first + nth}`;
  const instant = (nth: number) => `to_timestamp(${at(nth)}::float8 / 1000)`;
  return [...[0, 1, 2, 3, 4].map(at), `${at(5)}::int`, at(6), ...[7, 8, 9, 10].map(instant)].join(', ');
}

export function slotValues(slot: Slot): unknown[] {
  const { from, to } = occupiedBy(slot);
  const { treatment, area, branch, staff, room, place, machine, start, end } = slot;
  return [treatment, area ?? null, branch, staff, room, place, machine ?? null, start, end, from, to];
}

/** A hold becomes a booking in its own row; one that lapsed does so only if the slot is still free, which the constraints judge. */
export async function occupy(run: Run, owner: Owner, wanted: Occupation): Promise<void> {
  const written = await run(
    `insert into appointments (clinic_id, appointment_id, conversation_id, customer_id, status, held_until, visit_id, replaces, ${slotColumns})
     select c.clinic_id, $2, c.conversation_id, c.customer_id, $4, to_timestamp($5::float8 / 1000), $6::uuid,
            (select b.appointment_id from appointments b where b.clinic_id = c.clinic_id and b.appointment_id = $7::uuid
               and b.conversation_id = c.conversation_id and b.status in ('booked', 'awaiting_deposit')),
            ${slotPlaceholders(8)}
     from conversations c where c.clinic_id = $1 and c.conversation_id = $3
     on conflict (clinic_id, appointment_id) do update
       set (${slotColumns}) = row (${slotColumns
         .split(', ')
         .map((column) => `excluded.${column}`)
         .join(', ')}),
           status = excluded.status, held_until = excluded.held_until, replaces = excluded.replaces,
           visit_id = coalesce(excluded.visit_id, appointments.visit_id), changed_by = 'customer', changed_at = now()
       where appointments.conversation_id = excluded.conversation_id
         and appointments.status in ('held', 'lapsed', 'released', 'awaiting_deposit', 'booked')
     returning appointment_id`,
    [
      owner.clinicId,
      wanted.id,
      owner.conversationId,
      wanted.status,
      wanted.heldUntil,
      wanted.visit,
      wanted.replaces,
      ...slotValues(wanted.slot),
    ],
  );
  if (written.length === 0) throw new SlotTaken();
}

/** What must be paid before the booking stands, as the records say at this moment; the appointments of a visit are paid in one go. */
export async function askDeposit(
  run: Run,
  clinicId: string,
  appointmentId: string,
  visitId: string | null,
): Promise<void> {
  await run(
    `insert into deposits (clinic_id, appointment_id, amount, note)
     select a.clinic_id, a.appointment_id, t.deposit, $3
     from appointments a join treatments t on t.clinic_id = a.clinic_id and t.key = a.treatment_key
     where a.clinic_id = $1 and a.appointment_id = $2 and a.status = 'awaiting_deposit' and t.deposit > 0
     on conflict do nothing`,
    [clinicId, appointmentId, transferNote(visitId ?? appointmentId)],
  );
}
