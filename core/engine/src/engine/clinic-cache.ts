import type { ClinicScope } from '../contracts/clinic-scope.ts';
import type { ClinicStore } from '../contracts/clinic-store.ts';
import { type GuardRecords, guardRecords } from '../copy/guard/index.ts';
import type { Clinic } from '../domain/clinic.ts';
import { buildLexicon, type Lexicon } from '../understanding/index.ts';

export type KnownClinic = {
  clinic: Clinic;
  lexicon: Lexicon;
  /** What may be claimed, laid out once, and not before something is to be said. */
  claimable: () => GuardRecords;
};

/** Clinic records by version. Every load names the current version, so an edit anywhere holds from the next turn. */
export function clinicCache(store: Pick<ClinicStore, 'loadClinic'>) {
  const known = new Map<string, { version: number; clinic: Promise<KnownClinic> }>();

  async function load(scope: ClinicScope): Promise<KnownClinic> {
    const { clinic } = await store.loadClinic(scope);
    const lexicon = buildLexicon(clinic);
    let records: GuardRecords | undefined;
    return { clinic, lexicon, claimable: () => (records ??= guardRecords(clinic, lexicon)) };
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
