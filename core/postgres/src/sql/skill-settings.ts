import type { StoredSkill } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storableKey } from '../storable.ts';

export async function readSkillSettings(run: Run, clinicId: string): Promise<StoredSkill[]> {
  const rows = await run<Omit<StoredSkill, 'settings'> & { settings: string }>(
    `select skill, is_on as "isOn", version, settings from skill_settings where clinic_id = $1 order by skill`,
    [clinicId],
  );
  return rows.map((row) => ({ ...row, settings: JSON.parse(row.settings) as unknown }));
}

export async function storeSkillSettings(
  run: Run,
  clinicId: string,
  { skill, isOn, version, settings }: StoredSkill,
): Promise<void> {
  await run(
    `insert into skill_settings (clinic_id, skill, is_on, version, settings) values ($1, $2, $3, $4, $5)
     on conflict (clinic_id, skill) do update
       set is_on = excluded.is_on, version = excluded.version, settings = excluded.settings`,
    [clinicId, storableKey(skill), isOn, version, JSON.stringify(settings)],
  );
}
