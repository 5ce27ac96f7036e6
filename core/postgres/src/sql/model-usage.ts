import {
  type Instant,
  type ModelHealth,
  type ModelUsage,
  type ModelUseTotals,
  Unavailability,
} from '@glowbot/core';
import type { Run } from '../database/database.ts';

type Span = { from: Instant; to: Instant };

const within = `at >= to_timestamp($2::float8 / 1000) and at < to_timestamp($3::float8 / 1000)`;

export async function readModelTotals(
  run: Run,
  clinicIds: readonly string[],
  { from, to }: Span,
): Promise<ModelUseTotals[]> {
  return run(
    `select use, model, count(*)::int as calls,
       count(*) filter (where outcome = 'used')::int as used, count(*) filter (where outcome = 'refused')::int as refused,
       count(*) filter (where outcome not in ('used', 'refused'))::int as failed,
       sum(input_tokens)::float8 as "inputTokens", sum(output_tokens)::float8 as "outputTokens",
       sum(cache_read_tokens)::float8 as "cacheReadTokens", sum(cache_write_tokens)::float8 as "cacheWriteTokens",
       percentile_disc(0.5) within group (order by ms) as p50, percentile_disc(0.95) within group (order by ms) as p95
     from language_model_calls where clinic_id = any ($1::uuid[]) and ${within}
     group by use, model order by use, model`,
    [clinicIds, from, to],
  );
}

/** A call belongs to what the customer said last before it. Turns in human hands are nobody's to answer. */
export async function readTurnsAsked(
  run: Run,
  clinicIds: readonly string[],
  { from, to }: Span,
): Promise<Pick<ModelUsage, 'turns' | 'turnsWithoutCall'>> {
  const [row] = await run<{ turns: number; asked: number }>(
    `select
       (select count(*)::int from steps where clinic_id = any ($1::uuid[]) and event = 'customer.said'
          and from_state not like 'handoff%' and ${within}) as turns,
       (select count(distinct (said.xid, said.seq))::int
        from language_model_calls c
        join lateral (
          select s.xid, s.seq, s.at, s.from_state from steps s
          where s.clinic_id = c.clinic_id and s.conversation_id = c.conversation_id and s.event = 'customer.said' and s.at <= c.at
          order by s.xid desc, s.seq desc limit 1
        ) said on said.from_state not like 'handoff%' and said.at >= to_timestamp($2::float8 / 1000)
        where c.clinic_id = any ($1::uuid[]) and c.use in ('understand', 'word')
          and c.at >= to_timestamp($2::float8 / 1000) and c.at < to_timestamp($3::float8 / 1000)) as asked`,
    [clinicIds, from, to],
  );
  const { turns = 0, asked = 0 } = row ?? {};
  return { turns, turnsWithoutCall: Math.max(0, turns - asked) };
}

/** Outcomes that show the vendor, or our way to it, failing. */
const failures: readonly Unavailability[] = [
  'key-refused',
  'request-refused',
  'rate-limited',
  'vendor-failed',
  'no-answer-in-time',
];

export async function readModelHealth(run: Run, clinicIds: readonly string[]): Promise<ModelHealth> {
  const latest = async (condition: string) => {
    const [row] = await run<{ at: Instant; outcome: string }>(
      `select at, outcome from language_model_calls where clinic_id = any ($1::uuid[]) and ${condition} order by at desc limit 1`,
      [clinicIds, failures],
    );
    return row;
  };
  const answered = await latest(`outcome <> all ($2::text[]) and outcome <> 'moot'`);
  const failed = await latest('outcome = any ($2::text[])');
  return {
    answeredAt: answered?.at ?? null,
    failed: failed ? { at: failed.at, why: Unavailability.parse(failed.outcome) } : null,
  };
}
