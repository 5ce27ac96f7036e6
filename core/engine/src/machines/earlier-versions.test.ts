import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { keys, talk } from '../../fixtures/talk.ts';
import { chartVersion } from './conversation.ts';
import { statePath, thaw } from './snapshot.ts';

const folder = new URL('../../fixtures/snapshots/', import.meta.url);
const Kept = z.array(z.object({ state: z.string(), version: z.number(), json: z.string() }));

/** Snapshots that earlier versions of the charts really wrote, one of each state a conversation can rest in. */
const kept = readdirSync(folder).flatMap((file) =>
  Kept.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);
const Context = z.object({
  context: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    bookings: z.array(z.unknown()),
  }),
});

test('snapshots of every earlier version are kept', () => {
  const versions = new Set(kept.map(({ version }) => version));
  expect([...versions].toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: chartVersion - 1 }, (_, nth) => nth + 1),
  );
});

describe.each(kept)('version $version in $state', ({ state, version, json }) => {
  test('resumes by its facts: nothing known of the person is lost, and the next words are answered', () => {
    const snapshot = thaw({ version, json });
    expect(snapshot.status).toBe('active');
    const { context } = Context.parse(JSON.parse(json));
    expect(snapshot.context).toMatchObject({ name: context.name, phone: context.phone });
    expect(snapshot.context.bookings).toHaveLength(context.bookings.length);
    const effects = talk({ snapshot }).hears(['book'], { treatments: ['peel'] });
    if (state.startsWith('handoff.')) {
      expect(statePath(snapshot)).toBe(state);
      expect(keys(effects)).toEqual([]);
    } else {
      expect(keys(effects).length).toBeGreaterThan(0);
    }
  });
});
