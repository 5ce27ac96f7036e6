import type { SkillRecords } from '@glowbot/core';
import type { Database } from './database/database.ts';
import { clinicOf } from './scope.ts';
import { readSkillFacts } from './sql/skill-facts.ts';
import { readSkillSettings, storeSkillSettings } from './sql/skill-settings.ts';

export function skillRecords(database: Database): SkillRecords {
  return {
    skillSettings: (scope) => database.inScope(scope, (run) => readSkillSettings(run, clinicOf(scope))),
    setSkill: (scope, stored) =>
      database.inScope(scope, (run) => storeSkillSettings(run, clinicOf(scope), stored)),
    skillFacts: (scope, customerId, before) =>
      database.inScope(scope, (run) => readSkillFacts(run, clinicOf(scope), customerId, before)),
  };
}
