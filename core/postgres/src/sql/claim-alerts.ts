import type { AlertJob, Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { isAlive } from './workers.ts';

type Claimed = { clinicId: string; id: string };

/** Takes alerts that are due. One whose worker died, or has held it longer than any attempt lasts, is free again. */
export async function claimAlerts(
  run: Run,
  workerId: string,
  limit: number,
  now: Instant | null,
): Promise<Claimed[]> {
  return run(
    `with due as (
       select a.clinic_id, a.alert_id from alerts a
       where a.state = 'queued' and a.due_at <= coalesce(to_timestamp($3::float8 / 1000), now()) and ${isAlive('$1')}
         and (a.worker_id is null or a.claimed_at < now() - interval '60 seconds' or not ${isAlive('a.worker_id')})
       order by a.due_at limit $2
       for no key update of a skip locked
     )
     update alerts a set worker_id = $1, claimed_at = now()
     from due where a.clinic_id = due.clinic_id and a.alert_id = due.alert_id
     returning a.clinic_id as "clinicId", a.alert_id as id`,
    [workerId, limit, now],
  );
}

/** Somebody answered between the call and the claim: then nobody is told any more. */
export async function withdrawAnswered(run: Run, claimed: readonly Claimed[]): Promise<void> {
  await run(
    `update alerts a set state = 'withdrawn', settled_at = now(), worker_id = null, claimed_at = null
     from unnest($1::uuid[], $2::uuid[]) as claimed (clinic_id, alert_id)
     join alerts mine on mine.clinic_id = claimed.clinic_id and mine.alert_id = claimed.alert_id
     join handoffs h on h.clinic_id = mine.clinic_id and h.handoff_id = mine.handoff_id
     where a.clinic_id = mine.clinic_id and a.alert_id = mine.alert_id
       and (h.closed_at is not null or h.acknowledged_at is not null)`,
    [claimed.map(({ clinicId }) => clinicId), claimed.map(({ id }) => id)],
  );
}

export type AlertRow = Omit<AlertJob, 'scope' | 'clinicVersion'> & { version: string };

export async function loadAlerts(run: Run, claimed: readonly Claimed[]): Promise<AlertRow[]> {
  return run(
    `select a.alert_id as id, a.clinic_id as "clinicId", clinics.version, a.handoff_id as "handoffId", h.reason, h.priority,
            h.opened_at as "openedAt", h.answer_by as "answerBy", a.person, a.notifiers, a.attempts
     from unnest($1::uuid[], $2::uuid[]) as claimed (clinic_id, alert_id)
     join alerts a on a.clinic_id = claimed.clinic_id and a.alert_id = claimed.alert_id and a.state = 'queued'
     join handoffs h on h.clinic_id = a.clinic_id and h.handoff_id = a.handoff_id
     join clinics on clinics.clinic_id = a.clinic_id
     order by a.due_at`,
    [claimed.map(({ clinicId }) => clinicId), claimed.map(({ id }) => id)],
  );
}
