import type { CalendarChange, Instant, WaitingWish } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import type { Owner } from './occupy.ts';
import { Freed, wakeWaiting } from './wake-waiting.ts';

export async function joinWaitingList(
  run: Run,
  owner: Owner,
  id: string,
  { treatment, area, branch, staff, from, to, earliest, latest, people }: WaitingWish,
): Promise<void> {
  await run(
    `insert into waiting_list (clinic_id, waiting_id, conversation_id, customer_id, treatment_key, area_key, branch_key, staff_key,
       from_day, to_day, earliest_min, latest_min, people)
     select clinic_id, $2, conversation_id, customer_id, $4, $5, $6, $7, $8::date, $9::date, $10::int, $11::int, $12::int
     from conversations where clinic_id = $1 and conversation_id = $3
     on conflict do nothing`,
    [
      owner.clinicId,
      id,
      owner.conversationId,
      treatment,
      area ?? null,
      branch ?? null,
      staff ?? null,
      from,
      to,
      earliest,
      latest,
      people,
    ],
  );
}

export async function leaveWaitingList(run: Run, owner: Owner, id: string): Promise<void> {
  await run(
    `update waiting_list set left_at = now() where clinic_id = $1 and waiting_id = $2 and conversation_id = $3 and left_at is null`,
    [owner.clinicId, id, owner.conversationId],
  );
}

/** While a slot is kept for somebody, nothing else is offered to them. */
export async function noteOffer(
  run: Run,
  owner: Owner,
  { waiting, until }: Extract<CalendarChange, { kind: 'hold' }>,
): Promise<void> {
  await run(
    `update waiting_list set offered_until = to_timestamp($4::float8 / 1000)
     where clinic_id = $1 and waiting_id = $2 and conversation_id = $3`,
    [owner.clinicId, waiting, owner.conversationId, until],
  );
}

/** Hands on what an entry was woken for. */
export async function passOn(run: Run, owner: Owner, id: string, now: Instant | null): Promise<void> {
  const [woken] = await run<{ freed: string; freedAt: Instant }>(
    `select freed, freed_at as "freedAt" from waiting_list
     where clinic_id = $1 and waiting_id = $2 and conversation_id = $3 and freed is not null`,
    [owner.clinicId, id, owner.conversationId],
  );
  if (!woken) return;
  const freed = Freed.parse(JSON.parse(woken.freed));
  await wakeWaiting(run, owner.clinicId, freed, {
    except: owner.conversationId,
    freedAt: woken.freedAt,
    now,
  });
}
