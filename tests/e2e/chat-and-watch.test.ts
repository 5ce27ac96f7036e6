import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
import { startWorld, type World } from '../journeys/world.ts';

const patience = { timeout: 20_000 };

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A page whose complaints are kept: errors of scripts, and what its own policy had to stop. */
async function openPage(url: string, width: number): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}

async function clinicSays(page: Page, words: string): Promise<void> {
  await page.getByTestId('bubble-clinic').filter({ hasText: words }).last().waitFor(patience);
}

async function customerSays(page: Page, words: string): Promise<void> {
  await page.getByTestId('message-input').fill(words);
  await page.getByTestId('send').click();
}

const state = (page: Page, path: string) =>
  expect.poll(() => page.getByTestId('state-current').getAttribute('data-state'), patience).toBe(path);

describe.each(['zalo', 'messenger'] as const)('a person in a browser on %s', (channel) => {
  test('books by typing and tapping, while the clinic watches the machine, takes over and gives back', async () => {
    const chat = await openPage(world.simulator.url, 390);
    await chat.page.getByTestId(`channel-${channel}`).click();
    await customerSays(chat.page, 'Cho em hỏi giá peel da, mai 3h chiều còn chỗ không ạ?');
    await clinicSays(chat.page, '600.000đ');
    await clinicSays(chat.page, '15h ngày mai, thứ Ba 24/11');

    const live = await openPage(`${world.server.url}/#token=${world.token}`, 1_280);
    await live.page.getByTestId('conversation-row').first().click();
    await state(live.page, 'automated.qualify.askingScreening');

    await chat.page.getByTestId('choice').filter({ hasText: 'Không có' }).last().click();
    /** The first of the two chooses a branch; the second finds one left, and is asked who it is at once. */
    const current = () => live.page.getByTestId('state-current').getAttribute('data-state');
    await expect.poll(current, patience).toMatch(/askingBranch|askingContact/);
    if ((await current())?.endsWith('askingBranch')) {
      await chat.page.getByTestId('choice').filter({ hasText: 'Cơ sở 1' }).last().click();
    }
    await state(live.page, 'automated.book.askingContact');
    await customerSays(chat.page, 'em tên Thử Trình Duyệt');
    await state(live.page, 'automated.book.askingPhone');
    await customerSays(chat.page, '0912 000 333');
    await state(live.page, 'automated.book.askingAgreement');
    await chat.page.getByTestId('choice').filter({ hasText: 'Chốt lịch' }).last().click();
    await state(live.page, 'automated.idle');
    await live.page.getByTestId('appointment-row').first().waitFor(patience);

    const answers = await chat.page.getByTestId('bubble-clinic').count();
    await live.page.getByTestId('take-over').click();
    await state(live.page, 'handoff.withStaff');
    await customerSays(chat.page, 'giá trị mụn bao nhiêu em');
    await live.page
      .getByTestId('message-row')
      .filter({ hasText: 'giá trị mụn bao nhiêu em' })
      .last()
      .waitFor(patience);
    expect(await chat.page.getByTestId('bubble-clinic').count()).toBe(answers);

    await live.page.getByTestId('compose-text').fill('Dạ trị mụn bên em có gói riêng cho mình ạ');
    await live.page.getByTestId('compose-send').click();
    await clinicSays(chat.page, 'gói riêng cho mình');
    await live.page
      .getByTestId('message-row')
      .filter({ hasText: 'gói riêng cho mình' })
      .last()
      .waitFor(patience);
    expect(await live.page.getByTestId('compose-text').inputValue()).toBe('');

    await live.page.getByTestId('release').click();
    await state(live.page, 'automated.idle');
    await customerSays(chat.page, 'giá trị mụn bao nhiêu em');
    await clinicSays(chat.page, '450.000đ');

    expect(chat.complaints).toEqual([]);
    expect(live.complaints).toEqual([]);
    await chat.page.close();
    await live.page.close();
  });
});
