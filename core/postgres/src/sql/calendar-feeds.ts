import type { Feed, FeedSubject } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export async function storeFeed(
  run: Run,
  clinicId: string,
  feed: { id: string; digest: Buffer; subject: FeedSubject },
): Promise<void> {
  await run(
    `insert into calendar_feeds (clinic_id, feed_id, digest, subject, subject_key, shows) values ($1, $2, $3, $4, $5, $6)`,
    [clinicId, feed.id, feed.digest, feed.subject.kind, feed.subject.key, feed.subject.shows],
  );
}

export async function readFeeds(run: Run, clinicIds: readonly string[]): Promise<Feed[]> {
  return run(
    `select feed_id as id, subject as kind, subject_key as key, shows, created_at as "createdAt" from calendar_feeds
     where clinic_id = any ($1::uuid[]) and revoked_at is null order by created_at, feed_id`,
    [clinicIds],
  );
}

export async function revokeFeed(run: Run, clinicIds: readonly string[], id: string): Promise<boolean> {
  const revoked = await run(
    `update calendar_feeds set revoked_at = now()
     where clinic_id = any ($1::uuid[]) and feed_id::text = $2 and revoked_at is null returning feed_id`,
    [clinicIds, id],
  );
  return revoked.length > 0;
}

/** The clinic whose link a token is; asked across clinics, so it sees digests only. */
export async function findFeedsClinic(run: Run, digest: Buffer): Promise<string | undefined> {
  const [row] = await run<{ clinicId: string }>(
    `select clinic_id as "clinicId" from calendar_feeds where digest = $1 and revoked_at is null`,
    [digest],
  );
  return row?.clinicId;
}

export async function readFeedSubject(
  run: Run,
  clinicId: string,
  digest: Buffer,
): Promise<FeedSubject | undefined> {
  const [row] = await run<FeedSubject>(
    `select subject as kind, subject_key as key, shows from calendar_feeds
     where clinic_id = $1 and digest = $2 and revoked_at is null`,
    [clinicId, digest],
  );
  return row;
}
