import {
  type Instant,
  ReplyPlan,
  type RoutedAccount,
  Standing,
  type ThreadMessage,
  type TurnLoad,
  type TurnStore,
} from '@glowbot/core';
import { z } from 'zod';
import { committing } from './committing.ts';
import type { Database } from './database/database.ts';
import { inHand } from './in-hand.ts';
import { receiving } from './receiving.ts';
import { routing } from './routing.ts';
import { clinicsOf, issueScope } from './scope.ts';
import { countFailure, quarantine } from './sql/abandon-turn.ts';
import { customerBookings } from './sql/customer-bookings.ts';
import { busyBetween } from './sql/busy-between.ts';
import { claimTurns } from './sql/claim-turns.ts';
import { countUnrouted } from './sql/count-unrouted.ts';
import { giveBack, giveBackOthers } from './sql/give-back.ts';
import { keepHouseEvent } from './sql/keep-house-event.ts';
import { loadDueTimers, loadTurns, loadWaiting, type WaitingRow } from './sql/load-turns.ts';
import { storeAlerts, storeHandoffs } from './sql/store-handoffs.ts';
import { storeQuarantined } from './sql/store-quarantined.ts';
import { forgetWorker, keepAlive } from './sql/workers.ts';
import { storableKey } from './storable.ts';
import { readStoredEvent } from './stored-event.ts';

/** Whatever outlives a worker in this process is told when it ends. */
export type TurnStoreParts = {
  database: Database;
  /** The business clock, where a test brings its own; null: the database's. Leases always live by the database's. */
  now: () => Instant | null;
  onRetire: (workerId: string) => void;
};

const Unsaid = z.array(z.object({ id: z.uuid(), plan: ReplyPlan, proactive: z.boolean(), before: Standing }));

export function turnStore({ database, now, onRetire }: TurnStoreParts): TurnStore {
  const route = routing(database);
  const receive = receiving(database);
  const commit = committing(database, now);
  const leases = inHand();

  async function claim(workerId: string, limit: number): Promise<TurnLoad[]> {
    return database.asEngine(async ({ run, enter }) => {
      if (leases.isUnsure(workerId)) await giveBackOthers(run, workerId, leases.of(workerId));
      const claimed = await claimTurns(run, workerId, limit, now());
      if (claimed.length === 0) return [];
      const scoped = await enter(issueScope(claimed.map(({ clinicId }) => clinicId)));
      const rows = new Map((await loadTurns(scoped, claimed)).map((row) => [row.conversationId, row]));
      const waiting = Map.groupBy(await loadWaiting(scoped, claimed), ({ conversationId }) => conversationId);
      const due = Map.groupBy(
        await loadDueTimers(scoped, claimed, now()),
        ({ conversationId }) => conversationId,
      );

      const settled = new Set(
        claimed.map(({ conversationId }) => conversationId).filter((id) => isSettled(waiting.get(id))),
      );
      const idle = claimed.filter(
        ({ conversationId: id }) =>
          !due.has(id) && !waiting.get(id)?.some(({ speaks }) => settled.has(id) || !speaks),
      );
      if (idle.length > 0) await giveBack(scoped, idle);
      return claimed.flatMap((lease) => {
        const row = rows.get(lease.conversationId);
        if (!row || idle.includes(lease)) return [];
        const {
          name,
          phone,
          optedOut,
          birthday,
          version,
          clinicId,
          conversationId,
          unsaid,
          ...conversation
        } = row;
        return [
          {
            lease,
            scope: issueScope([clinicId]),
            clinicVersion: Number(version),
            conversation,
            customer: { name, phone, optedOut, birthday },
            waiting: (waiting.get(conversationId) ?? []).map(({ seq, at, event }) => ({
              seq,
              event: readStoredEvent(event, at),
            })),
            isSettled: settled.has(conversationId),
            unsaid: unsaid === null ? [] : Unsaid.parse(JSON.parse(unsaid)),
            dueTimers: (due.get(conversationId) ?? []).map((timer) => ({
              name: timer.name,
              dueAt: timer.dueAt,
            })),
          },
        ];
      });
    });
  }

  return {
    async routeAccount(channel, externalId): Promise<RoutedAccount | undefined> {
      return route(storableKey(channel), storableKey(externalId));
    },

    async receive(arrivals) {
      const settled = await Promise.allSettled(arrivals.map(receive));
      return settled.map((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
    },

    noteUnrouted: (channel, externalId) =>
      database.asEngine(({ run }) => countUnrouted(run, storableKey(channel), storableKey(externalId))),

    receiveFromHouse: (scope, conversationId, event) =>
      database.inScope(scope, (run) => keepHouseEvent(run, clinicsOf(scope), conversationId, event)),

    beat: (workerId, ttlMs) => database.atOnce((run) => keepAlive(run, workerId, ttlMs)),

    async retire(workerId) {
      await database.asEngine(({ run }) => forgetWorker(run, workerId));
      leases.forget(workerId);
      onRetire(workerId);
    },

    async claimTurns(workerId, limit) {
      if (limit < 1) return [];
      try {
        const loads = await claim(workerId, limit);
        leases.isSure(workerId);
        leases.took(
          workerId,
          loads.map(({ lease }) => lease.conversationId),
        );
        return loads;
      } catch (error) {
        leases.lostSight(workerId);
        throw error;
      }
    },

    commitTurns: (workerId, commits) =>
      Promise.all(
        commits.map(async (one) => {
          const result = await commit(workerId, one);
          if (result.kind !== 'slot-taken' && result.kind !== 'outrun')
            leases.ended(workerId, one.lease.conversationId);
          return result;
        }),
      ),

    async abandonTurn(workerId, lease, { max, rescue }) {
      leases.ended(workerId, lease.conversationId);
      try {
        return await database.inScope(issueScope([lease.clinicId]), async (run) => {
          const attempts = await countFailure(run, workerId, lease);
          if (attempts === undefined || attempts < max) return 'will-retry';
          const waiting = await quarantine(run, lease, now());
          await storeQuarantined(
            run,
            lease,
            waiting.flatMap(({ event }) => wordsIn(event)),
          );
          if (rescue.kind === 'tell-chart') {
            await keepHouseEvent(run, [lease.clinicId], lease.conversationId, rescue.event);
          } else {
            await storeHandoffs(run, [{ lease, ...rescue.handingOver }]);
            await storeAlerts(run, [{ lease, ...rescue.handingOver }]);
          }
          return 'quarantined';
        });
      } catch (error) {
        leases.lostSight(workerId);
        throw error;
      }
    },

    bookingsOf: (scope, customerId, after) =>
      database.inScope(scope, (run) => customerBookings(run, clinicsOf(scope), customerId, after)),

    busyBetween: (scope, from, to) =>
      database.inScope(scope, (run) => busyBetween(run, clinicsOf(scope), from, to)),
  };
}

/** Nobody is in the middle of writing, or has been so for too long. */
function isSettled(waiting: readonly WaitingRow[] = []): boolean {
  return !waiting.some(({ isUnripe }) => isUnripe) || waiting.some(({ isOverdue }) => isOverdue);
}

/** What a customer said in an event, for the person who will read it instead of the bot. */
function wordsIn(content: string): ThreadMessage[] {
  const event = readStoredEvent(content, 0);
  if (event.kind !== 'message') return [];
  const { id, text, messageId, attachments, at } = event;
  return [{ id, author: 'customer', text, vendorMessageId: messageId, attachments, at }];
}
