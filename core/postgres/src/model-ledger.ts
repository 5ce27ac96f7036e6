import { defaultModelSettings, type Instant, type ModelLedger, ModelSettings } from '@glowbot/core';
import type { Database } from './database/database.ts';
import { clinicOf, clinicsOf } from './scope.ts';
import { dropExpiredWords, readModelCalls, storeModelCall } from './sql/model-calls.ts';
import { readModelHealth, readModelTotals, readTurnsAsked } from './sql/model-usage.ts';
import { readModelSettings, storeModelSettings } from './sql/model-settings.ts';
import { correctModelTokens, readModelTokens, takeModelTokens } from './sql/model-tokens.ts';
import { readCustomerNames, readRecentLines } from './sql/recent-words.ts';

export function modelLedger(database: Database, now: () => Instant): ModelLedger {
  return {
    modelSettings: (scope) =>
      database.inScope(
        scope,
        async (run) => (await readModelSettings(run, clinicOf(scope))) ?? defaultModelSettings,
      ),
    setModelSettings: (scope, settings) =>
      database.inScope(scope, (run) =>
        storeModelSettings(run, clinicOf(scope), ModelSettings.parse(settings)),
      ),
    takeTokens: (scope, month, tokens, budget) =>
      database.inScope(scope, (run) => takeModelTokens(run, clinicOf(scope), { month, tokens, budget })),
    correctTokens: (scope, month, tokens) =>
      database.inScope(scope, (run) => correctModelTokens(run, clinicOf(scope), month, tokens)),
    tokensTaken: (scope, month) =>
      database.inScope(scope, (run) => readModelTokens(run, clinicOf(scope), month)),
    recordModelCall: (scope, record) =>
      database.inScope(scope, async (run) => {
        await dropExpiredWords(run, clinicOf(scope), now());
        await storeModelCall(run, clinicOf(scope), record);
      }),
    recentWords: (scope, conversationId, most) =>
      database.inScope(scope, async (run) => ({
        names: await readCustomerNames(run, clinicsOf(scope), conversationId),
        lines: await readRecentLines(run, clinicsOf(scope), conversationId, most),
      })),
    modelCalls: (scope, conversationId) =>
      database.inScope(scope, async (run) => {
        await dropExpiredWords(run, clinicOf(scope), now());
        return readModelCalls(run, clinicsOf(scope), conversationId);
      }),
    modelUsage: (scope, span) =>
      database.inScope(scope, async (run) => ({
        ...(await readTurnsAsked(run, clinicsOf(scope), span)),
        totals: await readModelTotals(run, clinicsOf(scope), span),
      })),
    modelHealth: (scope) => database.inScope(scope, (run) => readModelHealth(run, clinicsOf(scope))),
  };
}
