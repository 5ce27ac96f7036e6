import { dayMs, type Instant } from '@glowbot/core';
import { type Customer, type CustomerRecord, customerOn } from '../stage/customer.ts';
import { breathMs, type Stage } from '../stage/stage.ts';
import { type Act, perform } from './act.ts';
import { promises } from './promises.ts';

/** What one of the people in a dialogue does; they share the clinic's calendar and its clock. */
export type Move = { who: number; act: Act };

/** A promise that was not kept, after how many moves. */
export type Breach = { promise: string; found: string; after: number };

export type Played = {
  moves: readonly Move[];
  breach: Breach | undefined;
  /** One for each person who did something. */
  records: readonly CustomerRecord[];
};

/** What comes next, given how everybody stands; undefined: all are done. */
export type NextMove = (
  sofar: readonly Move[],
  standing: (who: number) => Promise<{ record: CustomerRecord; offered: number }>,
) => Promise<Move | undefined>;

/** Plays a dialogue from an empty house, move by move, and stops at the first promise that is not kept. */
export async function playMoves(stage: Stage, now: Instant, next: NextMove): Promise<Played> {
  stage.restart(now);
  const customers = new Map<number, Customer>();
  const customer = (who: number) => {
    const known = customers.get(who) ?? customerOn(stage, who === 0 ? 'customer' : `customer-${who}`);
    customers.set(who, known);
    return known;
  };
  const moves: Move[] = [];
  const played = async (breach?: Breach): Promise<Played> => ({
    moves,
    breach,
    records: await Promise.all([...customers.values()].map((one) => one.record())),
  });
  for (;;) {
    const move = await next(moves, async (who) => ({
      record: await customer(who).record(),
      offered:
        customer(who)
          .replies()
          .findLast(({ choices }) => choices.length > 0)?.choices.length ?? 0,
    }));
    if (!move) return played();
    moves.push(move);
    const one = customer(move.who);
    const before = await one.record();
    const doubtsBefore = stage.doubts.length;
    let troubles: string[] = [];
    const replies = await perform(stage, one, move.act).catch((error: unknown) => {
      troubles = [error instanceof Error ? error.message : 'an error'];
      return [];
    });
    troubles.push(
      ...stage.troubles.map(({ what, error }) => `${what}: ${error instanceof Error ? error.message : ''}`),
    );
    const moment = {
      act: move.act,
      before,
      after: await one.record(),
      replies,
      busy: await stage.store.busyBetween(stage.scope, now - dayMs, now + 200 * dayMs),
      troubles,
      doubts: stage.doubts.slice(doubtsBefore),
    };
    for (const [promise, why] of Object.entries(promises)) {
      const found = why(moment);
      if (found !== undefined) return played({ promise, found, after: moves.length });
    }
    if (move.act.kind !== 'waits') await stage.passUntil(stage.now() + breathMs);
  }
}
