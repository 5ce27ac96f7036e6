import { setup } from 'xstate';
import { z } from 'zod/v4';
import { now } from './asks-the-world.ts';

export type Fetch = typeof fetch;
export type World = { fetch: Fetch; process: string; now: Date };

export function useWorld({ fetch, process, now: date }: World, console: string): unknown[] {
  const setTimeout = (label: string) => label;
  return [
    fetch,
    process,
    console,
    setTimeout(process),
    { crypto: date },
    new Date(0),
    Date.parse('2026-01-01'),
  ];
}

export const innocent = [setup, z, now, Math.max(1, 2)];
