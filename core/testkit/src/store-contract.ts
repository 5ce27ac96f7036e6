import { describe } from 'vitest';
import { alertsContract } from './store-contract-alerts.ts';
import { briefsContract } from './store-contract-briefs.ts';
import { calendarContract } from './store-contract-calendar.ts';
import { echoesContract } from './store-contract-echoes.ts';
import { failuresContract } from './store-contract-failures.ts';
import { handoffsContract } from './store-contract-handoffs.ts';
import type { StoreSubject } from './store-contract-house.ts';
import { movesContract } from './store-contract-moves.ts';
import { outboxContract } from './store-contract-outbox.ts';
import { recordsContract } from './store-contract-records.ts';
import { settlingContract } from './store-contract-settling.ts';
import { skillsContract } from './store-contract-skills.ts';
import { turnsContract } from './store-contract-turns.ts';
import { unsaidContract } from './store-contract-unsaid.ts';

/** What every store must promise: nothing lost, nothing doubled, and a clinic sees itself only. */
export function storeContract(name: string, subject: StoreSubject): void {
  describe(name, () => {
    turnsContract(subject);
    settlingContract(subject);
    calendarContract(subject);
    movesContract(subject);
    failuresContract(subject);
    outboxContract(subject);
    unsaidContract(subject);
    echoesContract(subject);
    handoffsContract(subject);
    alertsContract(subject);
    briefsContract(subject);
    recordsContract(subject);
    skillsContract(subject);
  });
}
