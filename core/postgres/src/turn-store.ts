import type { Arrival, CommitResult, Instant, RoutedAccount, TurnCommit, TurnStore } from '@glowbot/core';
import pg from 'pg';
import { issueScope, onlyClinicOf } from './clinic-scopes.ts';
import { coalesce } from './coalesce.ts';
import type { Database } from './database.ts';
import { recentlySeen } from './recently-seen.ts';
import { abandonTurn } from './sql/abandon-turn.ts';
import { busyBetween } from './sql/busy-between.ts';
import { claimTurns } from './sql/claim-turns.ts';
import { loadTurns } from './sql/load-turns.ts';
import { insertArrivals, insertContacts } from './sql/receive-arrivals.ts';
import { settleSends } from './sql/settle-sends.ts';
import { SlotTaken, writeCalendar } from './sql/write-calendar.ts';
import { stillHeld, writeTurns } from './sql/write-turns.ts';

const arrivalsPerCommit = 200;
const turnsPerCommit = 100;
const contactsRemembered = 20_000;
/** How long a routing answer may be reused: a newly connected account is found at once, a moved one within this time. */
const routesMs = 30_000;

const findAccount = 'select clinic_id, account_id from accounts where channel = $1 and external_id = $2';
const noteUnrouted = `
insert into unrouted_events (channel, external_id) values ($1, $2)
on conflict (channel, external_id) do update set events = unrouted_events.events + 1, last_at = now()
`;
const receiveFromHouse = `
insert into inbox (clinic_id, account_id, conversation_id, event_id, event, happened_at)
select clinic_id, account_id, conversation_id, $3, $4, to_timestamp($5::double precision / 1000.0)
from conversations where clinic_id = $1 and conversation_id = $2
on conflict (clinic_id, account_id, event_id) do nothing
`;
const conversationExists = 'select 1 from conversations where clinic_id = $1 and conversation_id = $2';
const beat = `
insert into workers (worker_id, alive_until) values ($1, clock_timestamp() + make_interval(secs => $2::double precision / 1000.0))
on conflict (worker_id) do update set alive_until = excluded.alive_until
`;
const retire = 'delete from workers where worker_id = $1';
/** Rows of workers that died long ago; whatever they held has been free since. */
const forgetDead = `delete from workers where alive_until < clock_timestamp() - interval '1 hour'`;

export function turnStore(database: Database, clock: () => Instant): TurnStore {
  const seen = recentlySeen(contactsRemembered);
  const routes = new Map<string, { until: number; account: RoutedAccount }>();

  async function receiveTogether(arrivals: readonly Arrival[]): Promise<readonly ('kept' | 'duplicate')[]> {
    const scope = issueScope(arrivals.map(({ account }) => account.clinicId));
    const insert = (list: readonly Arrival[]) =>
      database.inScope(scope, async (tx) => {
        await insertContacts(tx, list);
        return insertArrivals(tx, arrivals);
      });
    let fresh: Set<string>;
    try {
      fresh = await insert(
        arrivals.filter(({ conversationId }) => conversationId !== null && !seen.has(conversationId)),
      );
    } catch (error) {
      /** A conversation remembered here has been erased meanwhile: create it again. */
      if (!(error instanceof pg.DatabaseError) || error.code !== '23503') throw error;
      fresh = await insert(arrivals);
    }
    return arrivals.map(({ account, conversationId, event }) => {
      if (conversationId !== null) seen.add(conversationId);
      const key = `${account.accountId} ${event.id.replaceAll('\u0000', '')}`;
      return fresh.delete(key) ? 'kept' : 'duplicate';
    });
  }
  const receiveOne = coalesce(receiveTogether, arrivalsPerCommit);

  type Offered = { workerId: string; commit: TurnCommit };

  async function commitTogether(offered: readonly Offered[]): Promise<readonly CommitResult[]> {
    const [first] = offered;
    if (!first) return [];
    const commits = offered.map(({ commit }) => commit);
    const plain = commits.filter(({ calendar }) => calendar.length === 0);
    const results = new Map<TurnCommit, CommitResult>();
    const held = plain.length > 0 ? await commitAll(first.workerId, plain) : new Set();
    for (const commit of plain) {
      results.set(commit, { kind: held.has(commit.lease.conversationId) ? 'committed' : 'fenced' });
    }
    /** A slot may be gone, and that must undo one turn and no other. */
    for (const commit of commits.filter(({ calendar }) => calendar.length > 0)) {
      results.set(commit, await commitWithCalendar(first.workerId, commit));
    }
    return commits.map((commit) => results.get(commit) ?? { kind: 'fenced' });
  }

  function commitAll(workerId: string, commits: readonly TurnCommit[]): Promise<Set<string>> {
    return database.inScope(issueScope(commits.map(({ lease }) => lease.clinicId)), async (tx) => {
      const held = await stillHeld(tx, workerId, commits);
      const ours = commits.filter(({ lease }) => held.has(lease.conversationId));
      await writeTurns(tx, ours);
      await settleSends(
        tx,
        ours.flatMap(({ settlements }) => settlements),
      );
      return held;
    });
  }

  async function commitWithCalendar(workerId: string, commit: TurnCommit): Promise<CommitResult> {
    try {
      return await database.inScope(issueScope([commit.lease.clinicId]), async (tx) => {
        const held = await stillHeld(tx, workerId, [commit]);
        if (held.size === 0) return { kind: 'fenced' };
        await writeCalendar(tx, commit, clock());
        await writeTurns(tx, [commit]);
        await settleSends(tx, commit.settlements);
        return { kind: 'committed' };
      });
    } catch (error) {
      if (error instanceof SlotTaken) return { kind: 'slot-taken' };
      throw error;
    }
  }
  /** One line per worker: results of different workers are never mixed in one transaction. */
  const lines = new Map<string, (offered: Offered) => Promise<CommitResult>>();
  function lineOf(workerId: string) {
    const line = lines.get(workerId) ?? coalesce(commitTogether, turnsPerCommit);
    lines.set(workerId, line);
    return line;
  }

  return {
    async routeAccount(channel, externalId) {
      const key = `${channel} ${externalId}`;
      const known = routes.get(key);
      if (known && known.until > performance.now()) return known.account;
      const [row] = await database.asEngine((tx) =>
        tx.query<{ clinic_id: string; account_id: string }>(findAccount, [
          channel,
          externalId.replaceAll('\u0000', ''),
        ]),
      );
      if (!row) return undefined;
      const account = {
        clinicId: row.clinic_id,
        accountId: row.account_id,
        channel,
        externalId,
        scope: issueScope([row.clinic_id]),
      };
      routes.set(key, { until: performance.now() + routesMs, account });
      return account;
    },

    receive: (arrivals) => Promise.all(arrivals.map(receiveOne)),

    async noteUnrouted(channel, externalId) {
      await database.asEngine((tx) =>
        tx.query(noteUnrouted, [channel, externalId.replaceAll('\u0000', '').slice(0, 128)]),
      );
    },

    receiveFromHouse: (scope, conversationId, event) =>
      database.inScope(scope, async (tx) => {
        const clinicId = onlyClinicOf(scope);
        await tx.query(receiveFromHouse, [
          clinicId,
          conversationId,
          event.id,
          JSON.stringify(event),
          event.at,
        ]);
        return (await tx.query(conversationExists, [clinicId, conversationId])).length > 0;
      }),

    async beat(workerId, ttlMs) {
      await database.asEngine((tx) => tx.query(beat, [workerId, ttlMs]));
    },

    async retire(workerId) {
      lines.delete(workerId);
      await database.asEngine(async (tx) => {
        await tx.query(retire, [workerId]);
        await tx.query(forgetDead);
      });
    },

    async claimTurns(workerId, limit) {
      const now = clock();
      const claimed = await database.asEngine((tx) => claimTurns(tx, workerId, limit, now));
      if (claimed.length === 0) return [];
      const scopes = new Map(claimed.map((turn) => [turn.clinic_id, issueScope([turn.clinic_id])]));
      const all = issueScope([...scopes.keys()]);
      return database.inScope(all, (tx) =>
        loadTurns(tx, { of: (clinicId) => scopes.get(clinicId) ?? all }, claimed, now),
      );
    },

    commitTurns: (workerId, commits) =>
      Promise.all(commits.map((commit) => lineOf(workerId)({ workerId, commit }))),

    abandonTurn: (workerId, lease, { max }) =>
      database.inScope(issueScope([lease.clinicId]), (tx) => abandonTurn(tx, workerId, lease, max)),

    busyBetween: (scope, from, to) =>
      database.inScope(scope, (tx) => busyBetween(tx, onlyClinicOf(scope), from, to)),
  };
}
