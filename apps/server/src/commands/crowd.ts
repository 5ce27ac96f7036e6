import { demoClinic } from '@glowbot/demo-clinic';
import { chartCoverage, type CrowdReport, openStage, runCrowd } from '@glowbot/rehearsal';
import { skills } from '../skills.ts';
import type { Command } from './command.ts';
import { clearProgress, showProgress } from './progress.ts';

/** Wednesday, 25 November 2026, at the clinic; each dialogue begins within the three weeks that follow. */
const start = Date.parse('2026-11-25T00:00:00+07:00');

export const crowdCommand: Command = {
  name: 'crowd',
  options: { seed: { type: 'string' }, dialogues: { type: 'string' }, json: { type: 'boolean' } },
  summary: 'Let imagined customers talk to the engine in memory, and hold every moment to its promises.',
  help: [
    'glowbot crowd [--seed N] [--dialogues N] [--json]',
    '  --seed       the same seed imagines the same people; 1 if not given',
    '  --dialogues  how many; 1000 if not given',
    '  --json       the whole report for programs',
    'A broken promise is shown as the smallest dialogue that breaks it, and the command ends with 1.',
  ].join('\n'),
  async run({ values }) {
    const seed = Number(values['seed'] ?? 1);
    const dialogues = Number(values['dialogues'] ?? 1000);
    if (![seed, dialogues].every((number) => Number.isSafeInteger(number) && number >= 0)) {
      process.stderr.write('--seed and --dialogues are whole numbers.\n');
      return 2;
    }
    const coverage = chartCoverage();
    const stage = await openStage({ clinic: demoClinic(), skills, now: start, onStep: coverage.onStep });
    const startedAt = performance.now();
    const report = await runCrowd(stage, coverage, {
      seed,
      dialogues,
      now: start,
      mostFailures: 10,
      onDialogue: (done) => {
        if (done % 20 === 0) showProgress(done, dialogues);
      },
    });
    const seconds = (performance.now() - startedAt) / 1000;
    await stage.stop();
    clearProgress();
    const perSecond = Math.round(report.dialogues / seconds);
    process.stdout.write(
      values['json'] ? `${JSON.stringify({ ...report, perSecond })}\n` : text(report, perSecond),
    );
    return report.failures.length > 0 ? 1 : 0;
  },
};

function text(report: CrowdReport, perSecond: number): string {
  const { transitions, outcomes, failures, unsaid } = report;
  const counted = Object.entries(outcomes)
    .toSorted(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${outcome} ${count}`);
  return [
    `${report.dialogues} dialogues of ${report.customers} customers, ${report.turns} turns, seed ${report.seed}: ${perSecond} dialogues/s`,
    `ended as      ${counted.join(', ')}`,
    `transitions   ${transitions.taken} of ${transitions.all} taken`,
    ...transitions.missing.map(
      ({ id, guard }) => `  not taken   ${id}${guard === null ? '' : ` if ${guard}`}`,
    ),
    `guards        ${transitions.guards.both} of ${transitions.guards.all} said both yes and no`,
    ...transitions.guards.onesided.map(({ guard, answered }) => `  one-sided   ${guard} (${answered})`),
    `sentences     ${unsaid.length === 0 ? 'all were said' : `not said: ${unsaid.join(' ')}`}`,
    ...failures.flatMap(({ promise, found, smallest, dialogue }) => [
      '',
      `BROKEN: ${promise} (dialogue ${dialogue}): ${found.replaceAll('\n', ' ')}`,
      ...smallest.map((line) => `  ${line}`),
    ]),
    failures.length === 0 ? 'every promise was kept' : `${failures.length} promises were broken`,
    '',
  ].join('\n');
}
