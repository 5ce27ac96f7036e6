import type { Appointment, Slot } from '@glowbot/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Wednesday, 25 November 2026, at the clinic. */
const at = (time: string) => Date.parse(`2026-11-25T${time}:00+07:00`);
const customer = { name: 'Lan', phone: '0912345678' };

type Answer = Partial<Appointment> & {
  refusal?: string;
  alternatives?: Slot[];
  slots?: Slot[];
  appointments?: Appointment[];
};

async function api(method: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(`${world.server.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

const wish = { treatment: 'botox', staff: 'bs_lac', branch: 'cs1', customer };

describe('the calendar over the API', () => {
  test('takes a booking, shows it on its day, and refuses the next one with the reason and real alternatives', async () => {
    const made = await api('POST', '/appointments', { ...wish, start: at('10:00') });
    expect(made.status).toBe(201);
    const days = '/appointments?from=2026-11-25&to=2026-11-25';
    const listed = await api('GET', days);
    expect(listed.body.appointments).toEqual([made.body]);
    const refused = await api('POST', '/appointments', { ...wish, start: at('10:00') });
    expect(refused).toMatchObject({ status: 409, body: { refusal: 'full' } });
    const [alternative] = refused.body.alternatives ?? [];
    const again = await api('POST', '/appointments', { ...wish, start: alternative?.start });
    expect(again.status).toBe(201);
  });

  test('sets a rule for customers aside only when it is named, and never a person who is busy', async () => {
    const early = { ...wish, start: at('08:00') };
    expect(await api('POST', '/appointments', early)).toMatchObject({
      status: 409,
      body: { refusal: 'closed' },
    });
    const wrong = { ...early, setAside: ['off-grid'] };
    expect((await api('POST', '/appointments', wrong)).status).toBe(409);
    const named = { ...early, setAside: ['closed'] };
    expect((await api('POST', '/appointments', named)).status).toBe(201);
    expect(await api('POST', '/appointments', named)).toMatchObject({
      status: 409,
      body: { refusal: 'full' },
    });
  });

  test('moves, marks and cancels, each only where it makes sense', async () => {
    const made = await api('POST', '/appointments', { ...wish, start: at('14:00') });
    const path = `/appointments/${made.body.id}`;
    const moved = await api('POST', `${path}/move`, { start: at('14:30') });
    expect(moved).toMatchObject({ status: 200, body: { moves: 1, slot: { start: at('14:30') } } });
    expect(await api('POST', `${path}/mark`, { status: 'arrived' })).toMatchObject({ status: 200 });
    expect(await api('POST', `${path}/move`, { start: at('16:00') })).toMatchObject({ status: 409 });
    expect(await api('POST', `${path}/cancel`)).toMatchObject({ body: { status: 'cancelled' } });
    expect((await api('POST', `${path}/cancel`)).status).toBe(409);
  });

  test('says what is wrong with a question, and knows nothing of another clinic', async () => {
    const unknown = { ...wish, treatment: 'nails', start: at('10:00') };
    expect((await api('POST', '/appointments', unknown)).status).toBe(400);
    expect((await api('POST', '/appointments', { start: 'mai' })).status).toBe(400);
    expect((await api('GET', '/appointments?from=2026-11-25&to=2027-11-25')).status).toBe(400);
    expect((await api('GET', '/appointments/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    const free = await api('GET', '/free?treatment=hifu&from=2026-11-26&to=2026-11-26');
    expect(free.body.slots).not.toEqual([]);
    expect(free.status).toBe(200);
  });
});
