import type { BriefJob, HandoffBrief } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';

type Claimed = { clinicId: string; id: string };

/** No brief takes longer, the model's time included. */
const longestClaim = `interval '60 seconds'`;

export async function claimBriefs(run: Run, limit: number): Promise<Claimed[]> {
  return run(
    `with due as (
       select clinic_id, handoff_id from handoffs
       where briefed_at is null and closed_at is null
         and (brief_claimed_at is null or brief_claimed_at < now() - ${longestClaim})
       order by opened_at limit $1
       for no key update skip locked
     )
     update handoffs h set brief_claimed_at = now()
     from due where h.clinic_id = due.clinic_id and h.handoff_id = due.handoff_id
     returning h.clinic_id as "clinicId", h.handoff_id as id`,
    [limit],
  );
}

export type BriefRow = Omit<BriefJob, 'scope' | 'clinicVersion' | 'recent'> & { version: string };

export async function loadBriefs(run: Run, claimed: readonly Claimed[]): Promise<BriefRow[]> {
  return run(
    `select h.handoff_id as "handoffId", h.clinic_id as "clinicId", clinics.version, h.conversation_id as "conversationId",
            h.reason, h.priority, c.snapshot, c.chart_version as "chartVersion"
     from unnest($1::uuid[], $2::uuid[]) as claimed (clinic_id, handoff_id)
     join handoffs h on h.clinic_id = claimed.clinic_id and h.handoff_id = claimed.handoff_id
     join conversations c on c.clinic_id = h.clinic_id and c.conversation_id = h.conversation_id
     join clinics on clinics.clinic_id = h.clinic_id`,
    [claimed.map(({ clinicId }) => clinicId), claimed.map(({ id }) => id)],
  );
}

/** A handoff that became urgent meanwhile is about something else, and gets a brief of its own. */
export async function storeBrief(run: Run, job: BriefJob, brief: HandoffBrief): Promise<void> {
  await run(
    `update handoffs set brief_title = $4, brief_summary = $5, brief_replies = $6, brief_by = $7,
       briefed_at = to_timestamp($8::float8 / 1000)
     where clinic_id = $1 and handoff_id = $2 and priority = $3`,
    [
      job.clinicId,
      job.handoffId,
      job.priority,
      storable(brief.title),
      storable(brief.summary),
      brief.replies.map(storable),
      brief.by,
      brief.at,
    ],
  );
}
