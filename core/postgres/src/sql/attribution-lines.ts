import type { Instant, StoredEntry, StoredRules } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';

export async function readRules(
  run: Run,
  clinicId: string,
  version?: number,
): Promise<StoredRules | undefined> {
  const [row] = await run<Omit<StoredRules, 'rules'> & { rules: string }>(
    `select version, rules, by, at from attribution_rules where clinic_id = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
    [clinicId, version ?? null],
  );
  return row && { ...row, rules: JSON.parse(row.rules) as unknown };
}

export async function insertRules(
  run: Run,
  clinicId: string,
  { version, rules, by, at }: StoredRules,
): Promise<boolean> {
  const added = await run(
    `insert into attribution_rules (clinic_id, version, rules, by, at) values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))
     on conflict do nothing returning version`,
    [clinicId, version, JSON.stringify(rules), storable(by), at],
  );
  return added.length > 0;
}

type Row = Omit<StoredEntry, 'verdict' | 'history'> & { verdict: string; history: string };

const columns = `outcome_id as outcome, nth, customer_id as customer, kind, category, state, by, why, verdict, history, at`;

const toEntry = (row: Row): StoredEntry => ({
  ...row,
  verdict: JSON.parse(row.verdict) as unknown,
  history: JSON.parse(row.history) as unknown,
});

export async function readLines(
  run: Run,
  clinicId: string,
  outcomes: readonly string[],
): Promise<StoredEntry[]> {
  const rows = await run<Row>(
    `select ${columns} from attribution_lines where clinic_id = $1 and outcome_id = any ($2::uuid[]) order by outcome_id, nth`,
    [clinicId, outcomes],
  );
  return rows.map(toEntry);
}

export async function readLinesBetween(
  run: Run,
  clinicId: string,
  from: Instant,
  until: Instant,
): Promise<StoredEntry[]> {
  const rows = await run<Row>(
    `select ${columns} from attribution_lines
     where clinic_id = $1 and at >= to_timestamp($2::float8 / 1000) and at < to_timestamp($3::float8 / 1000) order by seq`,
    [clinicId, from, until],
  );
  return rows.map(toEntry);
}

/** Two judges at once write the same next line: the number lets one of them in. */
export async function insertLines(
  run: Run,
  clinicId: string,
  entries: readonly StoredEntry[],
): Promise<number> {
  let added = 0;
  for (const { outcome, nth, customer, kind, category, state, by, why, verdict, history, at } of entries) {
    const rows = await run(
      `insert into attribution_lines (clinic_id, outcome_id, nth, customer_id, kind, category, state, by, why, verdict, history, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, to_timestamp($12::float8 / 1000))
       on conflict do nothing returning nth`,
      [
        clinicId,
        outcome,
        nth,
        customer,
        kind,
        category,
        state,
        storable(by),
        why === null ? null : storable(why),
        JSON.stringify(verdict),
        JSON.stringify(history),
        at,
      ],
    );
    added += rows.length;
  }
  return added;
}
