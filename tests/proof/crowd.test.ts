import { installSkill, type InstalledSkill } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { chartCoverage, type CrowdReport, openStage, runCrowd } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { expect, test } from 'vitest';
import { z } from 'zod';

const start = Date.parse('2026-11-25T00:00:00+07:00');

async function crowd(seed: number, dialogues: number, enabled: readonly InstalledSkill[] = skills) {
  const coverage = chartCoverage();
  const stage = await openStage({
    clinic: demoClinic(),
    skills: enabled,
    now: start,
    onStep: coverage.onStep,
  });
  const report = await runCrowd(stage, coverage, { seed, dialogues, now: start, mostFailures: 3 });
  await stage.stop();
  return report;
}

test('two hundred imagined customers find every promise kept', async () => {
  const report: CrowdReport = await crowd(7, 200);
  expect(report.failures).toEqual([]);
  expect(report.customers).toBeGreaterThan(report.dialogues);
  expect(report.outcomes['booked']).toBeGreaterThan(10);
  expect(report.outcomes['handoff']).toBeGreaterThan(10);
}, 240_000);

test('the same seed imagines the same people, another seed others', async () => {
  const [first, again, other] = [await crowd(3, 20), await crowd(3, 20), await crowd(4, 20)];
  expect(again).toEqual(first);
  expect(other.turns).not.toBe(first.turns);
}, 240_000);

test('a defect is found, and shown as the smallest dialogue that has it', async () => {
  const broken = installSkill({
    name: 'broken',
    settingsSchema: z.object({}),
    settingsVersion: 1,
    needs: [],
    consider({ understanding }) {
      if (understanding.entities.phone !== undefined) throw new RangeError('planted');
      return [];
    },
  });
  const [failure] = (await crowd(1, 100, [broken, ...skills])).failures;
  expect(failure).toMatchObject({ promise: 'nothing goes wrong inside' });
  expect(failure?.found).toContain('planted');
  expect(failure?.smallest).toHaveLength(1);
  expect(failure?.smallest[0]).toMatch(/khách: .*\d{10}/);
}, 240_000);
