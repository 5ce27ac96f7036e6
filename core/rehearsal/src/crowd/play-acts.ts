import { dayMs, type Instant } from '@glowbot/core';
import { type CustomerRecord, customerOn } from '../stage/customer.ts';
import { breathMs, type Stage } from '../stage/stage.ts';
import { type Act, perform } from './act.ts';
import { promises } from './promises.ts';

/** A promise that was not kept, after how many acts. */
export type Breach = { promise: string; found: string; after: number };

export type Played = { acts: readonly Act[]; breach: Breach | undefined; record: CustomerRecord };

/** Plays a dialogue from an empty house, act by act, and stops at the first promise that is not kept. */
export async function playActs(
  stage: Stage,
  now: Instant,
  next: (turn: number, record: CustomerRecord, offered: number) => Act | undefined,
): Promise<Played> {
  stage.restart(now);
  const customer = customerOn(stage, 'customer');
  const acts: Act[] = [];
  let record = await customer.record();
  for (;;) {
    const offered = customer.replies().findLast(({ choices }) => choices.length > 0)?.choices.length ?? 0;
    const act = next(acts.length, record, offered);
    if (!act) return { acts, breach: undefined, record };
    acts.push(act);
    const before = record;
    let troubles: string[] = [];
    const replies = await perform(stage, customer, act).catch((error: unknown) => {
      troubles = [error instanceof Error ? error.message : 'an error'];
      return [];
    });
    record = await customer.record();
    troubles.push(
      ...stage.troubles.map(({ what, error }) => `${what}: ${error instanceof Error ? error.message : ''}`),
    );
    const busy = await stage.store.busyBetween(stage.scope, now - dayMs, now + 200 * dayMs);
    const moment = { act, before, after: record, replies, busy, troubles };
    for (const [promise, why] of Object.entries(promises)) {
      const found = why(moment);
      if (found !== undefined) return { acts, breach: { promise, found, after: acts.length }, record };
    }
    if (act.kind !== 'waits') await stage.passUntil(stage.now() + breathMs);
  }
}
