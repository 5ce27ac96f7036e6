import { createHash, randomUUID } from 'node:crypto';
import { type AccountStore, type DueAccount, GlowBotError, type RenewalTurn } from '@glowbot/core';
import { z } from 'zod';
import type { Database } from './database/database.ts';
import { clinicOf, clinicsOf, issueScope } from './scope.ts';
import type { MasterKeys } from './secrets/master-keys.ts';
import { open, seal } from './secrets/seal.ts';
import {
  clearTrouble,
  endConnection,
  findUnprobed,
  findUntold,
  readAccountRecords,
  storeTold,
  storeTrouble,
  takeUnprobed,
  takeUntold,
} from './sql/account-troubles.ts';
import { findConsentsClinic, storeConsent, useConsent } from './sql/consents.ts';
import {
  findUnreconciled,
  readEventsSince,
  storeAsked,
  storeReconciled,
  takeUnreconciled,
} from './sql/reconciles.ts';
import { findDueRenewals, readRenewal, storeNotRenewed, storeRenewed, takeRenewal } from './sql/renewals.ts';

export function accountStore(database: Database, keys: MasterKeys): AccountStore {
  const placeOf = (clinicId: string, rowId: string) => ({ clinicId, rowId, column: 'credentials' });

  return {
    accounts: (scope) => database.inScope(scope, (run) => readAccountRecords(run, clinicsOf(scope))),

    async dueRenewals(channels, at, limit) {
      const due = await database.asEngine(({ run }) => findDueRenewals(run, channels, at, limit));
      return due.map(toDue);
    },

    beginRenewal: (scope, accountId, ask) =>
      database.inScope(scope, async (run): Promise<RenewalTurn> => {
        const clinicId = clinicOf(scope);
        const taken = await takeRenewal(run, { clinicId, accountId, ...ask });
        if (taken) {
          const credentials = open(taken.credentials, placeOf(clinicId, accountId), keys);
          return !taken.isAbandoned
            ? { kind: 'ours', credentials }
            : { kind: 'unresolved', externalId: taken.externalId, credentials };
        }
        const found = await readRenewal(run, clinicId, accountId);
        if (!found)
          throw new GlowBotError('SCOPE_REFUSED', `There is no account ${accountId} in this scope.`);
        if (found.state !== 'connected') return { kind: 'closed' };
        return Number(found.version) > ask.seen ? { kind: 'newer' } : { kind: 'busy' };
      }),

    settleRenewal: (scope, accountId, { renewalId, seen, settlement }) =>
      database.inScope(scope, (run) => {
        const clinicId = clinicOf(scope);
        const about = { clinicId, accountId, renewalId, seen };
        switch (settlement.kind) {
          case 'renewed': {
            const { credentials, expiresAt, renewAt } = settlement;
            const sealed = seal(credentials, placeOf(clinicId, accountId), keys);
            return storeRenewed(run, { ...about, credentials: sealed, expiresAt, renewAt });
          }
          case 'not-spent': {
            const { renewAt, trouble, code } = settlement;
            return storeNotRenewed(run, { ...about, renewAt, trouble, code, isLost: false });
          }
          case 'lost': {
            const { trouble, code } = settlement;
            return storeNotRenewed(run, { ...about, renewAt: null, trouble, code, isLost: true });
          }
        }
      }),

    noteTrouble: (scope, accountId, trouble) =>
      database.inScope(scope, (run) =>
        trouble
          ? storeTrouble(run, clinicOf(scope), accountId, trouble)
          : clearTrouble(run, clinicOf(scope), accountId),
      ),

    disconnectAccount: (scope, accountId) =>
      database.inScope(scope, (run) =>
        endConnection(run, clinicsOf(scope), accountId, (clinicId) =>
          seal(null, placeOf(clinicId, accountId), keys),
        ),
      ),

    claimProbes: (channels, notSinceMs, limit) =>
      database.asEngine(async ({ run, enter }) => {
        const found = await findUnprobed(run, channels, notSinceMs, limit);
        if (found.length === 0) return [];
        const inClinics = await enter(issueScope(found.map(({ clinicId }) => clinicId)));
        return (await takeUnprobed(inClinics, found, notSinceMs)).map(toDue);
      }),

    claimGaps: (channels, notSinceMs, limit) =>
      database.asEngine(async ({ run, enter }) => {
        const found = await findUnreconciled(run, channels, notSinceMs, limit);
        if (found.length === 0) return [];
        const inClinics = await enter(issueScope(found.map(({ clinicId }) => clinicId)));
        const taken = await takeUnreconciled(inClinics, found, notSinceMs);
        return taken.map(({ connectedAt, reconciledAt, ...account }) => ({
          account: { ...account, scope: issueScope([account.clinicId]) },
          connectedAt,
          reconciledAt,
        }));
      }),
    knownMessages: (scope, accountId, since) =>
      database.inScope(scope, async (run) =>
        (await readEventsSince(run, clinicsOf(scope), accountId, since)).flatMap(({ event }) => {
          const known = Known.safeParse(JSON.parse(event));
          return known.success ? [known.data] : [];
        }),
      ),
    reconciled: (scope, accountId, until) =>
      database.inScope(scope, (run) => storeReconciled(run, clinicOf(scope), accountId, until)),
    askToReconcile: (scope, accountId) =>
      database.inScope(scope, (run) => storeAsked(run, clinicOf(scope), accountId)),

    claimTroubles: (limit) =>
      database.asEngine(async ({ run, enter }) => {
        const found = await findUntold(run, limit);
        if (found.length === 0) return [];
        const inClinics = await enter(issueScope(found.map(({ clinicId }) => clinicId)));
        const taken = await takeUntold(inClinics, found);
        return taken.map(({ clinicId, ...account }) => ({
          clinicId,
          scope: issueScope([clinicId]),
          account,
        }));
      }),

    troubleTold: (scope, accountId) =>
      database.inScope(scope, (run) => storeTold(run, clinicOf(scope), accountId)),

    beginConsent: (scope, { state, browser, channel, held }) =>
      database.inScope(scope, (run) => {
        const clinicId = clinicOf(scope);
        const id = randomUUID();
        const sealed = seal(held, { clinicId, rowId: id, column: 'held' }, keys);
        const row = { clinicId, digest: digestOf(state), browser: digestOf(browser), id, channel };
        return storeConsent(run, { ...row, held: sealed });
      }),

    async takeConsent(state, browser) {
      const digest = digestOf(state);
      const clinicId = await database.asEngine(({ run }) => findConsentsClinic(run, digest));
      if (clinicId === undefined) return undefined;
      const scope = issueScope([clinicId]);
      const used = await database.inScope(scope, (run) =>
        useConsent(run, clinicId, digest, digestOf(browser)),
      );
      if (!used) return undefined;
      const place = { clinicId, rowId: used.id, column: 'held' };
      return { scope, channel: used.channel, held: z.string().parse(open(used.held, place, keys)) };
    },
  };
}

const Known = z.object({
  id: z.string(),
  kind: z.enum(['message', 'echo']),
  contactId: z.string(),
  text: z.string(),
  at: z.number(),
});

type FoundAccount = Omit<DueAccount, 'version' | 'scope'> & { version: string };

function toDue({ version, ...account }: FoundAccount): DueAccount {
  return { ...account, version: Number(version), scope: issueScope([account.clinicId]) };
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest();
