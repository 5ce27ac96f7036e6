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

/** Draws each letter alone; runs in the page. */
const drawLetters = `Array.from('ăâđêôơưạậặệộợựỡữĐ\u{10fffd}', (letter) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 60 });
  const pen = canvas.getContext('2d');
  pen.font = '32px sans-serif';
  pen.fillText(letter, 4, 44);
  return canvas.toDataURL();
})`;

test('every Vietnamese letter has its own glyph', async () => {
  const page = await browser.newPage();
  const pictures = await page.evaluate<string[]>(drawLetters);
  // The last character belongs to no font: letters without a glyph would be drawn as the same empty box.
  expect(new Set(pictures).size).toBe(18);
});
