import type { OutboxSettlement, OutboxStore, SendRequest } from '@glowbot/core';
import { issueScope, onlyClinicOf } from './clinic-scopes.ts';
import { coalesce } from './coalesce.ts';
import type { Database } from './database.ts';
import { authoriseSends } from './sql/authorise-sends.ts';
import { claimSends } from './sql/claim-sends.ts';
import { loadSends } from './sql/load-sends.ts';
import { matchEcho } from './sql/match-echo.ts';
import { settleSends } from './sql/settle-sends.ts';

const sendsPerCommit = 100;

export function outboxStore(database: Database): OutboxStore {
  type Request = { workerId: string; request: SendRequest };

  const authoriseOne = coalesce(async (asked: readonly Request[]) => {
    const allowed = new Set<string>();
    for (const workerId of new Set(asked.map((one) => one.workerId))) {
      const requests = asked.filter((one) => one.workerId === workerId).map(({ request }) => request);
      const scope = issueScope(requests.map(({ clinicId }) => clinicId));
      for (const id of await database.inScope(scope, (tx) => authoriseSends(tx, workerId, requests)))
        allowed.add(id);
    }
    return asked.map(({ request }) => ({ id: request.id, allowed: allowed.has(request.id) }));
  }, sendsPerCommit);

  const settleOne = coalesce(async (settlements: readonly OutboxSettlement[]) => {
    const scope = issueScope(settlements.map(({ clinicId }) => clinicId));
    await database.inScope(scope, (tx) => settleSends(tx, settlements));
    return settlements.map(() => true);
  }, sendsPerCommit);

  return {
    async claimSends(workerId, limit) {
      const claimed = await database.asEngine((tx) => claimSends(tx, workerId, limit));
      if (claimed.length === 0) return [];
      const scopes = new Map(claimed.map((send) => [send.clinic_id, issueScope([send.clinic_id])]));
      const all = issueScope([...scopes.keys()]);
      return database.inScope(all, (tx) =>
        loadSends(tx, { of: (clinicId) => scopes.get(clinicId) ?? all }, claimed),
      );
    },

    authoriseSends: (workerId, requests) =>
      Promise.all(requests.map((request) => authoriseOne({ workerId, request }))),

    async settleSends(_workerId, settlements) {
      await Promise.all(settlements.map(settleOne));
    },

    matchEcho: (scope, conversationId, echo) =>
      database.inScope(scope, (tx) => matchEcho(tx, onlyClinicOf(scope), conversationId, echo)),
  };
}
