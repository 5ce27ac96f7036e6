import {
  addDays,
  type CalendarStore,
  type ClinicScope,
  type Instant,
  type Store,
  toInstant,
} from '@glowbot/core';
import { daysOf, readAppointments } from './appointments.ts';
import { readCustomers } from './customers.ts';
import type { BadRow } from './read-table.ts';

export type ImportReport = {
  what: 'customers' | 'appointments';
  /** Nothing was written: because it was only tried, or because a row is bad. */
  isWritten: boolean;
  customers: number;
  appointments: number;
  /** Rows that were there already. */
  unchanged: number;
  bad: BadRow[];
};

export type ImportParts = {
  store: Store & CalendarStore;
  now: Instant;
  newId: () => string;
};

/** Takes a file into a clinic's records, all of it or nothing. One bad row is enough to change nothing, and all bad rows are told. */
export async function importFile(
  { store, now, newId }: ImportParts,
  scope: ClinicScope,
  { what, text, isDry }: { what: ImportReport['what']; text: string; isDry: boolean },
): Promise<ImportReport> {
  const known = await store.customers(scope);
  if (what === 'customers') {
    const { customers, bad } = readCustomers(text, known, newId);
    const isWritten = !isDry && bad.length === 0;
    if (isWritten) await store.importRows(scope, { customers, appointments: [] });
    return { what, isWritten, customers: customers.length, appointments: 0, unchanged: 0, bad };
  }

  const { clinic } = await store.loadClinic(scope);
  const days = daysOf(text);
  const midnight = (date: string) => toInstant({ date, time: '00:00' }, clinic.zone);
  const span = days && { from: midnight(addDays(days.from, -1)), to: midnight(addDays(days.to, 2)) };
  const there = span ? await store.appointmentsBetween(scope, span) : [];
  const read = readAppointments(text, {
    clinic,
    busy: span ? await store.busyBetween(scope, span.from, span.to) : [],
    customers: known,
    appointmentIds: new Set(there.map(({ id }) => id)),
    now,
    newId,
  });
  const { customers, appointments, unchanged, lines } = read;
  const bad = [...read.bad];
  let isWritten = !isDry && bad.length === 0;
  if (isWritten) {
    const result = await store.importRows(scope, { customers, appointments });
    isWritten = result.kind === 'done';
    if (result.kind === 'taken')
      bad.push({ line: lines.get(result.id) ?? 0, column: 'time', why: 'somebody booked it meanwhile' });
  }
  return {
    what,
    isWritten,
    customers: customers.length,
    appointments: appointments.length,
    unchanged,
    bad,
  };
}
