import { createHash, randomBytes } from 'node:crypto';
import {
  type AlertJob,
  Brief,
  type BriefJob,
  HandoffPriority,
  HandoffReason,
  type HandoffRecord,
  type HandoffStore,
  type Instant,
} from '@glowbot/core';
import { z } from 'zod';
import type { Database } from './database/database.ts';
import { clinicOf, clinicsOf, issueScope } from './scope.ts';
import { claimAlerts, loadAlerts, withdrawAnswered } from './sql/claim-alerts.ts';
import { claimBriefs, loadBriefs, storeBrief } from './sql/handoff-briefs.ts';
import { findLinksClinic, lookAtLink, storeLink, useLink } from './sql/handoff-links.ts';
import { keepHouseEvent } from './sql/keep-house-event.ts';
import { readHandoff, readOpenHandoffs } from './sql/read-handoffs.ts';
import { readCustomerNames, readRecentLines } from './sql/recent-words.ts';
import { settleAlerts } from './sql/settle-alerts.ts';

const Attempt = z.object({
  notifier: z.string(),
  outcome: z.enum(['delivered', 'retry', 'failed']),
  code: z.string().nullable(),
  at: z.number(),
});
const Call = z.object({
  step: z.number(),
  person: z.string().nullable(),
  calledAt: z.number(),
  answerBy: z.number().nullable(),
  alerts: z.array(
    z.object({
      state: z.enum(['queued', 'delivered', 'failed', 'withdrawn']),
      dueAt: z.number(),
      attempts: z.array(Attempt),
    }),
  ),
});
const StoredHandoff = z.object({
  id: z.string(),
  conversationId: z.string(),
  channel: z.string(),
  customerName: z.string().nullable(),
  reason: HandoffReason,
  priority: HandoffPriority,
  openedAt: z.number(),
  owner: z.string().nullable(),
  answerBy: z.number().nullable(),
  acknowledgedAt: z.number().nullable(),
  unattendedAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  brief: Brief.extend({ by: z.enum(['rules', 'model']), at: z.number() }).nullable(),
  calls: z.array(Call),
});

const toHandoff = ({ record }: { record: string }): HandoffRecord => StoredHandoff.parse(JSON.parse(record));

/** So much of what was said goes into a brief. */
const briefLines = 20;

const digestOf = (token: string) => createHash('sha256').update(token).digest();

/** Handoffs, the alerts for them, and the links in those. */
export function handoffStore(database: Database, now: () => Instant | null): HandoffStore {
  return {
    async openHandoffs(scope) {
      const rows = await database.inScope(scope, (run) => readOpenHandoffs(run, clinicsOf(scope)));
      return rows.map(toHandoff);
    },

    async handoff(scope, id) {
      const row = await database.inScope(scope, (run) => readHandoff(run, clinicsOf(scope), id));
      return row && toHandoff(row);
    },

    async claimAlerts(workerId, limit) {
      if (limit < 1) return [];
      return database.asEngine(async ({ run, enter }) => {
        const claimed = await claimAlerts(run, workerId, limit, now());
        if (claimed.length === 0) return [];
        const scoped = await enter(issueScope(claimed.map(({ clinicId }) => clinicId)));
        await withdrawAnswered(scoped, claimed);
        const rows = await loadAlerts(scoped, claimed);
        return rows.map(
          ({ version, ...row }): AlertJob => ({
            ...row,
            scope: issueScope([row.clinicId]),
            clinicVersion: Number(version),
          }),
        );
      });
    },

    async settleAlerts(workerId, settlements) {
      if (settlements.length === 0) return;
      await database.inScope(issueScope(settlements.map(({ clinicId }) => clinicId)), (run) =>
        settleAlerts(run, workerId, settlements, now()),
      );
    },

    async claimBriefs(limit) {
      if (limit < 1) return [];
      return database.asEngine(async ({ run, enter }) => {
        const claimed = await claimBriefs(run, limit);
        if (claimed.length === 0) return [];
        const scoped = await enter(issueScope(claimed.map(({ clinicId }) => clinicId)));
        const jobs: BriefJob[] = [];
        for (const { version, ...row } of await loadBriefs(scoped, claimed)) {
          const about = [[row.clinicId], row.conversationId] as const;
          const recent = {
            names: await readCustomerNames(scoped, ...about),
            lines: await readRecentLines(scoped, ...about, briefLines),
          };
          jobs.push({ ...row, scope: issueScope([row.clinicId]), clinicVersion: Number(version), recent });
        }
        return jobs;
      });
    },

    async storeBrief(job, brief) {
      await database.inScope(job.scope, (run) => storeBrief(run, job, brief));
    },

    async issueHandoffLink(scope, link) {
      const token = randomBytes(32).toString('base64url');
      const clinicId = clinicOf(scope);
      await database.inScope(scope, (run) => storeLink(run, { ...link, clinicId, digest: digestOf(token) }));
      return token;
    },

    async handoffLink(token, at) {
      const digest = digestOf(token);
      return database.asEngine(async ({ run, enter }) => {
        const clinicId = await findLinksClinic(run, digest);
        if (clinicId === undefined) return undefined;
        const scope = issueScope([clinicId]);
        const scoped = await enter(scope);
        const link = await lookAtLink(scoped, digest, at);
        const handoff = link && (await readHandoff(scoped, [clinicId], link.handoffId));
        if (!handoff) return undefined;
        const state = link.isUsed ? 'used' : link.isExpired ? 'expired' : 'open';
        return { scope, person: link.person, handoff: toHandoff(handoff), state };
      });
    },

    async useHandoffLink(token, eventId, at) {
      const digest = digestOf(token);
      return database.asEngine(async ({ run, enter }) => {
        const clinicId = await findLinksClinic(run, digest);
        if (clinicId === undefined) return false;
        const scoped = await enter(issueScope([clinicId]));
        const used = await useLink(scoped, digest, at);
        if (!used) return false;
        const event = { kind: 'staff.acknowledged' as const, id: eventId, at, by: used.person };
        return keepHouseEvent(scoped, [clinicId], used.conversationId, event);
      });
    },
  };
}
