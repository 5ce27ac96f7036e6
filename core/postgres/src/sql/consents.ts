import type { Run } from '../database/database.ts';

export type ConsentRow = {
  clinicId: string;
  digest: Buffer;
  browser: Buffer;
  id: string;
  channel: string;
  held: string;
};

/** What was begun and never completed goes when the clinic begins anew: what it holds is a secret. */
export async function storeConsent(run: Run, consent: ConsentRow): Promise<void> {
  await run(`delete from consents where clinic_id = $1 and begun_at < now() - interval '10 minutes'`, [
    consent.clinicId,
  ]);
  await run(
    'insert into consents (clinic_id, digest, browser, consent_id, channel, held) values ($1, $2, $3, $4, $5, $6)',
    [consent.clinicId, consent.digest, consent.browser, consent.id, consent.channel, consent.held],
  );
}

export async function findConsentsClinic(run: Run, digest: Buffer): Promise<string | undefined> {
  const [found] = await run<{ clinicId: string }>(
    'select clinic_id as "clinicId" from consents where digest = $1',
    [digest],
  );
  return found?.clinicId;
}

/** Once, within ten minutes, in the browser in which it began. */
export async function useConsent(
  run: Run,
  clinicId: string,
  digest: Buffer,
  browser: Buffer,
): Promise<Pick<ConsentRow, 'id' | 'channel' | 'held'> | undefined> {
  const [used] = await run<Pick<ConsentRow, 'id' | 'channel' | 'held'>>(
    `update consents set taken_at = now()
     where clinic_id = $1 and digest = $2 and browser = $3 and taken_at is null and begun_at > now() - interval '10 minutes'
     returning consent_id as id, channel, held`,
    [clinicId, digest, browser],
  );
  return used;
}
