import type { AttributionStore } from '@glowbot/core';
import type { Database } from './database/database.ts';
import { clinicOf, issueScope } from './scope.ts';
import { findCustomersToAttribute, readHistory } from './sql/attribution-history.ts';
import { insertLines, insertRules, readLines, readLinesBetween, readRules } from './sql/attribution-lines.ts';
import { insertSkillEntries } from './sql/skill-entries.ts';

export function attributionStore(database: Database): AttributionStore {
  return {
    clinicsToSettle: () =>
      database.asEngine(async ({ run }) => {
        const rows = await run<{ id: string }>('select clinic_id as id from clinics order by clinic_id');
        return rows.map(({ id }) => ({ clinicId: id, scope: issueScope([id]) }));
      }),
    addSkillEntries: (scope, entries) =>
      database.inScope(scope, (run) => insertSkillEntries(run, clinicOf(scope), entries)),
    attributionRules: (scope, version) =>
      database.inScope(scope, (run) => readRules(run, clinicOf(scope), version)),
    addAttributionRules: (scope, rules) =>
      database.inScope(scope, (run) => insertRules(run, clinicOf(scope), rules)),
    customersToAttribute: (scope, limit) =>
      database.inScope(scope, (run) => findCustomersToAttribute(run, clinicOf(scope), limit)),
    attributionHistory: (scope, customer) =>
      database.inScope(scope, (run) => readHistory(run, clinicOf(scope), customer)),
    attributionLines: (scope, outcomes) =>
      database.inScope(scope, (run) => readLines(run, clinicOf(scope), outcomes)),
    attributionBetween: (scope, from, until) =>
      database.inScope(scope, (run) => readLinesBetween(run, clinicOf(scope), from, until)),
    addAttributionLines: (scope, entries) =>
      database.inScope(scope, (run) => insertLines(run, clinicOf(scope), entries)),
  };
}
