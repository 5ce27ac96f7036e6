import { History } from '@glowbot/attribution';
import type { AttributionStore, ClinicScope, EngineParts } from '@glowbot/core';
import { linesFor, rulesOf } from './attribute-bookings.ts';
import { observe } from './observe.ts';

type Parts = Pick<EngineParts, 'clock' | 'notice' | 'skills' | 'timeLimit'> & {
  store: EngineParts['store'] & AttributionStore;
};

/** As many customers in one go; the rest has its turn in the next. */
const mostCustomers = 500;

/**
 * Takes in everything that happened to a clinic's bookings since it was looked at last: who earned them, and what its skills
 * write into their books because of it. Done again, it adds nothing. Returns how many lines were added.
 */
export async function keepBooks(parts: Parts, scope: ClinicScope): Promise<number> {
  const { store, clock } = parts;
  const rules = await rulesOf(store, scope);
  const stored = await store.skillSettings(scope);
  let added = 0;
  for (const customer of await store.customersToAttribute(scope, mostCustomers)) {
    const history = History.parse(await store.attributionHistory(scope, customer));
    const now = clock();
    added += await store.addSkillEntries(scope, observe(parts, history, stored));
    added += await store.addAttributionLines(scope, await linesFor(store, scope, { history, rules, now }));
  }
  return added;
}

/** How often the books of every clinic are brought up to date without being asked. */
const everyMs = 60_000;

/** Keeps the books of all clinics, one after the other, until it is stopped. A clinic whose books cannot be kept stops no other. */
export function startBookkeeping(parts: Parts, after: (ms: number, callback: () => void) => () => void) {
  let isStopped = false;
  let cancel = () => {};
  let round = Promise.resolve();
  async function keepAll(): Promise<void> {
    for (const { clinicId, scope } of await parts.store.clinicsToSettle()) {
      if (isStopped) return;
      await keepBooks(parts, scope).catch((error: unknown) =>
        parts.notice({ level: 'error', what: 'books not kept', ids: { clinicId }, error }),
      );
    }
  }
  function next(): void {
    cancel = after(everyMs, () => {
      round = keepAll()
        .catch((error: unknown) => parts.notice({ level: 'error', what: 'books not kept', error }))
        .finally(() => {
          if (!isStopped) next();
        });
    });
  }
  next();
  return {
    async stop(): Promise<void> {
      isStopped = true;
      cancel();
      await round;
    },
  };
}
