import type { RoutedAccount } from '@glowbot/core';
import type { Database } from './database/database.ts';
import { issueScope } from './scope.ts';
import { findAccount } from './sql/find-account.ts';

/** An account moves so rarely that a webhook need not ask each time; a disconnected one is noticed within this. */
const trustMs = 5_000;
const mostKnown = 10_000;

/** Finds the clinic behind an account. Only what was found is remembered, so a newly connected account works at once. */
export function routing(
  database: Database,
): (channel: string, externalId: string) => Promise<RoutedAccount | undefined> {
  const known = new Map<string, { until: number; account: Promise<RoutedAccount | undefined> }>();

  async function look(channel: string, externalId: string): Promise<RoutedAccount | undefined> {
    const found = await database.asEngine(({ run }) => findAccount(run, channel, externalId));
    return found && { ...found, channel, externalId, scope: issueScope([found.clinicId]) };
  }

  return async (channel, externalId) => {
    const key = JSON.stringify([channel, externalId]);
    const remembered = known.get(key);
    if (remembered && remembered.until > performance.now()) return remembered.account;
    const account = look(channel, externalId);
    if (known.size >= mostKnown) known.clear();
    known.set(key, { until: performance.now() + trustMs, account });
    const found = await account.catch((error: unknown) => {
      known.delete(key);
      throw error;
    });
    if (!found) known.delete(key);
    return found;
  };
}
