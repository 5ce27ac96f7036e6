import { type Instant, minuteMs } from '../domain/clinic-time.ts';

/** How long one skill may think about one turn, in milliseconds: a hundred times what the house's own take. */
export const skillBudgetMs = 100;
/** After so many failures in a row, in one clinic, a skill is left alone for a while. */
const mostFailures = 3;
const restMs = 10 * minuteMs;

/**
 * Runs something for at most that long; 'stopped' when it was cut off in the middle. Only a host can stop code that does not
 * come back, so a host without this runs skills without a limit.
 */
export type TimeLimit = (ms: number, run: () => void) => 'finished' | 'stopped';

/** Which skills have failed lately, by clinic: one that fails again and again costs every customer its budget. */
export function createSkillWatch() {
  const records = new Map<string, { failures: number; until: Instant }>();
  return {
    mayRun(clinicId: string, skill: string, now: Instant): boolean {
      return (records.get(`${clinicId} ${skill}`)?.until ?? 0) <= now;
    },
    wentWell(clinicId: string, skill: string): void {
      records.delete(`${clinicId} ${skill}`);
    },
    /** True when it is left alone from now on. */
    failed(clinicId: string, skill: string, now: Instant): boolean {
      const failures = (records.get(`${clinicId} ${skill}`)?.failures ?? 0) + 1;
      const rests = failures >= mostFailures;
      records.set(`${clinicId} ${skill}`, { failures, until: rests ? now + restMs : 0 });
      return rests;
    },
  };
}
export type SkillWatch = ReturnType<typeof createSkillWatch>;
