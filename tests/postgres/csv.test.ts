import { randomUUID } from 'node:crypto';
import type { CalendarStore, ClinicScope, Store } from '@glowbot/core';
import { importFile, writeAppointments, writeCustomers } from '@glowbot/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestStore, testStore, withDemoClinic } from './test-database.ts';

const now = Date.parse('2026-11-23T08:00:00+07:00');
const year = { from: now - 400 * 86_400_000, to: now + 400 * 86_400_000 };

let database: TestStore;
let store: Store & CalendarStore;
let scope: ClinicScope;
beforeAll(async () => {
  database = await testStore(() => now);
  store = database.store;
});
beforeEach(async () => {
  ({ scope } = await withDemoClinic(store, randomUUID()));
});
afterAll(() => database.close());

const take = (what: 'customers' | 'appointments', text: string, isDry = false) =>
  importFile({ store, now, newId: randomUUID }, scope, { what, text, isDry });
const customers = async () =>
  (await store.customers(scope))
    .map(({ name, phone, optedOut }) => ({ name, phone, optedOut }))
    .toSorted((one, other) => (one.phone ?? '').localeCompare(other.phone ?? ''));
const appointments = () => store.appointmentsBetween(scope, year);

describe('customers from a file', () => {
  test('are read as people write them: headings without accents, semicolons, a byte order mark, numbers with dots and +84', async () => {
    const text =
      '\ufeffHo ten;SĐT;Không nhắn tin\r\n"Nguyễn Thị Lan";0912.345.678;\r\nMai;+84 987 654 321;x\r\n';
    expect(await take('customers', text)).toMatchObject({ isWritten: true, customers: 2, bad: [] });
    expect(await customers()).toEqual([
      { name: 'Nguyễn Thị Lan', phone: '0912345678', optedOut: false },
      { name: 'Mai', phone: '0987654321', optedOut: true },
    ]);
  });

  test('who are known by their number are the same people, and silence asked for stays asked for', async () => {
    await take('customers', 'Tên,Số điện thoại,Không nhắn tin\nLan,0912345678,x\n');
    await take('customers', 'Tên,Số điện thoại,Không nhắn tin\nLan Anh,0912345678,\n');
    expect(await customers()).toEqual([{ name: 'Lan Anh', phone: '0912345678', optedOut: true }]);
  });

  test('bring their birthdays, as day and month, and no year', async () => {
    await take('customers', 'Tên,Số điện thoại,Ngày sinh\nLan,0912345678,30/11/1990\nMai,0987654321,1.2\n');
    const birthdays = (await store.customers(scope)).map(({ birthday }) => birthday);
    expect(new Set(birthdays)).toEqual(new Set(['02-01', '11-30']));
    expect(await take('customers', 'Tên,Sinh nhật,SĐT\nHoa,31/13,0912000111\n')).toMatchObject({
      isWritten: false,
      bad: [{ line: 2, column: 'birthday' }],
    });
  });

  test('are all refused for one bad row, and every bad row is told with its line', async () => {
    const text = 'Tên,Số điện thoại\nLan,0912345678\nMai,12345\n,\nHoa,0912 345 678\n';
    expect(await take('customers', text)).toMatchObject({
      isWritten: false,
      bad: [
        { line: 3, column: 'phone' },
        { line: 4, column: 'name' },
        { line: 5, column: 'phone', why: 'the same customer stands in line 2' },
      ],
    });
    expect(await customers()).toEqual([]);
  });

  test.each([
    ['Tên\nLan\n', { line: 1, column: 'phone' }],
    ['Tên,Số điện thoại\n"Lan,0912345678\n', { column: '' }],
  ])('a file that cannot be read is said to be so', async (text, bad) => {
    expect(await take('customers', text)).toMatchObject({ isWritten: false, bad: [bad] });
  });

  test('leave again without a formula that would run on somebody’s desk, and come back as they were', async () => {
    await take(
      'customers',
      'Tên,Số điện thoại\n"=HYPERLINK(""http://x"")",0912345678\n"Lan, ""Bé""",0987654321\n',
    );
    const written = writeCustomers(await store.customers(scope));
    expect(written.startsWith('\ufeff')).toBe(true);
    expect(written).not.toMatch(/(^|,|")=/m);
    const before = await store.customers(scope);
    expect(await take('customers', written)).toMatchObject({ isWritten: true, bad: [] });
    expect(await store.customers(scope)).toEqual(before);
  });
});

const head = 'Ngày,Giờ,Dịch vụ,Vùng,Cơ sở,Người làm,Tên khách,Số điện thoại,Trạng thái\n';

describe('appointments from a file', () => {
  test('are read with either way of writing a day and an hour, and are rows that block their time', async () => {
    const text = `${head}25/11/2026,10h,Tiêm botox,Botox trán,cs1,bác sĩ Lạc,Lan,0912345678,\n2026-11-25,14:30,hifu,mat,quận 3,bs_lac,Mai,0987654321,đã đặt\n`;
    expect(await take('appointments', text, true)).toMatchObject({
      isWritten: false,
      appointments: 2,
      bad: [],
    });
    expect(await appointments()).toEqual([]);
    expect(await take('appointments', text)).toMatchObject({
      isWritten: true,
      appointments: 2,
      customers: 2,
    });
    expect(await appointments()).toMatchObject([
      {
        slot: {
          treatment: 'botox',
          area: 'tran',
          branch: 'cs1',
          staff: 'bs_lac',
          start: Date.parse('2026-11-25T10:00:00+07:00'),
        },
        status: 'booked',
        source: 'import',
      },
      { slot: { treatment: 'hifu', start: Date.parse('2026-11-25T14:30:00+07:00') } },
    ]);
  });

  test('are refused as a whole, with the reason of each bad row', async () => {
    const good = '25/11/2026,10:00,botox,,cs1,bs_lac,Lan,0912345678,';
    const rows = [
      good,
      '31/02/2026,10:00,botox,,cs1,bs_lac,Lan,0912345678,',
      '25/11/2026,25:00,botox,,cs1,bs_lac,Lan,0912345678,',
      '25/11/2026,11:00,làm móng,,cs1,bs_lac,Lan,0912345678,',
      '25/11/2026,11:00,botox,lưng,cs1,bs_lac,Lan,0912345678,',
      '25/11/2026,11:00,botox,,cs9,bs_lac,Lan,0912345678,',
      '25/11/2026,11:00,botox,,cs1,ai đó,Lan,0912345678,',
      '25/11/2026,11:00,botox,,cs1,bs_lac,Lan,113,',
      '25/11/2026,11:00,botox,,cs1,bs_lac,Lan,0912345678,chờ',
      '25/11/2026,10:15,botox,,cs1,bs_lac,Mai,0987654321,',
    ];
    const report = await take('appointments', `${head}${rows.join('\n')}\n`);
    expect(report.bad.map(({ line, column }) => [line, column])).toEqual([
      [3, 'date'],
      [4, 'time'],
      [5, 'treatment'],
      [6, 'area'],
      [7, 'branch'],
      [8, 'staff'],
      [9, 'phone'],
      [10, 'status'],
      [11, 'time'],
    ]);
    expect(report.isWritten).toBe(false);
    expect([await appointments(), await customers()]).toEqual([[], []]);
  });

  test('leave and come back as the same appointments, once', async () => {
    const text = `${head}25/11/2026,10:00,botox,tran,cs1,bs_lac,Lan,0912345678,\n02/11/2026,09:00,peel,,cs2,bs_dien,Mai,0987654321,đã đến\n`;
    await take('appointments', text);
    const before = await appointments();
    const { clinic } = await store.loadClinic(scope);
    const written = writeAppointments(clinic, before);
    expect(await take('appointments', written)).toMatchObject({ appointments: 0, unchanged: 2, bad: [] });
    expect(await appointments()).toEqual(before);

    const { scope: other } = await withDemoClinic(store, randomUUID());
    const report = await importFile({ store, now, newId: randomUUID }, other, {
      what: 'appointments',
      text: written,
      isDry: false,
    });
    expect(report).toMatchObject({ isWritten: true, appointments: 2, unchanged: 0 });
    const kept = ({ slot, status, customer }: (typeof before)[number]) => ({
      slot,
      status,
      name: customer.name,
      phone: customer.phone,
    });
    expect((await store.appointmentsBetween(other, year)).map(kept)).toEqual(before.map(kept));
  });
});
