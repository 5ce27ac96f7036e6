import type { Run } from '../database/database.ts';

export async function storeAccessToken(
  run: Run,
  clinicId: string,
  digest: Buffer,
  label: string,
): Promise<void> {
  await run('insert into access_tokens (clinic_id, digest, label) values ($1, $2, $3)', [
    clinicId,
    digest,
    label,
  ]);
}

export async function findTokensClinic(run: Run, digest: Buffer): Promise<string | undefined> {
  const [found] = await run<{ clinicId: string }>(
    'select clinic_id as "clinicId" from access_tokens where digest = $1',
    [digest],
  );
  return found?.clinicId;
}
