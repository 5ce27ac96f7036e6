import {
  type Instant,
  type OutboxSettlement,
  type OutboxStore,
  ReplyPlan,
  type SendJob,
  type SendRequest,
} from '@glowbot/core';
import { z } from 'zod';
import { coalesce } from './coalesce.ts';
import type { Database } from './database/database.ts';
import { type InHand, inHand } from './in-hand.ts';
import { clinicsOf, issueScope } from './scope.ts';
import { authoriseSends } from './sql/authorise-sends.ts';
import { claimSends, findStranded } from './sql/claim-sends.ts';
import { giveBackOtherSends } from './sql/give-back.ts';
import { loadSends, type SendRow } from './sql/load-sends.ts';
import { matchEcho } from './sql/match-echo.ts';
import { settleSends } from './sql/settle-sends.ts';

const Texts = z.array(z.string());

export function outboxStore(
  database: Database,
  now: () => Instant | null,
  sends: InHand = inHand(),
): OutboxStore {
  const authorise = coalesce(async (requests: readonly (SendRequest & { workerId: string })[]) => {
    const judged = await database.inScope(issueScope(requests.map(({ clinicId }) => clinicId)), (run) =>
      authoriseSends(run, requests),
    );
    const allowed = new Set(judged.filter((row) => row.allowed).map(({ id }) => id));
    return requests.map(({ id }) => allowed.has(id));
  });

  const settle = coalesce(async (settlements: readonly (OutboxSettlement & { workerId: string })[]) => {
    await database.inScope(issueScope(settlements.map(({ clinicId }) => clinicId)), (run) =>
      settleSends(run, settlements, now()),
    );
    return settlements.map(() => true);
  });

  async function claim(workerId: string, limit: number): Promise<SendJob[]> {
    return database.asEngine(async ({ run, enter }) => {
      if (sends.isUnsure(workerId)) await giveBackOtherSends(run, workerId, sends.of(workerId));
      await findStranded(run);
      const claimed = await claimSends(run, workerId, limit);
      if (claimed.length === 0) return [];
      const scoped = await enter(issueScope(claimed.map(({ clinicId }) => clinicId)));
      return (await loadSends(scoped, claimed)).map(toJob);
    });
  }

  /** After a call that was cut off the row may be anything; the next claim finds out. */
  async function watched<T>(workerId: string, id: string, call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      sends.ended(workerId, id);
      sends.lostSight(workerId);
      throw error;
    }
  }

  return {
    async claimSends(workerId, limit) {
      if (limit < 1) return [];
      try {
        const jobs = await claim(workerId, limit);
        sends.isSure(workerId);
        sends.took(
          workerId,
          jobs.map(({ id }) => id),
        );
        return jobs;
      } catch (error) {
        sends.lostSight(workerId);
        throw error;
      }
    },

    authoriseSends: (workerId, requests) =>
      Promise.all(
        requests.map(async (request) => {
          const allowed = await watched(workerId, request.id, authorise({ ...request, workerId }));
          if (!allowed) sends.ended(workerId, request.id);
          return { id: request.id, allowed };
        }),
      ),

    async settleSends(workerId, settlements) {
      await Promise.all(
        settlements.map(async (settlement) => {
          await watched(workerId, settlement.id, settle({ ...settlement, workerId }));
          sends.ended(workerId, settlement.id);
        }),
      );
    },

    matchEcho: (scope, conversationId, echo) =>
      database.inScope(scope, (run) => matchEcho(run, clinicsOf(scope), conversationId, echo)),
  };
}

function toJob({ version, plan, texts, ...row }: SendRow): SendJob {
  return {
    ...row,
    scope: issueScope([row.clinicId]),
    clinicVersion: Number(version),
    plan: ReplyPlan.parse(JSON.parse(plan)),
    texts: texts === null ? [] : Texts.parse(JSON.parse(texts)),
  };
}
