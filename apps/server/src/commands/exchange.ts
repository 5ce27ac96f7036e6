import { readFileSync, writeFileSync } from 'node:fs';
import {
  addDays,
  type CalendarStore,
  type ClinicScope,
  GlowBotError,
  type Store,
  toInstant,
  toLocal,
} from '@glowbot/core';
import { createStore } from '@glowbot/postgres';
import { readConfig } from '../config.ts';
import { writeAppointments } from '../csv/appointments.ts';
import { writeCustomers } from '../csv/customers.ts';
import { importFile, type ImportReport } from '../csv/import-file.ts';
import { loadDemoSecrets } from '../demo-secrets.ts';
import { newId } from '../identity.ts';
import { openDatabase } from '../open-database.ts';
import type { Call, Command } from './command.ts';

const kinds = ['customers', 'appointments'] as const;
const isKind = (word: string | undefined): word is (typeof kinds)[number] =>
  kinds.some((kind) => kind === word);

export const importCommand: Command = {
  name: 'import',
  positionals: 'customers|appointments FILE',
  options: { clinic: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  summary: 'Take customers or appointments from a CSV file, all of it or nothing.',
  help: [
    'glowbot import customers|appointments FILE [--clinic SLUG] [--dry-run] [--json]',
    '  --clinic   whose records; demo if not given',
    '  --dry-run  only say what would be taken, and which rows are bad',
    '  --json     the report for programs',
    'Customers: Tên, Số điện thoại, and if wanted Mã, Không nhắn tin.',
    'Appointments: Ngày (25/11/2026), Giờ (15:30), Dịch vụ, Cơ sở, Người làm, Tên khách, Số điện thoại, and if wanted Mã, Vùng, Trạng thái.',
    'One bad row is enough to change nothing; every bad row is listed with its line, and the command ends with 1.',
  ].join('\n'),
  async run(call) {
    const [what, file] = call.positionals;
    if (!isKind(what) || file === undefined) return misunderstood('customers or appointments, and a file');
    const text = readText(file);
    const isDry = call.values['dry-run'] === true;
    const report = await withClinic(call, (store, scope) => {
      tellProgress(`${what} from ${file} …`);
      return importFile({ store, now: Date.now(), newId }, scope, { what, text, isDry });
    });
    tellProgress('');
    process.stdout.write(
      call.values['json'] === true ? `${JSON.stringify(report)}\n` : inWords(report, isDry),
    );
    return report.bad.length === 0 ? 0 : 1;
  },
};

export const exportCommand: Command = {
  name: 'export',
  positionals: 'customers|appointments [FILE]',
  options: { clinic: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  summary: 'Write customers or appointments as a CSV file that Excel opens.',
  help: [
    'glowbot export customers|appointments [FILE] [--clinic SLUG] [--from DAY] [--to DAY]',
    '  --clinic      whose records; demo if not given',
    '  --from, --to  days of appointments, 2026-11-25; a year back and ahead if not given',
    'Without a FILE it is written to the terminal. It can be read again with `glowbot import`.',
  ].join('\n'),
  async run(call) {
    const [what, file] = call.positionals;
    if (!isKind(what)) return misunderstood('customers or appointments');
    const text = await withClinic(call, async (store, scope) => {
      if (what === 'customers') return writeCustomers(await store.customers(scope));
      const { clinic } = await store.loadClinic(scope);
      const today = toLocal(Date.now(), clinic.zone).date;
      const from = String(call.values['from'] ?? addDays(today, -365));
      const to = String(call.values['to'] ?? addDays(today, 365));
      const midnight = (date: string) => toInstant({ date, time: '00:00' }, clinic.zone);
      const span = { from: midnight(from), to: midnight(addDays(to, 1)) };
      return writeAppointments(clinic, await store.appointmentsBetween(scope, span));
    });
    if (file === undefined) process.stdout.write(text);
    else writeFileSync(file, text);
    return 0;
  },
};

async function withClinic<T>(
  { environment, values }: Call,
  work: (store: Store & CalendarStore, scope: ClinicScope) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment);
  const slug = String(values['clinic'] ?? 'demo');
  const database = await openDatabase(config);
  const demoKey = config.isDemo ? loadDemoSecrets(config.environment.GLOWBOT_DATA).masterKey : '';
  const store = createStore({
    connection: database.connection,
    masterKeys: {
      current: config.environment.GLOWBOT_MASTER_KEY ?? demoKey,
      old: config.environment.GLOWBOT_MASTER_KEYS_OLD,
    },
  });
  try {
    const found = await store.findClinic(slug);
    if (!found)
      throw new GlowBotError('CONFIG_INVALID', `There is no clinic “${slug}”; name one with --clinic.`);
    return await work(store, found.scope);
  } finally {
    await store.close();
    await database.stop();
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new GlowBotError('CONFIG_INVALID', `The file ${file} cannot be read.`, { cause });
  }
}

function misunderstood(wanted: string): number {
  process.stderr.write(`Name ${wanted}: --help says what is understood.\n`);
  return 2;
}

function tellProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function inWords(
  { isWritten, customers, appointments, unchanged, bad }: ImportReport,
  isDry: boolean,
): string {
  const counted = `${appointments} appointments, ${customers} customers, ${unchanged} there already`;
  const outcome = isWritten
    ? `Taken: ${counted}.`
    : bad.length === 0 && isDry
      ? `Nothing was changed; this would be taken: ${counted}.`
      : `Nothing was changed: ${bad.length} bad rows. The rest: ${counted}.`;
  const rows = bad.map(
    ({ line, column, why }) => `  line ${line}${column === '' ? '' : `, ${column}`}: ${why}`,
  );
  return `${[outcome, ...rows].join('\n')}\n`;
}
