import { expect, test } from 'vitest';
import { z } from 'zod';
import { idOf, newId } from './identity.ts';

test('the same text always has the same id, another text another, and each is a UUID', () => {
  expect(idOf('clinic account contact')).toBe(idOf('clinic account contact'));
  expect(idOf('clinic account contact')).not.toBe(idOf('clinic account contac'));
  for (const id of [idOf(''), idOf('x'), newId()]) expect(z.uuid().safeParse(id).success).toBe(true);
});
