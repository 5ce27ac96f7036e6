import type { BusyPeriod, Instant } from '@glowbot/core';
import type { Transaction } from '../database.ts';

const statement = `
select appointment_id as id, staff_key as staff, room_key as room, place,
  (extract(epoch from starts_at) * 1000)::double precision as start,
  (extract(epoch from ends_at) * 1000)::double precision as "end",
  case when status = 'held' then (extract(epoch from held_until) * 1000)::double precision end as "heldUntil"
from appointments
where clinic_id = $1 and status in ('held', 'awaiting_deposit', 'booked', 'arrived')
  and during && tstzrange(to_timestamp($2::double precision / 1000.0), to_timestamp($3::double precision / 1000.0))
`;

export function busyBetween(
  tx: Transaction,
  clinicId: string,
  from: Instant,
  to: Instant,
): Promise<BusyPeriod[]> {
  return tx.query<BusyPeriod>(statement, [clinicId, from, to]);
}
