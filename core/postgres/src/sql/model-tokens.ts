import type { Run } from '../database/database.ts';

/** In one statement, so that many calls at once cannot together take more than there is. */
export async function takeModelTokens(
  run: Run,
  clinicId: string,
  { month, tokens, budget }: { month: string; tokens: number; budget: number },
): Promise<boolean> {
  const taken = await run(
    `insert into language_model_tokens as known (clinic_id, month, taken)
     select $1::uuid, $2::text, $3::bigint where $3::bigint <= $4::bigint
     on conflict (clinic_id, month) do update set taken = known.taken + excluded.taken
       where known.taken + excluded.taken <= $4::bigint
     returning 1`,
    [clinicId, month, tokens, budget],
  );
  return taken.length > 0;
}

export async function correctModelTokens(
  run: Run,
  clinicId: string,
  month: string,
  tokens: number,
): Promise<void> {
  await run(
    `update language_model_tokens set taken = greatest(0, taken + $3::bigint) where clinic_id = $1 and month = $2`,
    [clinicId, month, tokens],
  );
}

export async function readModelTokens(run: Run, clinicId: string, month: string): Promise<number> {
  const [row] = await run<{ taken: string }>(
    'select taken from language_model_tokens where clinic_id = $1 and month = $2',
    [clinicId, month],
  );
  return Number(row?.taken ?? 0);
}
