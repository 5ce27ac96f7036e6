import type { Appointment, CustomerEntry, Instant, Phone, Slot, WaitingEntry } from '@glowbot/core';
import type { Run } from '../database/database.ts';

type Row = Omit<Appointment, 'slot' | 'customer' | 'deposit'> & {
  treatment: string;
  area: string | null;
  branch: string;
  staff: string;
  room: string;
  place: number;
  machine: string | null;
  start: Instant;
  end: Instant;
  prepMin: number;
  cleanUpMin: number;
  customerId: string;
  customerName: string | null;
  customerPhone: Phone | null;
  depositAmount: string | null;
  depositNote: string;
  depositState: 'due' | 'received' | 'returned' | 'kept';
};

const statement = `
  select a.appointment_id as id, a.status, a.treatment_key as treatment, a.area_key as area, a.branch_key as branch, a.staff_key as staff,
    a.room_key as room, a.place, a.machine_key as machine, a.starts_at as start, a.ends_at as end,
    extract(epoch from a.starts_at - lower(a.occupied))::float8 / 60 as "prepMin",
    extract(epoch from upper(a.occupied) - a.ends_at)::float8 / 60 as "cleanUpMin",
    a.customer_id as "customerId", c.name as "customerName", c.phone as "customerPhone", a.conversation_id as "conversationId",
    a.visit_id as visit, a.source, a.moves, a.attendance_confirmed_at is not null as "attendanceConfirmed",
    a.held_until as "heldUntil", d.amount as "depositAmount", d.note as "depositNote", d.state as "depositState"
  from appointments a
  join customers c on c.clinic_id = a.clinic_id and c.customer_id = a.customer_id
  left join deposits d on d.clinic_id = a.clinic_id and d.appointment_id = a.appointment_id`;

export async function readAppointmentsBetween(
  run: Run,
  clinicIds: readonly string[],
  span: { from: Instant; to: Instant },
): Promise<Appointment[]> {
  const rows = await run<Row>(
    `${statement}
     where a.clinic_id = any ($1::uuid[]) and a.status not in ('lapsed', 'released')
       and a.starts_at < to_timestamp($3::float8 / 1000) and a.ends_at > to_timestamp($2::float8 / 1000)
     order by a.starts_at, a.appointment_id limit 10000`,
    [clinicIds, span.from, span.to],
  );
  return rows.map(toAppointment);
}

export async function readAppointment(
  run: Run,
  clinicIds: readonly string[],
  id: string,
): Promise<Appointment | undefined> {
  const rows = await run<Row>(
    `${statement} where a.clinic_id = any ($1::uuid[]) and a.appointment_id::text = $2`,
    [clinicIds, id],
  );
  return rows.map(toAppointment)[0];
}

function toAppointment(row: Row): Appointment {
  const { treatment, area, branch, staff, room, place, machine, start, end, prepMin, cleanUpMin } = row;
  const slot: Slot = {
    treatment,
    ...(area === null ? {} : { area }),
    branch,
    staff,
    room,
    place,
    ...(machine === null ? {} : { machine }),
    start,
    end,
    ...(prepMin > 0 ? { prepMin } : {}),
    ...(cleanUpMin > 0 ? { cleanUpMin } : {}),
  };
  const { id, status, conversationId, visit, source, moves, attendanceConfirmed, heldUntil } = row;
  return {
    id,
    status,
    slot,
    customer: { id: row.customerId, name: row.customerName, phone: row.customerPhone },
    conversationId,
    visit,
    source,
    moves,
    attendanceConfirmed,
    heldUntil,
    deposit:
      row.depositAmount === null
        ? null
        : { amount: Number(row.depositAmount), state: row.depositState, note: row.depositNote },
  };
}

export async function readCustomers(run: Run, clinicIds: readonly string[]): Promise<CustomerEntry[]> {
  return run(
    `select customer_id as id, name, phone, opted_out as "optedOut", birthday from customers
     where clinic_id = any ($1::uuid[]) order by created_at, customer_id`,
    [clinicIds],
  );
}

export async function readWaitingList(run: Run, clinicIds: readonly string[]): Promise<WaitingEntry[]> {
  const rows = await run<Omit<WaitingEntry, 'customer'> & { name: string | null; phone: Phone | null }>(
    `select w.waiting_id as id, w.conversation_id as "conversationId", c.name, c.phone, w.treatment_key as treatment,
       w.branch_key as branch, w.staff_key as staff, w.from_day as "from", w.to_day as "to", w.people,
       w.joined_at as "joinedAt", w.offered_until as "offeredUntil"
     from waiting_list w join customers c on c.clinic_id = w.clinic_id and c.customer_id = w.customer_id
     where w.clinic_id = any ($1::uuid[]) and w.left_at is null order by w.joined_at, w.waiting_id`,
    [clinicIds],
  );
  return rows.map(({ name, phone, ...entry }) => ({ ...entry, customer: { name, phone } }));
}
