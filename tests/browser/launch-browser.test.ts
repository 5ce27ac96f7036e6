import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

const greeting = 'Dạ, mai 3 giờ chiều còn chỗ ạ. Chị đặt lịch trẻ hoá da nhé?';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

test('a page with Vietnamese text is shown and read back', async () => {
  const page = await browser.newPage();
  await page.goto(`data:text/html;charset=utf-8,<p>${encodeURIComponent(greeting)}</p>`);
  expect(await page.locator('p').textContent()).toBe(greeting);
});

test('every Vietnamese letter has its own glyph', async () => {
  const page = await browser.newPage();
  await page.goto('data:text/html,<canvas width="40" height="60"></canvas>');
  // A letter without a glyph is drawn as the same empty box as any other, so equal pictures betray it.
  const pictures = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pen = canvas.getContext('2d');
    return Array.from('ăâđêôơưạậặệộợựỡữĐ\u{10fffd}', (letter) => {
      pen?.clearRect(0, 0, 40, 60);
      if (pen) pen.font = '32px sans-serif';
      pen?.fillText(letter, 4, 44);
      return canvas.toDataURL();
    });
  });
  expect(new Set(pictures).size).toBe(18);
});
