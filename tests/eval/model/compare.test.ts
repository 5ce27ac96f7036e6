import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSimulator } from '@glowbot/simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulatorOptions } from '../../journeys/world.ts';
import { compare, noKey, tableOf } from './compare.ts';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
const folder = mkdtempSync(path.join(tmpdir(), 'glowbot-eval-'));
beforeAll(async () => {
  simulator = await startSimulator({ ...simulatorOptions('http://127.0.0.1:1'), clock: Date.now });
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

/** A hundred messages are read four times. */
const patienceMs = 120_000;

const wanted = { kinds: ['messages'], set: 'dev', folder };
const environment = () => ({ ANTHROPIC_API_KEY: 'claude-key', ANTHROPIC_BASE_URL: simulator.url });

test('without a key it says what is missing', async () => {
  await expect(compare({}, wanted)).rejects.toThrow(noKey);
});

test(
  'the same set is scored by rules and with the model, and a second time nobody is asked',
  async () => {
    const first = await compare(environment(), wanted);
    const asked = simulator.claude.calls().length;
    expect(asked).toBeGreaterThan(0);
    expect(first.calls).toHaveLength(asked);
    expect(readdirSync(folder)).toHaveLength(asked);
    const [scores] = first.sets;
    expect(scores?.set).toBe('messages-dev');
    expect(scores?.withModel.judged).toHaveLength(scores?.byRules.judged.length ?? -1);

    const again = await compare(environment(), wanted);
    expect(simulator.claude.calls()).toHaveLength(asked);
    expect(again.calls.every(({ isKept }) => isKept)).toBe(true);
    expect(again.sets[0]?.withModel.figures).toEqual(scores?.withModel.figures);
    const table = tableOf(again);
    expect(table).toContain(`${asked}, of which ${asked} were answered from disk`);
    expect(table).toMatch(/cost +0\.\d{4} US dollars\n/);
  },
  patienceMs,
);

test(
  'what goes wrong is not kept',
  async () => {
    simulator.claude.failNext({ fault: { kind: 'status', status: 400 } });
    const elsewhere = path.join(folder, 'failing');
    const { calls, sets } = await compare(environment(), { ...wanted, folder: elsewhere });
    simulator.claude.clearFaults();
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.every(({ answer }) => answer === null)).toBe(true);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(sets[0]?.withModel.figures).toEqual(sets[0]?.byRules.figures);
  },
  patienceMs,
);
