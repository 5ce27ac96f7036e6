import type { Booking, Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

type Row = {
  id: string;
  status: Booking['status'];
  treatment: string;
  area: string | null;
  branch: string;
  staff: string;
  room: string;
  place: number;
  machine: string | null;
  prepMin: number;
  cleanUpMin: number;
  start: number;
  end: number;
};

/** What this customer has booked, on whichever of the clinic's channels, and can still change. */
export async function customerBookings(
  run: Run,
  clinicIds: readonly string[],
  customerId: string,
  after: Instant,
): Promise<Booking[]> {
  const rows = await run<Row>(
    `select appointment_id as id, status, treatment_key as treatment, area_key as area, branch_key as branch, staff_key as staff,
       room_key as room, place, machine_key as machine, starts_at as start, ends_at as end,
       extract(epoch from starts_at - lower(occupied))::float8 / 60 as "prepMin",
       extract(epoch from upper(occupied) - ends_at)::float8 / 60 as "cleanUpMin"
     from appointments
     where clinic_id = any ($1::uuid[]) and customer_id = $2 and status in ('awaiting_deposit', 'booked') and starts_at > to_timestamp($3::float8 / 1000)
     order by starts_at, appointment_id limit 20`,
    [clinicIds, customerId, after],
  );
  return rows.map(({ id, status, area, machine, prepMin, cleanUpMin, ...slot }) => ({
    id,
    status,
    slot: {
      ...slot,
      ...(area === null ? {} : { area }),
      ...(machine === null ? {} : { machine }),
      ...(prepMin > 0 ? { prepMin } : {}),
      ...(cleanUpMin > 0 ? { cleanUpMin } : {}),
    },
  }));
}
