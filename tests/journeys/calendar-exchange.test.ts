import type { Appointment } from '@glowbot/core';
import jsqr from 'jsqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const at = (time: string) => Date.parse(`2026-11-25T${time}:00+07:00`);

async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${world.server.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const booked = async (wish: object) => {
  const answer = await ask('POST', '/appointments', {
    staff: 'bs_lac',
    branch: 'cs1',
    customer: { name: 'Trần Ngọc Thử', phone: '0912345678' },
    ...wish,
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Appointment;
};
const linkTo = async (subject: object) =>
  (await (await ask('POST', '/calendar-feeds', subject)).json()) as { id: string; path: string };
/** Without any login: whoever has the link sees the calendar. Long lines of the format are put together again. */
const fileAt = async (path: string) => {
  const answer = await fetch(`${world.server.url}${path}`);
  return { status: answer.status, text: (await answer.text()).replaceAll('\r\n ', '') };
};

test('a secret link shows one person’s appointments as UTC, never a phone number, and as much of the customer as was chosen', async () => {
  const { id } = await booked({ treatment: 'botox', area: 'tran', start: at('10:00') });
  const link = await linkTo({ kind: 'staff', key: 'bs_lac' });
  const { status, text } = await fileAt(link.path);
  expect(status).toBe(200);
  expect(text).toContain(`UID:${id}`);
  expect(text).toContain('DTSTART:20261125T030000Z');
  expect(text).toContain('DTEND:20261125T033000Z');
  expect(text).toContain('SUMMARY:Tiêm botox');
  expect(text).not.toMatch(/0912345678|Thử|Trần/);

  const named = await fileAt((await linkTo({ kind: 'staff', key: 'bs_lac', shows: 'given-name' })).path);
  expect(named.text).toContain('Tiêm botox · Thử');
  expect(named.text).not.toMatch(/0912345678|Trần/);
  const bare = await fileAt((await linkTo({ kind: 'branch', key: 'cs1', shows: 'busy' })).path);
  expect(bare.text).toContain('SUMMARY:Bận');
  expect(bare.text).not.toMatch(/botox|Thử/i);
  const others = await fileAt((await linkTo({ kind: 'staff', key: 'bs_nghi' })).path);
  expect(others.text).not.toContain('BEGIN:VEVENT');

  const { status: revoked } = await ask('DELETE', `/calendar-feeds/${link.id}`);
  expect(revoked).toBe(204);
  expect((await fileAt(link.path)).status).toBe(404);
  expect((await fileAt(`/calendar/${'a'.repeat(43)}.ics`)).status).toBe(404);
  const rows = await world.sql<{ row: string }>('select row_to_json(f)::text as row from calendar_feeds f');
  const token = /calendar\/(.+)\.ics/.exec(link.path)?.[1] ?? '';
  expect(rows.some(({ row }) => row.includes(token))).toBe(false);
});

test('a private calendar is taken by its address, which is shown to nobody afterwards; an address in the house is refused', async () => {
  const source = { staff: 'bs_lac', address: 'https://lich.example/mat-123.ics' };
  const made = await ask('POST', '/busy-sources', source);
  expect(made.status).toBe(201);
  const listed = await (await ask('GET', '/busy-sources')).text();
  expect(listed).toContain('"host":"lich.example"');
  expect(listed).not.toContain('mat-123');
  expect((await ask('POST', '/busy-sources', { ...source, address: 'http://127.0.0.1/x' })).status).toBe(400);
  const { id } = (await made.json()) as { id: string };
  expect((await ask('DELETE', `/busy-sources/${id}`)).status).toBe(204);
});

/** The rectangles of the picture as grey dots, as a camera would see them. */
function seen(svg: string) {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, width] of svg.matchAll(/M(\d+),(\d+)h(\d+)/g)) {
    for (let row = 0; row < Number(width); row += 1) {
      const start = ((Number(y) + row) * size + Number(x)) * 4;
      for (let column = 0; column < Number(width); column += 1)
        pixels.fill(0, start + column * 4, start + column * 4 + 3);
    }
  }
  return { pixels, size };
}

test('a deposit can be scanned: the picture decodes to the clinic’s account, the amount and the note; once received there is nothing to pay', async () => {
  const appointment = await booked({ treatment: 'hifu', area: 'mat', start: at('14:00'), deposit: true });
  const { amount, note } = appointment.deposit ?? { amount: 0, note: '' };
  expect(amount).toBe(200_000);
  const path = `/appointments/${appointment.id}/deposit`;
  const words = (await (await ask('GET', path)).json()) as { payload: string };
  expect(words).toMatchObject({ amount, note, bank: { account: '00000777' } });
  const picture = await ask('GET', `${path}.svg`);
  expect(picture.headers.get('content-type')).toContain('image/svg+xml');
  const { pixels, size } = seen(await picture.text());
  const decoded = jsqr.default(pixels, size, size)?.data;
  expect(decoded).toBe(words.payload);
  expect(decoded).toMatch(new RegExp(`00000777.*5406200000.*${note}`));
  expect((await ask('POST', path, { state: 'received' })).status).toBe(200);
  expect((await ask('GET', path)).status).toBe(404);
});
