import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
import { startWorld, type World } from '../journeys/world.ts';

const patience = { timeout: 20_000 };

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld({ languageModel: {} }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('staff read a brief of a handoff, what the model was refused, and whether it takes part', async () => {
  const customer = world.customer('zalo');
  const lie = { messages: ['Dạ hôm nay em giảm giá còn 99.000đ thôi ạ.'] };
  world.simulator.claude.script([lie, lie], 'word');
  await customer.says('peel da giá bao nhiêu ạ');
  await customer.says('cho em gặp nhân viên tư vấn');

  const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${world.server.url}/#token=${world.token}`);
  await page.getByTestId('conversation-row').first().click();
  await page.getByTestId('brief').waitFor(patience);
  await expect
    .poll(() => page.getByTestId('brief-summary').textContent(), patience)
    .toContain('cho em gặp nhân viên tư vấn');
  expect(await page.getByTestId('brief-reply').count()).toBeGreaterThan(0);
  expect(await page.getByTestId('refusal').count()).toBe(2);

  const state = page.getByTestId('model-open');
  await expect.poll(() => state.textContent(), patience).toBe('Claude đang hỗ trợ');
  await state.click();
  await page.getByTestId('model-figures').getByText('Câu bị từ chối').waitFor(patience);
  await page.keyboard.press('Escape');

  world.simulator.claude.failNext({ fault: { kind: 'status', status: 401 } });
  await world.customer('facebook').says('peel da giá bao nhiêu ạ');
  await page.reload();
  await expect.poll(() => state.textContent(), patience).toBe('Claude tạm vắng: trả lời theo quy tắc');
  expect(complaints).toEqual([]);
  await page.close();
});
