import type { Instant, Store } from '@glowbot/core';
import { abandonTurn } from './abandoning.ts';
import { customerBookings } from './customer-bookings.ts';
import { busyBetween } from './busy-between.ts';
import { claimTurns } from './claiming.ts';
import { clinicStore } from './clinic-store.ts';
import { commitTurn } from './committing.ts';
import { matchEcho } from './echoes.ts';
import { handoffStore } from './handoff-store.ts';
import { conversationIn, emptyHouse, type MemoryStoreOptions } from './house.ts';
import { nextDueAt } from './next-due.ts';
import { keepArrival, keepHouseEvent } from './receiving.ts';
import { clinicsOf, issueScope } from './scope.ts';
import { authoriseSend, claimSends } from './sending.ts';
import { questionStore } from './question-store.ts';
import { skillRecords } from './skill-records.ts';
import { settle } from './settling.ts';

export type MemoryStore = Store & {
  /** When there is something to do next; in the past when it waits already. Null: never, by itself. */
  nextDueAt(): Instant | null;
  /** Forgets conversations, calendar and queues; clinics, accounts and workers stay. */
  forgetConversations(): void;
};

/**
 * The store of one process, gone when it ends: it keeps the promises of the store contract, except to outlive a crash.
 * Each call is done before it returns its promise, so calls cannot meet half-way.
 */
export function createMemoryStore(options: MemoryStoreOptions): MemoryStore {
  const house = emptyHouse(options);
  return {
    ...clinicStore(house),
    ...handoffStore(house),
    ...skillRecords(house),
    ...questionStore(house),

    async routeAccount(channel, externalId) {
      const account = house.accounts.get(JSON.stringify([channel, externalId]));
      if (!account) return undefined;
      const { clinicId, id: accountId } = account;
      return { clinicId, accountId, channel, externalId, scope: issueScope([clinicId]) };
    },
    async receive(arrivals) {
      /** Each for itself: one that is refused takes no neighbour with it. */
      const settled = await Promise.allSettled(arrivals.map(async (arrival) => keepArrival(house, arrival)));
      return settled.map((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
    },
    async noteUnrouted(channel, externalId) {
      const key = JSON.stringify([channel, externalId]);
      house.unrouted.set(key, (house.unrouted.get(key) ?? 0) + 1);
    },
    async receiveFromHouse(scope, conversationId, event) {
      const conversation = conversationIn(house, clinicsOf(scope), conversationId);
      if (conversation) keepHouseEvent(house, conversation, event);
      return conversation !== undefined;
    },
    async beat(workerId, ttlMs) {
      house.workers.set(workerId, house.leaseClock() + ttlMs);
    },
    async retire(workerId) {
      house.workers.delete(workerId);
    },
    claimTurns: async (workerId, limit) => claimTurns(house, workerId, limit),
    commitTurns: async (workerId, commits) => commits.map((commit) => commitTurn(house, workerId, commit)),
    abandonTurn: async (workerId, lease, attempts) => abandonTurn(house, workerId, lease, attempts),
    bookingsOf: async (scope, customerId, after) =>
      customerBookings(house, clinicsOf(scope), customerId, after),
    busyBetween: async (scope, from, to) => busyBetween(house, clinicsOf(scope), { from, to }),

    claimSends: async (workerId, limit) => claimSends(house, workerId, limit),
    authoriseSends: async (workerId, requests) =>
      requests.map((request) => ({ id: request.id, allowed: authoriseSend(house, workerId, request) })),
    async settleSends(workerId, settlements) {
      for (const settlement of settlements) settle(house, workerId, settlement);
    },
    async matchEcho(scope, conversationId, echo) {
      const conversation = conversationIn(house, clinicsOf(scope), conversationId);
      return conversation ? matchEcho(house, conversation, echo) : { kind: 'not-ours' };
    },

    async ping() {},
    async close() {},
    nextDueAt: () => nextDueAt(house),
    forgetConversations() {
      house.questions.length = 0;
      house.conversations.clear();
      house.appointments.clear();
      house.waiting.clear();
      house.outbox.clear();
      house.alerts.clear();
      house.links.clear();
      house.unbriefed.clear();
      house.seen.clear();
    },
  };
}
