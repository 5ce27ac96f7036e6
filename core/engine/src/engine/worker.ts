import type { Rescue, TurnCommit, TurnLoad } from '../contracts/turn-store.ts';
import { briefHandoff } from './brief-handoff.ts';
import { clinicCache } from './clinic-cache.ts';
import { deliverAlert } from './deliver-alert.ts';
import { dispatch } from './dispatch.ts';
import type { EngineParts } from './engine-parts.ts';
import { quarantined } from './handing-over.ts';
import { openedAccounts } from './opened-accounts.ts';
import { runTurn } from './run-turn.ts';
import { createSkillWatch } from './skill-watch.ts';

export type WorkerSettings = {
  /** How long a worker's leases outlive its last sign of life. */
  aliveMs: number;
  /** How long to wait before looking for work unasked. */
  pollMs: number;
  /** How long to leave a database alone that could not answer. */
  pauseMs: number;
  /** Turns and sends in hand at once. */
  atOnce: number;
};

export const workerDefaults: WorkerSettings = { aliveMs: 3_000, pollMs: 250, pauseMs: 2_000, atOnce: 256 };

/** Calls back after a delay; the cancel function takes it back. The clock and the event loop are the host's. */
export type Scheduler = (ms: number, callback: () => void) => () => void;

export type Worker = {
  /** Something new is waiting: look now. */
  wake(): void;
  /** Finishes what is in hand, takes nothing new, and gives its leases back. */
  stop(): Promise<void>;
};

/** A slot taken or a reply gone meanwhile is decided again on what is so now; more often than this is no longer chance. */
const mostDecisions = 8;
const mostFailures = 5;

/** Takes conversations with something waiting, runs their turns, and says what they decided. Any number may run beside it. */
export function startWorker(parts: EngineParts, settings: WorkerSettings, after: Scheduler): Worker {
  const workerId = parts.newId();
  const clinics = clinicCache(parts);
  const watch = createSkillWatch();
  const desk = { clinics, accounts: openedAccounts(parts.store, parts.clock) };
  const stopping = new AbortController();
  const failed = (what: string, ids: Record<string, string>) => (error: unknown) =>
    parts.notice({ level: 'error', what, ids, error });

  /** Somebody answers where we cannot see it at once: there may be more that was missed. */
  function askToReconcile({ scope, conversation: { accountId } }: TurnLoad): void {
    parts.keeping?.store
      .askToReconcile(scope, accountId)
      .catch(failed('asking to reconcile failed', { accountId }));
  }

  async function turn(load: TurnLoad): Promise<void> {
    let current = load;
    for (let attempt = 1; attempt <= mostDecisions; attempt += 1) {
      const commit = await runTurn({ ...parts, watch }, clinics, current);
      const [result] = await parts.store.commitTurns(workerId, [commit]);
      if (result?.kind === 'outrun') {
        const { left } = result;
        current = { ...current, unsaid: current.unsaid.filter(({ id }) => !left.includes(id)) };
      } else if (result?.kind !== 'slot-taken') {
        if (isWrittenElsewhere(commit)) askToReconcile(load);
        sends.wake();
        if (commit.alerts.length > 0) alerts.wake();
        if (commit.handoffs.length > 0) briefs.wake();
        return;
      }
    }
    throw new RangeError(`outrun ${mostDecisions} times`);
  }

  /**
   * The chart is told that its turn failed. Where it fails at that as well, people are told what the records allow; where even those
   * cannot be read, the handoff stays visible.
   */
  async function rescueOf({ lease, clinicVersion, scope, waiting }: TurnLoad): Promise<Rescue> {
    const at = parts.clock();
    if (waiting.every(({ event }) => event.kind !== 'turn.failed')) {
      return { kind: 'tell-chart', event: { kind: 'turn.failed', id: parts.newId(), at } };
    }
    const known = await clinics.get(lease.clinicId, clinicVersion, scope).catch(() => undefined);
    return { kind: 'call-people', handingOver: quarantined(known?.clinic, at, parts.newId) };
  }

  async function safely(load: TurnLoad): Promise<void> {
    const { conversationId } = load.lease;
    try {
      await turn(load);
    } catch (error) {
      failed('turn failed', { conversationId })(error);
      /** Without a database even this fails; the lease then ends with the worker's life, or by its own limit. */
      const rescue = await rescueOf(load);
      await parts.store.abandonTurn(workerId, load.lease, { max: mostFailures, rescue }).then(
        (next) => {
          if (next === 'quarantined')
            parts.notice({ level: 'error', what: 'turn quarantined', ids: { conversationId } });
        },
        failed('abandoning a turn failed', { conversationId }),
      );
    }
  }

  const turns = pump(
    (room) => parts.store.claimTurns(workerId, room),
    safely,
    failed('claiming turns failed', {}),
  );
  const sends = pump(
    (room) => parts.store.claimSends(workerId, room),
    (job) => dispatch(parts, desk, workerId, job).catch(failed('settling failed', { outboxId: job.id })),
    failed('claiming sends failed', {}),
  );
  const alerts = pump(
    (room) => parts.store.claimAlerts(workerId, room),
    (job) =>
      deliverAlert(parts, clinics, workerId, job).catch(failed('settling failed', { alertId: job.id })),
    failed('claiming alerts failed', {}),
  );

  /** Beside the turns and never in their way: a handoff waits for nobody, and least of all for words about it. */
  const briefs = pump(
    (room) => parts.store.claimBriefs(room),
    (job) =>
      briefHandoff(parts, clinics, job, stopping.signal).catch(
        failed('briefing failed', { handoffId: job.handoffId }),
      ),
    failed('claiming briefs failed', {}),
  );

  /** Keeps `atOnce` pieces of work in hand, and looks for more when woken, when one is done, and every `pollMs`. */
  function pump<T>(
    claim: (room: number) => Promise<readonly T[]>,
    work: (piece: T) => Promise<void>,
    onError: (error: unknown) => void,
  ) {
    const inHand = new Set<Promise<void>>();
    let claiming: Promise<void> | undefined;
    let wokenMeanwhile = false;
    let stopped = false;
    let cancelPoll = () => {};

    async function fill(): Promise<void> {
      do {
        wokenMeanwhile = false;
        const pieces = await claim(settings.atOnce - inHand.size);
        for (const piece of pieces) {
          const done = work(piece).finally(() => {
            inHand.delete(done);
            wake();
          });
          inHand.add(done);
        }
      } while (wokenMeanwhile && inHand.size < settings.atOnce && !stopped);
    }

    function wake(): void {
      if (stopped) return;
      if (claiming) {
        wokenMeanwhile = true;
        return;
      }
      if (inHand.size >= settings.atOnce) return;
      cancelPoll();
      claiming = fill()
        .then(
          () => settings.pollMs,
          (error: unknown) => {
            onError(error);
            return settings.pauseMs;
          },
        )
        .then((pause) => {
          claiming = undefined;
          if (!stopped) cancelPoll = after(pause, wake);
        });
    }

    return {
      wake,
      async stop() {
        stopped = true;
        cancelPoll();
        await claiming;
        while (inHand.size > 0) await Promise.allSettled(inHand);
      },
    };
  }

  let cancelBeat = () => {};
  let isBeating = true;
  let lastBeat = beat();
  async function beat(): Promise<void> {
    await parts.store.beat(workerId, settings.aliveMs).catch(failed('heartbeat failed', {}));
    if (!isBeating) return;
    cancelBeat = after(settings.aliveMs / 3, () => {
      lastBeat = beat();
    });
  }
  const started = lastBeat.then(() => {
    turns.wake();
    sends.wake();
    alerts.wake();
    briefs.wake();
  });

  return {
    wake: () => turns.wake(),
    async stop() {
      await started;
      parts.languageModel?.bell.ringAll();
      stopping.abort();
      await turns.stop();
      await sends.stop();
      await alerts.stop();
      await briefs.stop();
      isBeating = false;
      cancelBeat();
      /** A sign of life still on its way would arrive after the farewell, and keep a dead worker's leases. */
      await lastBeat;
      await parts.store.retire(workerId);
    },
  };
}

function isWrittenElsewhere({ handled }: TurnCommit): boolean {
  return handled.some(({ reason }) => reason?.startsWith('written-elsewhere'));
}
