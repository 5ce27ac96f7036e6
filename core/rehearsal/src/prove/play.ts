import type { Instant, ReplyPlan } from '@glowbot/core';
import { type Act, perform, wordsOfAct } from '../crowd/act.ts';
import { type CustomerRecord, customerOn } from '../stage/customer.ts';
import { breathMs, type Stage } from '../stage/stage.ts';

/** A dialogue that was played, with everything that can be held against the records. */
export type Play = {
  at: Instant;
  acts: readonly Act[];
  /** What was said and done, as a journey writes it down. */
  lines: readonly string[];
  record: CustomerRecord;
  said: readonly { plan: ReplyPlan; at: Instant }[];
  /** Why the guard refused what was said. */
  doubts: readonly string[];
  troubles: readonly string[];
};

export type Next = (turn: number, record: CustomerRecord) => Act | undefined;

/** A dialogue that goes on longer than this goes in circles. */
const mostActs = 24;

/** Plays a dialogue from an empty house; what comes next may depend on how it stands. */
export async function play(stage: Stage, at: Instant, next: Next): Promise<Play> {
  stage.restart(at);
  const customer = customerOn(stage, 'customer');
  const acts: Act[] = [];
  const lines: string[] = [];
  const said: { plan: ReplyPlan; at: Instant }[] = [];
  const troubles: string[] = [];
  let record = await customer.record();
  while (acts.length < mostActs) {
    const act = next(acts.length, record);
    if (!act) break;
    acts.push(act);
    lines.push(wordsOfAct(act));
    const before = record.commits.length;
    const replies = await perform(stage, customer, act).catch((error: unknown) => {
      troubles.push(error instanceof Error ? error.message : 'an error');
      return [];
    });
    lines.push(...replies.map(({ text }) => `bot: ${text.replaceAll('\n', ' / ')}`));
    record = await customer.record();
    const plans = record.commits.slice(before).flatMap(({ outbox }) => outbox.map(({ plan }) => plan));
    said.push(...plans.map((plan) => ({ plan, at: stage.now() })));
    if (act.kind !== 'waits') await stage.passUntil(stage.now() + breathMs);
  }
  const inside = stage.troubles.map(
    ({ what, error }) => `${what}${error instanceof Error ? `: ${error.message}` : ''}`,
  );
  return { at, acts, lines, record, said, doubts: [...stage.doubts], troubles: [...troubles, ...inside] };
}

/** The keys of everything that was said. */
export function keysOf({ said }: Play): string[] {
  return said.flatMap(({ plan }) => [...plan.says, ...(plan.ask ? [plan.ask] : [])].map(({ key }) => key));
}
