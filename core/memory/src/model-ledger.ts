import {
  type ClinicScope,
  defaultModelSettings,
  type Instant,
  type ModelCallRecord,
  type ModelLedger,
  ModelSettings,
  type Store,
} from '@glowbot/core';
import { healthOf, usageOf } from './model-usage.ts';

/** The books of a language model for one process, beside any store. */
export function createMemoryLedger(
  store: Pick<Store, 'conversation' | 'conversations' | 'journal'>,
  now: () => Instant,
): ModelLedger {
  const settings = new Map<string, ModelSettings>();
  const tokens = new Map<string, number>();
  const calls: { clinicId: string; record: ModelCallRecord }[] = [];
  const clinicOf = ({ clinicIds }: ClinicScope) => clinicIds[0] ?? '';
  const monthOf = (scope: ClinicScope, month: string) => `${clinicOf(scope)} ${month}`;
  const taken = (scope: ClinicScope, month: string) => tokens.get(monthOf(scope, month)) ?? 0;

  const callsIn = (scope: ClinicScope) =>
    calls.filter(({ clinicId }) => scope.clinicIds.includes(clinicId)).map(({ record }) => record);

  return {
    modelSettings: async (scope) => settings.get(clinicOf(scope)) ?? defaultModelSettings,
    async setModelSettings(scope, wanted) {
      settings.set(clinicOf(scope), ModelSettings.parse(wanted));
    },
    async takeTokens(scope, month, wanted, budget) {
      const sum = taken(scope, month) + wanted;
      if (sum > budget) return false;
      tokens.set(monthOf(scope, month), sum);
      return true;
    },
    async correctTokens(scope, month, correction) {
      tokens.set(monthOf(scope, month), Math.max(0, taken(scope, month) + correction));
    },
    tokensTaken: async (scope, month) => taken(scope, month),
    async recordModelCall(scope, record) {
      const clinicId = clinicOf(scope);
      if (await store.conversation(scope, record.conversationId)) calls.push({ clinicId, record });
    },
    async recentWords(scope, conversationId, most) {
      const conversation = await store.conversation(scope, conversationId);
      if (!conversation) return { names: [], lines: [] };
      const lines = conversation.messages
        .filter(({ text }) => text !== '')
        .map(({ author, text }) => ({ author, text }))
        .slice(-most);
      return { names: conversation.customerName === null ? [] : [conversation.customerName], lines };
    },
    async modelUsage(scope, span) {
      const conversations = await store.conversations(scope, { limit: Number.MAX_SAFE_INTEGER });
      const journals = await Promise.all(conversations.map(({ id }) => store.journal(scope, id)));
      return usageOf(callsIn(scope), journals, span);
    },
    modelHealth: async (scope) => healthOf(callsIn(scope)),
    async modelCalls(scope, conversationId) {
      return callsIn(scope)
        .filter((record) => record.conversationId === conversationId)
        .map((record) => ({
          ...record,
          words: record.words && record.words.until > now() ? record.words : null,
        }));
    },
  };
}
