import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

type Shown = {
  name: string;
  isOn: boolean;
  settings: Record<string, unknown>;
  isReadable: boolean;
  form: unknown;
};
const shown = async () => (await world.api<{ skills: Shown[] }>('/api/skills')).skills;

const put = (name: string, body: unknown) =>
  fetch(`${world.server.url}/api/skills/${name}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the clinic sees its skills with their settings and the form for them', async () => {
  const prices = (await shown()).find(({ name }) => name === 'pricing-faq');
  expect(prices).toMatchObject({ isOn: true, isReadable: true, settings: { answersFaqs: true } });
  expect(prices?.form).toMatchObject({ type: 'object' });
});

test('a skill that is switched off is gone from the next turn on, and comes back the same way', async () => {
  const priceFor = async (channel: 'facebook' | 'zalo') =>
    (await world.customer(channel).says('giá peel bao nhiêu em')).text;
  expect(await priceFor('facebook')).toContain('600.000đ');
  expect((await put('pricing-faq', { isOn: false, settings: {} })).status).toBe(200);
  expect(await priceFor('zalo')).not.toContain('600.000đ');
  expect((await put('pricing-faq', { isOn: true, settings: {} })).status).toBe(200);
  expect(await priceFor('facebook')).toContain('600.000đ');
});

test('settings that the skill refuses are refused here, with what is wrong', async () => {
  const refused = await put('pricing-faq', { isOn: true, settings: { answersFaqs: 'perhaps' } });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('answersFaqs');
  expect((await put('fortune-telling', { isOn: true, settings: {} })).status).toBe(404);
});
