import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availability, type CalendarStore, type Notice, type Store } from '@glowbot/core';
import { download, fetchPublic, readBusySources } from '@glowbot/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestStore, testStore, withDemoClinic } from './test-database.ts';

const at = (time: string) => Date.parse(`${time}:00+07:00`);
const now = at('2026-11-23T08:00');

let database: TestStore;
let store: Store & CalendarStore;
let server: Server;
let calendar: string | null = '';
let reads = 0;
const notices: Notice[] = [];
beforeAll(async () => {
  database = await testStore(() => now);
  store = database.store;
  server = createServer((_, response) => {
    reads += 1;
    if (calendar === null) response.writeHead(503).end();
    else response.end(calendar);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  reads = 0;
  notices.length = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.close();
});

const fetchText = fetchPublic({
  resolve: async () => ['93.184.215.14'],
  download(url) {
    const { port } = server.address() as AddressInfo;
    return download(get, new URL(`http://${url.hostname}:${port}/`), '127.0.0.1', {
      bytes: 10_000,
      ms: 2_000,
    });
  },
});
const readAll = () =>
  readBusySources({ store, clock: () => now, fetchText, notice: (notice) => notices.push(notice) });

const icsFrom = (from: string, to: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:${from}\r\nDTEND;TZID=Asia/Ho_Chi_Minh:${to}\r\nSUMMARY:Việc riêng\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

/** As if the last reading were an hour old. */
const letTimePass = () => database.sql(`update busy_sources set tried_at = tried_at - interval '1 hour'`);

test('what stands in a private calendar is not booked over; what it no longer says is free again; trouble keeps what was known', async () => {
  const { scope } = await withDemoClinic(store, 'lich-rieng');
  const { clinic } = await store.loadClinic(scope);
  const treatment = clinic.treatments.find(({ key }) => key === 'botox');
  if (!treatment) throw new RangeError('the demo clinic has no botox');
  const source = await store.addBusySource(scope, 'bs_lac', 'webcal://lich.example/rieng.ics');
  const freeAt = async (time: string) => {
    const busy = await store.busyBetween(scope, now, now + 7 * 86_400_000);
    const slot = availability(clinic, busy, now).slotAt(
      { treatment, branch: 'cs1', staff: 'bs_lac' },
      at(`2026-11-24T${time}`),
    );
    return typeof slot === 'string' ? slot : 'free';
  };

  calendar = icsFrom('20261124T100000', '20261124T113000');
  expect(await freeAt('10:00')).toBe('free');
  expect(await readAll()).toBe(1);
  expect([
    await freeAt('09:30'),
    await freeAt('10:00'),
    await freeAt('11:00'),
    await freeAt('11:30'),
  ]).toEqual(['free', 'full', 'full', 'free']);

  expect(await readAll()).toBe(0);
  calendar = null;
  await letTimePass();
  expect(await readAll()).toBe(1);
  expect(await freeAt('10:00')).toBe('full');
  expect(await store.busySources(scope)).toMatchObject([{ id: source, trouble: 'unreachable' }]);
  expect(notices).toMatchObject([{ what: 'private calendar not read', ids: { why: 'unreachable' } }]);

  calendar = 'rác';
  await letTimePass();
  await readAll();
  expect(await store.busySources(scope)).toMatchObject([{ trouble: 'unreadable' }]);
  expect(await freeAt('10:00')).toBe('full');

  calendar = icsFrom('20261125T100000', '20261125T113000');
  await letTimePass();
  await readAll();
  expect(await freeAt('10:00')).toBe('free');
  expect(await store.busySources(scope)).toMatchObject([{ trouble: null }]);
  const [sample] = await database.sql<{ kept: string }>(
    'select row_to_json(t)::text as kept from busy_times t limit 1',
  );
  expect(sample?.kept).not.toContain('Việc riêng');
});

test('two workers that look at the same moment read a calendar once', async () => {
  const { scope } = await withDemoClinic(store, 'hai-may');
  await store.addBusySource(scope, 'bs_nghi', 'https://lich.example/nghi.ics');
  await letTimePass();
  calendar = icsFrom('20261124T100000', '20261124T113000');
  const before = await database.sql<{ count: number }>('select count(*)::int as count from busy_sources');
  const [one, other] = await Promise.all([readAll(), readAll()]);
  expect(one + other).toBe(before[0]?.count);
  expect(reads).toBe(one + other);
});
