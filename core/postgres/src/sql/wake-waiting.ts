import { Instant, Key } from '@glowbot/core';
import { z } from 'zod';
import type { Run } from '../database/database.ts';

/** People, place and time that somebody gave up. */
export const Freed = z.object({ branch: Key, staff: Key, room: Key, from: Instant, to: Instant });
export type Freed = z.infer<typeof Freed>;

/** Nobody is woken for a free slot before 08:00 or from 21:00 on the clinic's clock. */
const wakingHours = { from: '08:00', to: '21:00' };

const instant = (value: string) => `to_timestamp(${value}::float8 / 1000)`;

/**
 * Wakes the first on the waiting list whom something freed may suit, and nobody else: their conversation looks at the calendar
 * itself, and holds what it offers. Coarse on purpose: who is woken in vain passes, and the next is woken. Each is woken once for
 * the same thing, so that the round ends; `except` is whoever gave it up.
 */
export async function wakeWaiting(
  run: Run,
  clinicId: string,
  freed: Freed,
  options: { except: string | null; freedAt: Instant | null; now: Instant | null },
): Promise<void> {
  await run(
    `with clock as (
       select coalesce(${instant('$9')}, now()) as now, coalesce(${instant('$8')}, ${instant('$9')}, now()) as freed_at, zone
       from clinics where clinic_id = $1
     ), next as (
       select w.clinic_id, w.waiting_id, w.conversation_id
       from waiting_list w, clock
       where w.clinic_id = $1 and w.left_at is null and w.conversation_id is distinct from $7::uuid
         and ${instant('$5')} > clock.now and (w.freed_at is null or w.freed_at < clock.freed_at)
         and (w.offered_until is null or w.offered_until <= clock.now)
         and (w.branch_key is null or w.branch_key = $2) and (w.staff_key is null or w.staff_key = $3)
         and (${instant('$5')} at time zone zone)::date between w.from_day and w.to_day
         and extract(epoch from (${instant('$5')} at time zone zone)::time) / 60 <= w.latest_min
         and extract(epoch from (${instant('$6')} at time zone zone)::time) / 60 > w.earliest_min
         and exists (select from treatment_branches b
           where b.clinic_id = w.clinic_id and b.treatment = w.treatment_key and b.branch = $2)
         and (exists (select from staff_skills s where s.clinic_id = w.clinic_id and s.staff = $3 and s.treatment = w.treatment_key)
           or exists (select from treatment_rooms r where r.clinic_id = w.clinic_id and r.room = $4 and r.treatment = w.treatment_key))
       order by w.joined_at, w.waiting_id limit 1 for update of w skip locked
     ), woken as (
       update waiting_list w set freed_at = clock.freed_at, freed = $10
       from next, clock where w.clinic_id = next.clinic_id and w.waiting_id = next.waiting_id
       returning w.clinic_id, w.conversation_id, w.waiting_id
     )
     insert into timers (clinic_id, conversation_id, name, due_at)
     select clinic_id, conversation_id, 'waiting:' || waiting_id,
       case when (now at time zone zone)::time < '${wakingHours.from}'
              then ((now at time zone zone)::date + time '${wakingHours.from}') at time zone zone
            when (now at time zone zone)::time >= '${wakingHours.to}'
              then ((now at time zone zone)::date + 1 + time '${wakingHours.from}') at time zone zone
            else now end
     from woken, clock
     on conflict (clinic_id, conversation_id, name) do update set due_at = excluded.due_at`,
    [
      clinicId,
      freed.branch,
      freed.staff,
      freed.room,
      freed.from,
      freed.to,
      options.except,
      options.freedAt,
      options.now,
      JSON.stringify(freed),
    ],
  );
}
