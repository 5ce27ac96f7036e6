import {
  createArrivalBell,
  type Instant,
  type LanguageModel,
  type ModelDesk,
  modelLimits,
  type Store,
} from '@glowbot/core';
import { createMemoryLedger } from '@glowbot/memory';
import { setImmediate as macrotask } from 'node:timers/promises';

/** Where nobody waits for an answer, a model may take its time. */
const patienceMs = 60_000;

export type StageModel = {
  desk: ModelDesk;
  /** While a model thinks, time stands still on the stage: it is waited for, however long it takes. */
  settled(): Promise<void>;
};

/** A language model of the outside world on a stage. */
export function stageModel(model: LanguageModel, store: Store, now: () => Instant): StageModel {
  const inFlight = new Set<Promise<unknown>>();
  function waitedFor<T>(answer: Promise<T>): Promise<T> {
    const done = answer.finally(() => inFlight.delete(done));
    inFlight.add(done);
    return done;
  }
  return {
    desk: {
      model: {
        understand: (request, call) => waitedFor(model.understand(request, call)),
        word: (request, call) => waitedFor(model.word(request, call)),
        brief: (request, call) => waitedFor(model.brief(request, call)),
        resting: () => model.resting(),
      },
      ledger: createMemoryLedger(store, now),
      limits: {
        ...modelLimits,
        understandMs: patienceMs,
        wordMs: patienceMs,
        briefMs: patienceMs,
        monthlyTokens: Number.MAX_SAFE_INTEGER,
      },
      bell: createArrivalBell(),
    },
    async settled() {
      while (inFlight.size > 0) {
        await Promise.allSettled(inFlight);
        await macrotask();
      }
    },
  };
}
