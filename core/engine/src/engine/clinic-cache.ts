import type { ClinicScope } from '../contracts/clinic-scope.ts';
import type { ClinicStore } from '../contracts/clinic-store.ts';
import { type GuardRecords, guardRecords } from '../copy/guard/index.ts';
import type { SkillRecords } from '../contracts/skill-store.ts';
import type { Clinic } from '../domain/clinic.ts';
import { buildLexicon, type Lexicon } from '../understanding/index.ts';
import type { EngineParts } from './engine-parts.ts';
import { type EnabledSkill, openSkills } from './install-skill.ts';

export type KnownClinic = {
  clinic: Clinic;
  lexicon: Lexicon;
  /** What may be claimed, laid out once, and not before something is to be said. */
  claimable: () => GuardRecords;
  /** The skills that are on here, under the clinic's settings. */
  skills: readonly EnabledSkill[];
};

/** Clinic records by version. Every load names the current version, so an edit anywhere holds from the next turn. */
export function clinicCache({
  store,
  skills: installed,
  notice,
}: Pick<EngineParts, 'skills' | 'notice'> & {
  store: Pick<ClinicStore & SkillRecords, 'loadClinic' | 'skillSettings'>;
}) {
  const known = new Map<string, { version: number; clinic: Promise<KnownClinic> }>();

  async function load(scope: ClinicScope): Promise<KnownClinic> {
    const [{ clinic }, stored] = await Promise.all([store.loadClinic(scope), store.skillSettings(scope)]);
    const lexicon = buildLexicon(clinic);
    let records: GuardRecords | undefined;
    return {
      clinic,
      lexicon,
      claimable: () => (records ??= guardRecords(clinic, lexicon)),
      skills: openSkills(installed, stored, (skill, why) =>
        notice({ level: 'error', what: 'settings of a skill unreadable', ids: { skill, why } }),
      ),
    };
  }

  return {
    get(clinicId: string, version: number, scope: ClinicScope): Promise<KnownClinic> {
      const cached = known.get(clinicId);
      if (cached?.version === version) return cached.clinic;
      const clinic = load(scope);
      known.set(clinicId, { version, clinic });
      clinic.catch(() => known.delete(clinicId));
      return clinic;
    },
  };
}
export type ClinicCache = ReturnType<typeof clinicCache>;
