import { type BriefJob, type HandoffBrief, minuteMs } from '@glowbot/core';
import { conversationIn, type House } from './house.ts';
import { clinicsOf, issueScope } from './scope.ts';

const longestClaimMs = minuteMs;
/** So much of what was said goes into a brief. */
const briefLines = 20;

export function claimBriefs(house: House, limit: number): BriefJob[] {
  const now = house.leaseClock();
  const jobs: BriefJob[] = [];
  for (const [handoff, waiting] of house.unbriefed) {
    if (jobs.length >= limit) break;
    if (waiting.claimedAt !== null && now - waiting.claimedAt < longestClaimMs) continue;
    waiting.claimedAt = now;
    const { row } = waiting;
    const { name } = row.customer;
    const lines = row.messages.filter(({ text }) => text !== '').slice(-briefLines);
    jobs.push({
      handoffId: handoff.id,
      clinicId: row.clinicId,
      scope: issueScope([row.clinicId]),
      clinicVersion: house.clinics.get(row.clinicId)?.version ?? 0,
      conversationId: row.id,
      reason: handoff.reason,
      priority: handoff.priority,
      snapshot: row.snapshot,
      chartVersion: row.chartVersion,
      recent: {
        names: name === null ? [] : [name],
        lines: lines.map(({ author, text }) => ({ author, text })),
      },
    });
  }
  return jobs;
}

export function storeBrief(house: House, job: BriefJob, brief: HandoffBrief): void {
  const row = conversationIn(house, clinicsOf(job.scope), job.conversationId);
  const handoff = row?.handoffs.find(({ id }) => id === job.handoffId);
  if (handoff?.priority !== job.priority) return;
  handoff.brief = brief;
  house.unbriefed.delete(handoff);
}
