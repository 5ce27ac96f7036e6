import {
  type AppointmentStatus,
  type Instant,
  remindersOf,
  type Slot,
  type StaffChange,
} from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';
import { askDeposit, lapseExpired, queueFor, slotColumns, slotPlaceholders, slotValues } from './occupy.ts';
import { type Freed, wakeWaiting } from './wake-waiting.ts';

/** Who changes what, on whose calendar. */
export type Staff = { clinicId: string; by: string; now: Instant | null };

export type Changed =
  | { kind: 'done' }
  | { kind: 'not-found' }
  | { kind: 'not-now'; status: AppointmentStatus };

/** From which states staff may bring an appointment into another. A mistake can be taken back. */
const before: Readonly<
  Record<'move' | 'cancel' | Extract<StaffChange, { kind: 'mark' }>['status'], readonly AppointmentStatus[]>
> = {
  move: ['booked', 'awaiting_deposit'],
  cancel: ['held', 'booked', 'awaiting_deposit', 'arrived'],
  booked: ['awaiting_deposit', 'arrived', 'completed', 'no_show'],
  arrived: ['booked', 'awaiting_deposit'],
  completed: ['booked', 'arrived'],
  no_show: ['booked', 'awaiting_deposit'],
};

export async function changeByStaff(run: Run, staff: Staff, change: StaffChange): Promise<Changed> {
  if ('slot' in change) {
    await queueFor(run, staff.clinicId, [change.slot]);
    await lapseExpired(run, staff.clinicId, change.slot, change.id, staff.now);
  }
  if (change.kind === 'create') return create(run, staff, change);
  const found = await lockAppointment(run, staff.clinicId, change.id);
  if (!found) return { kind: 'not-found' };
  const { status, ...freed } = found;
  if (change.kind === 'settle-deposit') return settleDeposit(run, staff, change, status);
  if (!before[change.kind === 'mark' ? change.status : change.kind].includes(status))
    return { kind: 'not-now', status };
  switch (change.kind) {
    case 'move':
      await moveTo(run, staff, change.id, change.slot);
      await forgetTimers(run, staff.clinicId, change.id);
      await remind(run, staff, change.id, change.slot);
      await wakeWaiting(run, staff.clinicId, freed, { except: null, freedAt: null, now: staff.now });
      return { kind: 'done' };
    case 'cancel':
      /** A hold is no booking yet: its conversation may look for another time. */
      await setStatus(run, staff, change.id, status === 'held' ? 'released' : 'cancelled');
      await forgetTimers(run, staff.clinicId, change.id);
      await wakeWaiting(run, staff.clinicId, freed, { except: null, freedAt: null, now: staff.now });
      return { kind: 'done' };
    case 'mark':
      await setStatus(run, staff, change.id, change.status);
      if (change.status !== 'booked') await forgetTimers(run, staff.clinicId, change.id);
      return { kind: 'done' };
  }
}

async function create(
  run: Run,
  { clinicId, by }: Staff,
  { id, slot, status, customer }: Extract<StaffChange, { kind: 'create' }>,
): Promise<Changed> {
  await run(
    `insert into customers (clinic_id, customer_id, name, phone) values ($1, $2, $3, $4) on conflict do nothing`,
    [clinicId, customer.id, storable(customer.name), customer.phone],
  );
  await run(
    `insert into appointments (clinic_id, appointment_id, customer_id, status, source, changed_by, ${slotColumns})
     values ($1, $2, $3, $4, 'staff', $5, ${slotPlaceholders(6)})`,
    [clinicId, id, customer.id, status, by, ...slotValues(slot)],
  );
  if (status === 'awaiting_deposit') await askDeposit(run, clinicId, id, null);
  return { kind: 'done' };
}

async function lockAppointment(
  run: Run,
  clinicId: string,
  id: string,
): Promise<(Freed & { status: AppointmentStatus }) | undefined> {
  const [row] = await run<Freed & { status: AppointmentStatus }>(
    `select status, branch_key as branch, staff_key as staff, room_key as room,
       lower(occupied) as "from", upper(occupied) as "to"
     from appointments where clinic_id = $1 and appointment_id::text = $2 for update`,
    [clinicId, id],
  );
  return row;
}

async function moveTo(run: Run, { clinicId, by }: Staff, id: string, slot: Slot): Promise<void> {
  await run(
    `update appointments set (${slotColumns}) = row (${slotPlaceholders(4)}),
       moves = moves + 1, attendance_confirmed_at = null, changed_by = $3, changed_at = now()
     where clinic_id = $1 and appointment_id = $2`,
    [clinicId, id, by, ...slotValues(slot)],
  );
}

async function setStatus(
  run: Run,
  { clinicId, by }: Staff,
  id: string,
  status: AppointmentStatus,
): Promise<void> {
  await run(
    `update appointments set status = $3, held_until = null, changed_by = $4, changed_at = now()
     where clinic_id = $1 and appointment_id = $2`,
    [clinicId, id, status, by],
  );
}

/** A deposit that was received makes the booking stand. */
async function settleDeposit(
  run: Run,
  staff: Staff,
  { id, state }: Extract<StaffChange, { kind: 'settle-deposit' }>,
  status: AppointmentStatus,
): Promise<Changed> {
  const settled = await run(
    `update deposits set state = $3, settled_at = now(), settled_by = $4
     where clinic_id = $1 and appointment_id = $2 and state = $5 returning appointment_id`,
    [staff.clinicId, id, state, staff.by, state === 'received' ? 'due' : 'received'],
  );
  if (settled.length === 0) return { kind: 'not-now', status };
  if (state === 'received' && status === 'awaiting_deposit') await setStatus(run, staff, id, 'booked');
  return { kind: 'done' };
}

/** Reminders and deadlines of an appointment that is over. */
async function forgetTimers(run: Run, clinicId: string, id: string): Promise<void> {
  await run(
    `delete from timers t using appointments a
     where a.clinic_id = $1 and a.appointment_id = $2 and t.clinic_id = a.clinic_id and t.conversation_id = a.conversation_id
       and t.name like '%:' || $2`,
    [clinicId, id],
  );
}

/** A customer who writes with us is reminded of the new time instead of the old one. */
async function remind(run: Run, { clinicId, now }: Staff, id: string, slot: Slot): Promise<void> {
  const reminders = remindersOf(id, slot.start, now ?? Date.now());
  await run(
    `insert into timers (clinic_id, conversation_id, name, due_at)
     select a.clinic_id, a.conversation_id, timer.name, to_timestamp(timer.due_at / 1000)
     from appointments a, unnest($3::text[], $4::float8[]) as timer (name, due_at)
     where a.clinic_id = $1 and a.appointment_id = $2 and a.conversation_id is not null and a.status in ('booked', 'awaiting_deposit')
     on conflict (clinic_id, conversation_id, name) do update set due_at = excluded.due_at`,
    [clinicId, id, reminders.map(({ name }) => name), reminders.map(({ dueAt }) => dueAt)],
  );
}
