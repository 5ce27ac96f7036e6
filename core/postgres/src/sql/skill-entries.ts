import type { SkillEntry } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storableKey } from '../storable.ts';

/** What happened once is written once, however often it is observed. */
export async function insertSkillEntries(
  run: Run,
  clinicId: string,
  entries: readonly SkillEntry[],
): Promise<number> {
  if (entries.length === 0) return 0;
  const added = await run(
    `insert into skill_entries (clinic_id, skill, account, source, customer_id, amount, at)
     select $1, skill, account, source, customer_id, amount, to_timestamp(at / 1000)
     from unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::bigint[], $7::float8[])
       as entry (skill, account, source, customer_id, amount, at)
     on conflict do nothing returning source`,
    [
      clinicId,
      entries.map(({ skill }) => storableKey(skill)),
      entries.map(({ account }) => storableKey(account)),
      entries.map(({ source }) => storableKey(source)),
      entries.map(({ customer }) => customer),
      entries.map(({ amount }) => amount),
      entries.map(({ at }) => at),
    ],
  );
  return added.length;
}
