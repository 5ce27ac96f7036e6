import type { CommitResult, Instant, TurnCommit } from '@glowbot/core';
import { GlowBotError } from '@glowbot/core';
import { atMost } from './at-most.ts';
import { coalesce } from './coalesce.ts';
import type { Database, Run } from './database/database.ts';
import { sqlState, sqlStateOf } from './database/failure.ts';
import { issueScope } from './scope.ts';
import { changeCalendar } from './sql/change-calendar.ts';
import { SlotTaken } from './sql/occupy.ts';
import { lockLeases } from './sql/lock-leases.ts';
import { storeAlerts, storeHandoffs } from './sql/store-handoffs.ts';
import { settleSends } from './sql/settle-sends.ts';
import { storeQuestions } from './sql/store-questions.ts';
import { takeBack } from './sql/take-back.ts';
import {
  storeConversations,
  storeCustomers,
  storeHandled,
  storeMessages,
  storeOutbox,
  storeSteps,
  storeTimers,
  withholdOlder,
} from './sql/store-turns.ts';

type Asked = { workerId: string; commit: TurnCommit };

/** Turns that wait for each other at a calendar must not take every connection. */
const mostAtCalendar = 4;

/**
 * Commits turns. Those without a change of the calendar share a transaction; one with such a change has its own, because the
 * loss of its slot must undo everything it wanted to say, and nothing of anybody else.
 */
export function committing(
  database: Database,
  now: () => Instant | null,
): (workerId: string, commit: TurnCommit) => Promise<CommitResult> {
  const together = coalesce<Asked, CommitResult>((asked) =>
    database.inScope(scopeOf(asked), async (run) => {
      const held = await stillHeld(run, asked);
      const left = await leftMeanwhile(run, held);
      await write(
        run,
        held.filter(({ commit }) => !left.has(commit)),
        now(),
      );
      const commits = new Set(held.map(({ commit }) => commit));
      return asked.map(
        ({ commit }) => left.get(commit) ?? { kind: commits.has(commit) ? 'committed' : 'fenced' },
      );
    }),
  );

  async function alone(asked: Asked): Promise<CommitResult> {
    const { lease, calendar } = asked.commit;
    try {
      return await database.inScope(scopeOf([asked]), async (run) => {
        const held = await stillHeld(run, [asked]);
        if (held.length === 0) return { kind: 'fenced' };
        const left = (await leftMeanwhile(run, held)).get(asked.commit);
        if (left) return left;
        await changeCalendar(run, lease, calendar, now());
        await write(run, held, now());
        return { kind: 'committed' };
      });
    } catch (error) {
      if (error instanceof SlotTaken || sqlStateOf(error) === sqlState.exclusion)
        return { kind: 'slot-taken' };
      if (sqlStateOf(error) === sqlState.foreignKey) {
        throw new GlowBotError('RECORD_MISSING', `It is needed by conversation ${lease.conversationId}.`, {
          cause: error,
        });
      }
      throw error;
    }
  }

  const calendarQueue = atMost(mostAtCalendar);
  return (workerId, commit) => {
    const asked = { workerId, commit };
    return commit.calendar.length === 0 ? together(asked) : calendarQueue(() => alone(asked));
  };
}

/** A lease is a job that was handed out; whether it was, and still is, the locked row says. */
const scopeOf = (asked: readonly Asked[]) => issueScope(asked.map(({ commit }) => commit.lease.clinicId));

type Held = Asked & { epoch: number };

async function stillHeld(run: Run, asked: readonly Asked[]): Promise<Held[]> {
  const rows = await lockLeases(
    run,
    asked.map(({ workerId, commit }) => ({ ...commit.lease, workerId })),
  );
  const epochs = new Map(rows.map(({ nth, epoch }) => [nth, epoch]));
  const taken = new Set<string>();
  return asked.flatMap((one, index) => {
    const epoch = epochs.get(index + 1);
    const { conversationId } = one.commit.lease;
    /** One lease commits one turn, also when two come in the same batch. */
    if (epoch === undefined || taken.has(conversationId)) return [];
    taken.add(conversationId);
    return [{ ...one, epoch }];
  });
}

/** Turns that would take back what has already left, with the ids of that; the rest has taken back what it wanted. */
async function leftMeanwhile(
  run: Run,
  held: readonly Held[],
): Promise<Map<TurnCommit, CommitResult & { kind: 'outrun' }>> {
  const replies = held.flatMap(({ commit: { lease, takenBack } }) =>
    takenBack.map((id) => ({ ...lease, id })),
  );
  if (replies.length === 0) return new Map();
  const left = Map.groupBy(await takeBack(run, replies), ({ conversationId }) => conversationId);
  return new Map(
    held.flatMap(({ commit }) => {
      const ids = left.get(commit.lease.conversationId)?.map(({ id }) => id);
      return ids ? [[commit, { kind: 'outrun', left: ids }] as const] : [];
    }),
  );
}

async function write(run: Run, held: readonly Held[], now: Instant | null): Promise<void> {
  if (held.length === 0) return;
  const commits = held.map(({ commit }) => commit);
  const takeovers = held.filter(({ commit, epoch }) => commit.conversation.epoch > epoch);
  const settlements = commits.flatMap((commit) => commit.settlements);
  if (takeovers.length > 0) {
    await withholdOlder(
      run,
      takeovers.map(({ commit }) => commit),
    );
  }
  if (settlements.length > 0) {
    await settleSends(
      run,
      settlements.map((settlement) => ({ ...settlement, workerId: null })),
      now,
    );
  }
  await storeHandled(run, commits);
  await storeMessages(run, commits);
  await storeOutbox(run, commits);
  await storeTimers(run, commits);
  await storeCustomers(run, commits);
  await storeHandoffs(run, commits);
  await storeAlerts(run, commits);
  await storeQuestions(run, commits);
  await storeSteps(run, commits);
  await storeConversations(run, commits);
}
