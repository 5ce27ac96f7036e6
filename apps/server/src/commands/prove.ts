import { readFileSync } from 'node:fs';
import { Clinic, type Instant, toLocal } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { type Finding, openStage, prove, type ProveReport } from '@glowbot/rehearsal';
import { skills } from '../skills.ts';
import type { Command } from './command.ts';
import { clearProgress, showProgress } from './progress.ts';

export const proveCommand: Command = {
  name: 'prove',
  options: { clinic: { type: 'string' }, now: { type: 'string' }, json: { type: 'boolean' } },
  summary:
    'Hold the charts against a clinic’s records: can everything they offer be booked, said and handed over?',
  help: [
    'glowbot prove [--clinic FILE] [--now TIME] [--json]',
    '  --clinic  the records of a clinic as JSON; the demo clinic’s if not given',
    '  --now     the moment from which it is rehearsed, as 2026-11-25T10:00:00+07:00; the present if not given',
    '  --json    the whole report for programs',
    'Each finding is shown with the shortest conversation in which a customer would notice, and the command ends with 1.',
  ].join('\n'),
  async run({ values }) {
    const clinic = typeof values['clinic'] === 'string' ? clinicFrom(values['clinic']) : demoClinic();
    if (typeof clinic === 'string') {
      process.stderr.write(`${clinic}\n`);
      return 2;
    }
    const now = values['now'] === undefined ? Date.now() : Date.parse(String(values['now']));
    if (Number.isNaN(now)) {
      process.stderr.write('Write --now as 2026-11-25T10:00:00+07:00.\n');
      return 2;
    }
    const stage = await openStage({ clinic, skills, now });
    const report = await prove(stage, { now, onDialogue: showProgress });
    await stage.stop();
    clearProgress();
    process.stdout.write(values['json'] ? `${JSON.stringify(report)}\n` : text(report, clinic));
    return report.findings.length > 0 ? 1 : 0;
  },
};

/** The records, or in words why they cannot be read. */
function clinicFrom(file: string): Clinic | string {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return `${file} is not a file with JSON in it: name the exported records of a clinic.`;
  }
  const read = Clinic.safeParse(json);
  if (read.success) return read.data;
  const issues = read.error.issues.slice(0, 10).map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  return [`${file} does not hold the records of a clinic:`, ...issues].join('\n');
}

function text({ findings, dialogues, heard, sentences, unheard }: ProveReport, clinic: Clinic): string {
  return [
    `${clinic.name}: ${dialogues} dialogues rehearsed, ${heard} of ${sentences} sentences heard`,
    ...(unheard.length > 0 ? [`not heard: ${unheard.join(' ')}`] : []),
    ...findings.flatMap((finding) => ['', ...linesOf(finding, clinic)]),
    '',
    findings.length === 0 ? 'nothing is wrong' : `${findings.length} findings`,
    '',
  ].join('\n');
}

function linesOf({ kind, about, why, conversation }: Finding, { zone }: Clinic): string[] {
  const shown = conversation
    ? [`  bắt đầu: ${written(conversation.at, zone)}`, ...conversation.lines.map((line) => `  ${line}`)]
    : ['  (no conversation shows it)'];
  return [`${kind.toUpperCase()} ${about}: ${why}`, ...shown];
}

function written(at: Instant, zone: string): string {
  const { date, time } = toLocal(at, zone);
  return `${date} ${time}`;
}
