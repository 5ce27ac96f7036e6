import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dashboardFolder } from './index.ts';
import { catalogues } from './page/words/words.js';

const names = (await readdir(dashboardFolder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
const read = (name: string) => readFile(new URL(name, dashboardFolder), 'utf8');
const html = await read('index.html');
const scripts = names.filter((name) => name.endsWith('.js'));
const styles = names.filter((name) => name.endsWith('.css'));

test('the page keeps to a content security policy without inline code or styles', () => {
  expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|javascript:/i);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/i);
});

test('nothing a customer wrote can become markup', async () => {
  for (const script of scripts) {
    expect(await read(script), script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|setHTML/,
    );
  }
});

test('nothing is loaded from elsewhere, and everything that is loaded is there', async () => {
  const loaded = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, name]) => name);
  expect(loaded.filter((name) => name === undefined || !names.includes(name))).toEqual([]);
  for (const style of styles) expect(await read(style), style).not.toMatch(/url\(|@import/);
  for (const script of scripts) {
    const imports = [...(await read(script)).matchAll(/^import .* from '(.+)';$/gm)].map(
      ([, path]) => path ?? '',
    );
    const found = imports.map((path) =>
      new URL(path, new URL(script, dashboardFolder)).href.slice(dashboardFolder.href.length),
    );
    expect(
      found.filter((path) => !names.includes(path)),
      script,
    ).toEqual([]);
  }
});

test('every phrase in the page has its words', () => {
  const phrases = [...html.matchAll(/data-phrase="(\w+)"/g)].map(([, phrase]) => phrase ?? '');
  expect(phrases.filter((phrase) => !(phrase in catalogues.vi.ui))).toEqual([]);
});
