import type { BusyPeriod, Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export async function busyBetween(
  run: Run,
  clinicIds: readonly string[],
  from: Instant,
  to: Instant,
): Promise<BusyPeriod[]> {
  return run(
    `select appointment_id::text as id, staff_key as staff, room_key as room, place, machine_key as machine,
       lower(occupied) as start, upper(occupied) as end, held_until as "heldUntil"
     from appointments
     where clinic_id = any ($1::uuid[]) and status in ('held', 'awaiting_deposit', 'booked', 'arrived')
       and occupied && tstzrange(to_timestamp($2::float8 / 1000), to_timestamp($3::float8 / 1000), '[)')
     union all
     select t.source_id || ' ' || t.nth, s.staff_key, null, null, null, t.starts_at, t.ends_at, null
     from busy_times t join busy_sources s on s.clinic_id = t.clinic_id and s.source_id = t.source_id
     where t.clinic_id = any ($1::uuid[])
       and t.during && tstzrange(to_timestamp($2::float8 / 1000), to_timestamp($3::float8 / 1000), '[)')
     order by start, id`,
    [clinicIds, from, to],
  );
}
