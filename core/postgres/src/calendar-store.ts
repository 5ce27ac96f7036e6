import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  type BusySource,
  type CalendarStore,
  GlowBotError,
  type Instant,
  type StaffResult,
} from '@glowbot/core';
import type { Database } from './database/database.ts';
import { brokenConstraintOf, sqlState, sqlStateOf } from './database/failure.ts';
import { clinicOf, clinicsOf, issueScope } from './scope.ts';
import { tellConversation } from './tell-conversation.ts';
import type { MasterKeys } from './secrets/master-keys.ts';
import { open, seal } from './secrets/seal.ts';
import {
  claimBusySource,
  deleteBusySource,
  findStaleSources,
  noteTrouble,
  readBusySources,
  replaceBusyTimes,
  type SourceRow,
  storeBusySource,
} from './sql/busy-sources.ts';
import { findFeedsClinic, readFeeds, readFeedSubject, revokeFeed, storeFeed } from './sql/calendar-feeds.ts';
import { ImportedSlotTaken, importRows } from './sql/import-rows.ts';
import {
  readAppointment,
  readAppointmentsBetween,
  readCustomers,
  readWaitingList,
} from './sql/read-appointments.ts';
import { changeByStaff } from './sql/staff-change.ts';

const takenBy = {
  one_customer_per_staff: 'staff',
  one_customer_per_place: 'room',
  one_customer_per_machine: 'machine',
} as const;

export function calendarStore(
  database: Database,
  keys: MasterKeys,
  now: () => Instant | null,
): CalendarStore {
  const addressOf = (clinicId: string, rowId: string) => ({ clinicId, rowId, column: 'address' });

  const opened = ({ clinicId, address, ...row }: SourceRow): BusySource => ({
    ...row,
    address: String(open(address, addressOf(clinicId, row.id), keys)),
  });

  return {
    appointmentsBetween: (scope, span) =>
      database.inScope(scope, (run) => readAppointmentsBetween(run, clinicsOf(scope), span)),
    appointment: (scope, id) => database.inScope(scope, (run) => readAppointment(run, clinicsOf(scope), id)),
    waitingList: (scope) => database.inScope(scope, (run) => readWaitingList(run, clinicsOf(scope))),
    customers: (scope) => database.inScope(scope, (run) => readCustomers(run, clinicsOf(scope))),

    async changeAppointment(scope, by, change): Promise<StaffResult> {
      const clinicId = clinicOf(scope);
      try {
        return await database.inScope(scope, async (run): Promise<StaffResult> => {
          const before = await readAppointment(run, [clinicId], change.id);
          const result = await changeByStaff(run, { clinicId, by, now: now() }, change);
          if (result.kind !== 'done') return result;
          const appointment = await readAppointment(run, [clinicId], change.id);
          if (appointment && before)
            await tellConversation(run, clinicId, { before, appointment, change, at: now() ?? Date.now() });
          return appointment ? { kind: 'done', appointment } : { kind: 'not-found' };
        });
      } catch (error) {
        const constraint = brokenConstraintOf(error);
        if (sqlStateOf(error) === sqlState.exclusion && isOccupation(constraint))
          return { kind: 'taken', what: takenBy[constraint] };
        if (sqlStateOf(error) === sqlState.foreignKey)
          throw new GlowBotError('RECORD_MISSING', `It is needed by appointment ${change.id}.`, {
            cause: error,
          });
        throw error;
      }
    },

    async importRows(scope, rows) {
      try {
        await database.inScope(scope, (run) => importRows(run, clinicOf(scope), rows));
        return { kind: 'done' };
      } catch (error) {
        if (error instanceof ImportedSlotTaken) return { kind: 'taken', id: error.appointmentId };
        throw error;
      }
    },

    async issueFeed(scope, subject) {
      const token = randomBytes(32).toString('base64url');
      const id = randomUUID();
      await database.inScope(scope, (run) =>
        storeFeed(run, clinicOf(scope), { id, digest: digestOf(token), subject }),
      );
      return { id, token };
    },
    feeds: (scope) => database.inScope(scope, (run) => readFeeds(run, clinicsOf(scope))),
    revokeFeed: (scope, id) => database.inScope(scope, (run) => revokeFeed(run, clinicsOf(scope), id)),
    async openFeed(token) {
      const digest = digestOf(token);
      const clinicId = await database.asEngine(({ run }) => findFeedsClinic(run, digest));
      if (clinicId === undefined) return undefined;
      const scope = issueScope([clinicId]);
      const subject = await database.inScope(scope, (run) => readFeedSubject(run, clinicId, digest));
      return subject && { scope, subject };
    },

    async addBusySource(scope, staff, address) {
      const clinicId = clinicOf(scope);
      const id = randomUUID();
      const sealed = seal(address, addressOf(clinicId, id), keys);
      await database.inScope(scope, (run) => storeBusySource(run, clinicId, { id, staff, address: sealed }));
      return id;
    },
    async busySources(scope) {
      const rows = await database.inScope(scope, (run) => readBusySources(run, clinicsOf(scope)));
      return rows.map(opened);
    },
    async claimBusySource(scope, id, before) {
      const row = await database.inScope(scope, (run) => claimBusySource(run, clinicsOf(scope), id, before));
      return row && opened(row);
    },
    removeBusySource: (scope, id) =>
      database.inScope(scope, (run) => deleteBusySource(run, clinicsOf(scope), id)),
    storeBusyTimes: (scope, id, read) =>
      database.inScope(scope, (run) =>
        read.kind === 'times'
          ? replaceBusyTimes(run, clinicOf(scope), id, read.times)
          : noteTrouble(run, clinicOf(scope), id, read.why),
      ),
    async staleBusySources(before, limit) {
      const found = await database.asEngine(({ run }) => findStaleSources(run, before, limit));
      return found.map(({ clinicId, id }) => ({ scope: issueScope([clinicId]), clinicId, id }));
    },
  };
}

const digestOf = (token: string) => createHash('sha256').update(token).digest();

function isOccupation(constraint: string | undefined): constraint is keyof typeof takenBy {
  return constraint !== undefined && constraint in takenBy;
}
