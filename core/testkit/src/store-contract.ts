import { describe } from 'vitest';
import { calendarContract } from './store-contract-calendar.ts';
import type { StoreSubject } from './store-contract-house.ts';
import { outboxContract } from './store-contract-outbox.ts';
import { recordsContract } from './store-contract-records.ts';
import { turnsContract } from './store-contract-turns.ts';

/** What every store must promise: nothing lost, nothing doubled, and a clinic sees itself only. */
export function storeContract(name: string, subject: StoreSubject): void {
  describe(name, () => {
    turnsContract(subject);
    calendarContract(subject);
    outboxContract(subject);
    recordsContract(subject);
  });
}
