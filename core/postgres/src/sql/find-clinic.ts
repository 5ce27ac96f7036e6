import type { Run } from '../database/database.ts';

export async function findClinic(run: Run, slug: string): Promise<string | undefined> {
  const [found] = await run<{ clinicId: string }>(
    'select clinic_id as "clinicId" from clinics where slug = $1',
    [slug],
  );
  return found?.clinicId;
}
