import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  type ClinicScope,
  type ClinicStore,
  type ConversationSummary,
  GlowBotError,
  type StoredStep,
} from '@glowbot/core';
import { z } from 'zod';
import { coalesce } from './coalesce.ts';
import type { Database } from './database/database.ts';
import { sqlState, sqlStateOf } from './database/failure.ts';
import { insertClinic } from './records/insert-clinic.ts';
import { readClinic } from './records/read-clinic.ts';
import { clinicOf, clinicsOf, issueScope } from './scope.ts';
import type { MasterKeys } from './secrets/master-keys.ts';
import { open, seal } from './secrets/seal.ts';
import { findTokensClinic, storeAccessToken } from './sql/access-tokens.ts';
import { findOwnAccount, readAccounts, storeAccount } from './sql/accounts.ts';
import { findClinic } from './sql/find-clinic.ts';
import {
  readAppointments,
  readSummaries,
  readSummary,
  readThread,
  type SummaryRow,
} from './sql/read-conversations.ts';
import {
  readJournal,
  readPresent,
  readSteps,
  readStepsAfter,
  type StepCursor,
  type StepRow,
} from './sql/read-steps.ts';

const Attachments = z.array(z.object({ type: z.string(), url: z.string().optional() }));

export function clinicStore(database: Database, keys: MasterKeys): ClinicStore {
  /** Every send opens its account: sends at the same time share the question. */
  const readAccount = coalesce(
    async (wanted: readonly { clinicIds: readonly string[]; accountId: string }[]) => {
      const scope = issueScope(wanted.flatMap(({ clinicIds }) => clinicIds));
      const rows = await database.inScope(scope, (run) => readAccounts(run, wanted));
      return wanted.map(
        ({ clinicIds, accountId }) =>
          rows.find((row) => row.id === accountId && clinicIds.includes(row.clinicId)) ?? null,
      );
    },
  );

  return {
    async createClinic(slug, clinic) {
      const clinicId = randomUUID();
      const scope = issueScope([clinicId]);
      await database
        .inScope(scope, (run) => insertClinic(run, clinicId, slug, clinic))
        .catch((error: unknown) => {
          if (sqlStateOf(error) !== sqlState.unique) throw error;
          throw new GlowBotError(
            'CONFIG_INVALID',
            `The short name ${slug} or a key of the records is used twice.`,
          );
        });
      return { clinicId, scope };
    },

    async findClinic(slug) {
      const clinicId = await database.asEngine(({ run }) => findClinic(run, slug));
      return clinicId === undefined ? undefined : { clinicId, scope: issueScope([clinicId]) };
    },

    loadClinic: (scope) => database.inScope(scope, (run) => readClinic(run, clinicOf(scope))),

    async connectAccount(
      scope,
      { channel, externalId, name, credentials, expiresAt = null, renewAt = null },
    ) {
      const clinicId = clinicOf(scope);
      try {
        return await database.inScope(scope, async (run) => {
          const id = (await findOwnAccount(run, clinicId, channel, externalId)) ?? randomUUID();
          const sealed = seal(credentials, { clinicId, rowId: id, column: 'credentials' }, keys);
          await storeAccount(run, {
            clinicId,
            id,
            channel,
            externalId,
            name,
            credentials: sealed,
            expiresAt,
            renewAt,
          });
          return id;
        });
      } catch (error) {
        if (sqlStateOf(error) !== sqlState.unique) throw error;
        throw new GlowBotError('SCOPE_REFUSED', `This ${channel} account cannot be connected here.`);
      }
    },

    async openAccount(scope, accountId) {
      const account = await readAccount({ clinicIds: clinicsOf(scope), accountId });
      if (!account)
        throw new GlowBotError('SCOPE_REFUSED', `There is no account ${accountId} in this scope.`);
      const place = { clinicId: account.clinicId, rowId: account.id, column: 'credentials' };
      return {
        externalId: account.externalId,
        credentials: open(account.credentials, place, keys),
        version: Number(account.version),
        state: account.state,
      };
    },

    async issueAccessToken(scope, label) {
      const clinicId = clinicOf(scope);
      const token = `glow_${randomBytes(32).toString('base64url')}`;
      await database.inScope(scope, (run) => storeAccessToken(run, clinicId, digestOf(token), label));
      return token;
    },

    async scopeOfToken(token): Promise<ClinicScope | undefined> {
      const clinicId = await database.asEngine(({ run }) => findTokensClinic(run, digestOf(token)));
      return clinicId === undefined ? undefined : issueScope([clinicId]);
    },

    async conversations(scope, { limit, before }) {
      const page = { limit, before: before ?? null };
      const rows = await database.inScope(scope, (run) => readSummaries(run, clinicsOf(scope), page));
      return rows.map(toSummary);
    },

    async conversation(scope, id) {
      const clinicIds = clinicsOf(scope);
      return database.inScope(scope, async (run) => {
        const summary = await readSummary(run, clinicIds, id);
        if (!summary) return undefined;
        const messages = await readThread(run, clinicIds, id);
        return {
          ...toSummary(summary),
          messages: messages.map(({ attachments, ...message }) => ({
            ...message,
            attachments: Attachments.parse(JSON.parse(attachments)),
          })),
          steps: (await readSteps(run, clinicIds, id)).map(toStep),
          appointments: await readAppointments(run, clinicIds, id),
        };
      });
    },

    journal: (scope, conversationId) =>
      database.inScope(scope, async (run) =>
        (await readJournal(run, clinicsOf(scope), conversationId)).map(toStep),
      ),

    async stepsAfter(scope, cursor, limit) {
      return database.inScope(scope, async (run) => {
        const from = cursorFrom(cursor);
        if (!from) return { steps: [], cursor: toText(await readPresent(run)) };
        const steps = (await readStepsAfter(run, clinicsOf(scope), from, limit)).map(toStep);
        return { steps, cursor: steps.at(-1)?.cursor ?? toText(from) };
      });
    },
  };
}

const digestOf = (token: string) => createHash('sha256').update(token).digest();

function toSummary(row: SummaryRow): ConversationSummary {
  return { ...row, mode: row.state.split('.')[0] === 'handoff' ? 'handoff' : 'automated' };
}

function toStep({ detail, ...step }: StepRow): StoredStep {
  const parsed: unknown = JSON.parse(detail);
  return { ...step, detail: parsed };
}

const toText = ({ xid, seq }: StepCursor) => `${xid}.${seq}`;

/** A cursor comes back from outside; one that is not ours starts at the present. */
function cursorFrom(text: string | null): StepCursor | undefined {
  const [, xid, seq] = /^(\d{1,19})\.(\d{1,18})$/.exec(text ?? '') ?? [];
  return xid === undefined || seq === undefined ? undefined : { xid, seq };
}
