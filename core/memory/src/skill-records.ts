import type { SkillRecords, StoredSkill } from '@glowbot/core';
import type { House } from './house.ts';
import { clinicOf } from './scope.ts';

export function skillRecords(house: House): SkillRecords {
  return {
    skillSettings: async (scope) => [...(house.skills.get(clinicOf(scope))?.values() ?? [])],
    async setSkill(scope, stored) {
      const clinic = house.clinics.get(clinicOf(scope));
      if (!clinic) return;
      const settings = house.skills.get(clinic.id) ?? new Map<string, StoredSkill>();
      house.skills.set(clinic.id, settings.set(stored.skill, structuredClone(stored)));
      clinic.version += 1;
    },
    async skillFacts(scope, customerId, before) {
      const clinicId = clinicOf(scope);
      const visits = [...house.appointments.values()].filter(
        ({ conversation, status, slot }) =>
          conversation.clinicId === clinicId &&
          conversation.customer.id === customerId &&
          status === 'arrived' &&
          slot.start < before,
      ).length;
      const known = [...house.conversations.values()].find(
        ({ clinicId: theirs, customer }) => theirs === clinicId && customer.id === customerId,
      );
      return { customer: { visits, birthday: known?.customer.birthday ?? null }, books: {} };
    },
  };
}
