import type { Instant, TimeSpan } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export async function storeBusySource(
  run: Run,
  clinicId: string,
  source: { id: string; staff: string; address: string },
): Promise<void> {
  await run(`insert into busy_sources (clinic_id, source_id, staff_key, address) values ($1, $2, $3, $4)`, [
    clinicId,
    source.id,
    source.staff,
    source.address,
  ]);
}

export type SourceRow = {
  clinicId: string;
  id: string;
  staff: string;
  address: string;
  readAt: Instant | null;
  trouble: string | null;
};

export async function readBusySources(run: Run, clinicIds: readonly string[]): Promise<SourceRow[]> {
  return run(
    `select clinic_id as "clinicId", source_id as id, staff_key as staff, address, read_at as "readAt", trouble from busy_sources
     where clinic_id = any ($1::uuid[]) order by staff_key, source_id`,
    [clinicIds],
  );
}

export async function claimBusySource(
  run: Run,
  clinicIds: readonly string[],
  id: string,
  before: Instant,
): Promise<SourceRow | undefined> {
  const [row] = await run<SourceRow>(
    `update busy_sources set tried_at = now()
     where clinic_id = any ($1::uuid[]) and source_id = $2
       and (tried_at is null or tried_at < to_timestamp($3::float8 / 1000))
     returning clinic_id as "clinicId", source_id as id, staff_key as staff, address, read_at as "readAt", trouble`,
    [clinicIds, id, before],
  );
  return row;
}

export async function deleteBusySource(run: Run, clinicIds: readonly string[], id: string): Promise<boolean> {
  const gone = await run(
    `delete from busy_sources where clinic_id = any ($1::uuid[]) and source_id::text = $2 returning source_id`,
    [clinicIds, id],
  );
  return gone.length > 0;
}

/** The new times in place of the old ones, in one transaction: nobody sees a calendar that is empty for a moment. */
export async function replaceBusyTimes(
  run: Run,
  clinicId: string,
  id: string,
  times: readonly TimeSpan[],
): Promise<void> {
  const found = await run(
    `update busy_sources set read_at = now(), tried_at = now(), trouble = null
     where clinic_id = $1 and source_id = $2 returning source_id`,
    [clinicId, id],
  );
  if (found.length === 0) return;
  await run(`delete from busy_times where clinic_id = $1 and source_id = $2`, [clinicId, id]);
  await run(
    `insert into busy_times (clinic_id, source_id, nth, starts_at, ends_at)
     select $1, $2, nth, to_timestamp(starts / 1000), to_timestamp(ends / 1000)
     from unnest($3::float8[], $4::float8[]) with ordinality as busy (starts, ends, nth)`,
    [clinicId, id, times.map(({ from }) => from), times.map(({ to }) => to)],
  );
}

export async function noteTrouble(run: Run, clinicId: string, id: string, why: string): Promise<void> {
  await run(
    `update busy_sources set tried_at = now(), trouble = $3 where clinic_id = $1 and source_id = $2`,
    [clinicId, id, why],
  );
}

/** Asked across clinics: ids and a clock, nothing else. */
export async function findStaleSources(
  run: Run,
  before: Instant,
  limit: number,
): Promise<{ clinicId: string; id: string }[]> {
  return run(
    `select clinic_id as "clinicId", source_id as id from busy_sources
     where tried_at is null or tried_at < to_timestamp($1::float8 / 1000)
     order by tried_at nulls first limit $2`,
    [before, limit],
  );
}
