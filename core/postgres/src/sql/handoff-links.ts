import type { Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export async function storeLink(
  run: Run,
  link: { clinicId: string; digest: Buffer; handoffId: string; person: string; expiresAt: Instant },
): Promise<void> {
  await run(
    `insert into handoff_links (clinic_id, digest, handoff_id, person, expires_at)
     values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))`,
    [link.clinicId, link.digest, link.handoffId, link.person, link.expiresAt],
  );
}

export async function findLinksClinic(run: Run, digest: Buffer): Promise<string | undefined> {
  const [found] = await run<{ clinicId: string }>(
    'select clinic_id as "clinicId" from handoff_links where digest = $1',
    [digest],
  );
  return found?.clinicId;
}

export type LinkRow = { handoffId: string; person: string; isUsed: boolean; isExpired: boolean };

/** The note that somebody looked is part of what can be audited later. */
export async function lookAtLink(run: Run, digest: Buffer, at: Instant): Promise<LinkRow | undefined> {
  const [row] = await run<LinkRow>(
    `update handoff_links set looked_at = coalesce(looked_at, to_timestamp($2::float8 / 1000)) where digest = $1
     returning handoff_id as "handoffId", person, used_at is not null as "isUsed",
       expires_at <= to_timestamp($2::float8 / 1000) as "isExpired"`,
    [digest, at],
  );
  return row;
}

/** Once, in time, and only while nobody else has taken the handoff. */
export async function useLink(
  run: Run,
  digest: Buffer,
  at: Instant,
): Promise<{ conversationId: string; person: string } | undefined> {
  const [row] = await run<{ conversationId: string; person: string }>(
    `update handoff_links l set used_at = to_timestamp($2::float8 / 1000)
     from handoffs h
     where l.digest = $1 and l.used_at is null and l.expires_at > to_timestamp($2::float8 / 1000)
       and h.clinic_id = l.clinic_id and h.handoff_id = l.handoff_id and h.closed_at is null and h.acknowledged_at is null
     returning h.conversation_id as "conversationId", l.person`,
    [digest, at],
  );
  return row;
}
