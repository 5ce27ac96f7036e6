import { readFileSync } from 'node:fs';
import { errorCatalogue } from '@glowbot/core';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('every error code is in the document with the words of the catalogue, and no other is', () => {
  const documented = [...read('core/docs/errors.md').matchAll(/^\| `([A-Z_]+)` \| (.*) \| (.*) \|$/gm)].map(
    ([, code, means, todo]) => [code, { means, todo }],
  );
  expect(Object.fromEntries(documented)).toEqual(errorCatalogue);
});

test('every setting the server reads is in the configuration document', () => {
  const settings = [...read('apps/server/src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
    ([, name]) => name,
  );
  const document = read('core/docs/configuration.md');
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
});

test('every event of a conversation is named in the glossary, and no other is', () => {
  const source = read('core/engine/src/machines/events.ts');
  const events = [...source.matchAll(/\{\s+type: '([a-z]+\.[a-zA-Z]+)'/g)].map(([, name]) => name);
  const named = [...read('core/docs/glossary.md').matchAll(/^\| `([a-z]+\.[a-zA-Z]+)` \|/gm)].map(
    ([, name]) => name,
  );
  expect(events.length).toBeGreaterThan(20);
  expect(new Set(named)).toEqual(new Set(events));
});
