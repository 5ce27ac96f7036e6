import { randomBytes, randomUUID } from 'node:crypto';
import {
  callOf,
  commitOf,
  draft,
  exampleClinic,
  hold,
  type House,
  houseOf,
  noon,
  slotAt,
} from '@glowbot/testkit';
import { defaultModelSettings } from '@glowbot/core';
import { createStore } from '@glowbot/postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestStore, testStore } from '../postgres/test-database.ts';
import { engineReads, platformTables } from './reviewed.ts';

let database: TestStore;
let client: pg.Client;
let ours: House;
let theirs: House;
let tenants: string[];

beforeAll(async () => {
  database = await testStore();
  client = new pg.Client({ ...database.connection });
  await client.connect();
  ours = await houseOf(database.store);
  theirs = await houseOf(database.store);
  await fill(ours);
  await fill(theirs);
  const tables = await database.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  tenants = tables.map(({ name }) => name).filter((name) => !platformTables.includes(name));
});
afterAll(async () => {
  await client.end();
  await database.close();
});

const laser = slotAt(noon, { treatment: 'laser', staff: 'binh', room: 'may', place: 1 });
const wish = {
  treatment: 'peel',
  from: '2026-11-24',
  to: '2026-11-24',
  earliest: 0,
  latest: 1440,
  people: 1,
};

/** Leaves at least one row in every table of the clinic. */
async function fill(house: House): Promise<void> {
  const worker = await house.worker();
  const handoffId = randomUUID();
  const conversationId = await house.says('bí mật của khách');
  const load = await house.claim(worker, conversationId);
  await house.store.commitTurns(worker, [
    {
      ...commitOf(load),
      messages: [
        {
          id: randomUUID(),
          author: 'customer',
          text: 'bí mật',
          vendorMessageId: null,
          attachments: [],
          at: noon,
        },
      ],
      outbox: [draft()],
      setTimers: [{ name: 'unattended', dueAt: Date.now() + 3_600_000 }],
      calendar: [
        hold(slotAt(noon)),
        { kind: 'book', id: randomUUID(), slot: laser, status: 'awaiting_deposit' },
        { kind: 'join-waiting-list', id: randomUUID(), wish },
      ],
      handoffs: [
        { kind: 'opened', id: handoffId, reason: 'medical', priority: 'urgent', at: noon },
        { kind: 'called', step: 1, person: 'quay', answerBy: noon, at: noon },
      ],
      alerts: [{ id: randomUUID(), person: 'quay', step: 1, notifiers: ['email'], dueAt: noon }],
      steps: [{ event: 'thử', from: 'a', to: 'b', detail: null, at: noon }],
      questions: [{ id: randomUUID(), signature: 'bi mat', words: 'bí mật', at: noon }],
    },
  ]);
  await house.store.issueAccessToken(house.scope, 'thử');
  await database.store.setModelSettings(house.scope, defaultModelSettings);
  await database.store.takeTokens(house.scope, '2026-11', 1, 1);
  await database.store.recordModelCall(house.scope, callOf(conversationId));
  const { store } = database;
  await store.issueFeed(house.scope, { kind: 'staff', key: 'an', shows: 'busy' });
  await keepsBooks(house);
  const source = await store.addBusySource(house.scope, 'an', 'https://bi.mat/lich.ics');
  const times = [{ from: noon, to: noon + 1 }];
  await store.storeBusyTimes(house.scope, source, { kind: 'times', times });
  await house.store.issueHandoffLink(house.scope, { handoffId, person: 'quay', expiresAt: noon });
  const consent = { state: house.clinicId, browser: 'b', channel: 'kenh', held: 'bi mat' };
  await store.beginConsent(house.scope, consent);
  await store.listSpeaker(house.scope, house.account.accountId, { appId: '77', as: 'bot' });
  const [alert] = await house.store.claimAlerts(worker, 1);
  if (!alert) throw new RangeError('there was nobody to tell');
  await house.store.settleAlerts(worker, [
    { id: alert.id, clinicId: house.clinicId, notifier: 'email', kind: 'delivered', code: null },
  ]);
}

/** A skill's settings and its book, and a line about who earned a booking. */
async function keepsBooks({ scope }: House): Promise<void> {
  const { store } = database;
  await store.setSkill(scope, { skill: 'thu', isOn: true, version: 1, settings: {} });
  const entry = { skill: 'thu', account: 'diem', source: 'x', customer: null, amount: 1, at: noon };
  await store.addSkillEntries(scope, [entry]);
  await store.addAttributionRules(scope, { version: 1, rules: {}, by: 'thử', at: noon });
  const [customer = ''] = await store.customersToAttribute(scope, 1);
  const [booking] = (await store.attributionHistory(scope, customer)).bookings;
  const line = { outcome: booking?.id ?? '', nth: 1, customer, verdict: {}, history: {}, at: noon };
  await store.addAttributionLines(scope, [
    { ...line, kind: 'verdict', category: 'own', state: 'open', by: 'rules', why: null },
  ]);
}

/** Books that are only added to: not even their own clinic changes a line. */
const isKeptFromAll = (answer: Answer, statement: string) =>
  'refused' in answer && answer.refused === noPrivilege.refused && !statement.startsWith('select');

type Answer = { rows: Record<string, unknown>[]; changed: number } | { refused: string };

/** One statement under a role, with or without clinics, undone at once. */
async function under(
  role: string,
  clinicIds: string | null,
  statement: string,
  values: unknown[] = [],
): Promise<Answer> {
  await client.query(`begin; set local role ${role}`);
  try {
    if (clinicIds !== null) await client.query(`select set_config('app.clinic_ids', $1, true)`, [clinicIds]);
    const { rows, rowCount } = await client.query<Record<string, unknown>>(statement, values);
    return { rows, changed: rowCount ?? 0 };
  } catch (error) {
    return { refused: error instanceof pg.DatabaseError ? (error.code ?? '') : String(error) };
  } finally {
    await client.query('rollback');
  }
}

const asApp = (clinicIds: string | null, statement: string, values: unknown[] = []) =>
  under('glowbot_app', clinicIds, statement, values);
const noPrivilege = { refused: '42501' };

/** Tables in which the application, working for the first clinic, can see, change or delete a row of the second. */
async function leaks(): Promise<string[]> {
  const found: string[] = [];
  for (const table of tenants) {
    for (const statement of [
      `select from ${table} where clinic_id = $1`,
      `update ${table} set clinic_id = clinic_id where clinic_id = $1`,
      `delete from ${table} where clinic_id = $1`,
    ]) {
      const answer = await asApp(`{${ours.clinicId}}`, statement, [theirs.clinicId]);
      if (isKeptFromAll(answer, statement)) continue;
      if (!('changed' in answer) || answer.changed > 0) found.push(table);
    }
  }
  return [...new Set(found)];
}

describe('the application, working for one clinic', () => {
  test('sees its own rows in every table', async () => {
    for (const table of tenants) {
      const answer = await asApp(`{${ours.clinicId}}`, `select distinct clinic_id from ${table}`);
      expect([table, answer]).toEqual([table, { rows: [{ clinic_id: ours.clinicId }], changed: 1 }]);
    }
  });

  test('sees, changes and deletes no row of another, although there is one in every table', async () => {
    for (const table of tenants) {
      const there = await database.sql(`select from ${table} where clinic_id = $1`, [theirs.clinicId]);
      expect([table, there.length > 0]).toEqual([table, true]);
    }
    expect(await leaks()).toEqual([]);
  });

  test('cannot write a row for another clinic, nor move one of its own there', async () => {
    for (const table of tenants) {
      const columns = await database.sql<{ name: string }>(
        `select attname as name from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const list = columns.map(({ name }) => name).join(', ');
      const [row] = await database.sql<{ row: string }>(
        `select to_json(t)::text as row from ${table} t where clinic_id = $1 limit 1`,
        [theirs.clinicId],
      );
      const insert = `insert into ${table} (${list}) overriding system value select ${list} from json_populate_record(null::${table}, $1)`;
      expect([table, await asApp(`{${ours.clinicId}}`, insert, [row?.row])]).toEqual([table, noPrivilege]);
      expect([table, await asApp(null, insert, [row?.row])]).toEqual([table, noPrivilege]);
      const move = `update ${table} set clinic_id = $1`;
      expect([table, await asApp(`{${ours.clinicId}}`, move, [theirs.clinicId])]).toEqual([
        table,
        noPrivilege,
      ]);
    }
  });

  test.each([
    ['no clinic', null],
    ['an empty text', ''],
    ['an empty list', '{}'],
    ['a clinic that does not exist', `{${randomUUID()}}`],
  ])('sees nothing at all when it names %s', async (_, clinicIds) => {
    for (const table of tenants) {
      expect([table, await asApp(clinicIds, `select from ${table}`)]).toEqual([
        table,
        { rows: [], changed: 0 },
      ]);
    }
  });

  test('cannot point at another clinic’s conversation, even past all policies', async () => {
    const [conversation] = await database.sql<{ conversation_id: string }>(
      'select conversation_id from conversations where clinic_id = $1',
      [theirs.clinicId],
    );
    const insert = `insert into messages (clinic_id, conversation_id, message_id, author, text, at) values ($1, $2, 'x', 'bot', 'x', now())`;
    await expect(database.sql(insert, [ours.clinicId, conversation?.conversation_id])).rejects.toMatchObject({
      code: '23503',
    });
  });

  test('would be caught if one table lost its policy', async () => {
    await database.sql('alter table messages disable row level security');
    expect(await leaks()).toEqual(['messages']);
    await database.sql('alter table messages enable row level security');
    expect(await leaks()).toEqual([]);
  });
});

describe('the engine, looking for work', () => {
  test('reads no column with content', async () => {
    const columns = await database.sql<{ table: string; name: string }>(
      `select c.relname as "table", a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relname = any ($1) and a.attnum > 0 and not a.attisdropped`,
      [tenants],
    );
    for (const { table, name } of columns) {
      const answer = await under('glowbot_engine', null, `select ${name} from ${table}`);
      const isListed = engineReads[table]?.includes(name) ?? false;
      expect([table, name, 'rows' in answer]).toEqual([table, name, isListed]);
    }
  });

  test('inserts and deletes nothing of a clinic', async () => {
    for (const table of tenants) {
      expect(await under('glowbot_engine', null, `delete from ${table}`)).toEqual(noPrivilege);
      expect(await under('glowbot_engine', null, `insert into ${table} default values`)).toEqual(noPrivilege);
    }
  });
});

describe('many clinics on few connections', () => {
  test('each question is answered for its own clinic, however they are mixed', async () => {
    const masterKeys = { current: randomBytes(32).toString('base64'), old: [] };
    const store = createStore({ connection: database.connection, masterKeys, connections: 2 });
    const clinics = await Promise.all(
      ['một', 'hai', 'ba', 'bốn'].map(async (name) => {
        const { scope } = await store.createClinic(`so-${randomUUID()}`, { ...exampleClinic, name });
        return { name, scope };
      }),
    );
    const questions = Array.from({ length: 400 }, (_, nth) => clinics[(nth * 7) % clinics.length]).filter(
      (clinic) => clinic !== undefined,
    );
    const answers = await Promise.all(
      questions.map(async ({ scope, name }, nth) => {
        if (nth % 5 === 0) await store.findClinic('nobody');
        return [name, (await store.loadClinic(scope)).clinic.name];
      }),
    );
    expect(answers.filter(([asked, answered]) => asked !== answered)).toEqual([]);
    await store.close();
  });
});
