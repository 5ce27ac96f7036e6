import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type ClinicStore, GlowBotError } from '@glowbot/core';
import { issueScope, onlyClinicOf } from './clinic-scopes.ts';
import type { Database } from './database.ts';
import { readClinic } from './records/read-clinic.ts';
import { writeClinic } from './records/write-clinic.ts';
import type { MasterKeys } from './secrets/master-keys.ts';
import { open, seal } from './secrets/seal.ts';
import { listConversations, readConversation, readStepsAfter } from './sql/dashboard-reads.ts';

const findClinic = 'select clinic_id from clinics where slug = $1';
const findToken = 'select clinic_id from access_tokens where digest = $1';
const findOwnAccount =
  'select account_id from accounts where clinic_id = $1 and channel = $2 and external_id = $3';
const connect = `
insert into accounts (clinic_id, account_id, channel, external_id, name, sealed_credentials) values ($1, $2, $3, $4, $5, $6)
on conflict (clinic_id, account_id) do update set name = excluded.name, sealed_credentials = excluded.sealed_credentials
`;
const account =
  'select external_id, sealed_credentials from accounts where clinic_id = $1 and account_id = $2';
const issueToken = 'insert into access_tokens (clinic_id, token_id, digest, label) values ($1, $2, $3, $4)';

const digestOf = (token: string) => createHash('sha256').update(token).digest();

export function clinicStore(database: Database, keys: MasterKeys): ClinicStore {
  const placeOf = (clinicId: string, accountId: string) => ({
    clinicId,
    column: 'accounts.sealed_credentials',
    recordId: accountId,
  });

  return {
    async createClinic(slug, clinic) {
      const clinicId = randomUUID();
      const scope = issueScope([clinicId]);
      await database.inScope(scope, (tx) => writeClinic(tx, clinicId, slug, clinic));
      return { clinicId, scope };
    },

    async findClinic(slug) {
      const [row] = await database.asEngine((tx) => tx.query<{ clinic_id: string }>(findClinic, [slug]));
      return row && { clinicId: row.clinic_id, scope: issueScope([row.clinic_id]) };
    },

    async loadClinic(scope) {
      const clinicId = onlyClinicOf(scope);
      const records = await database.inScope(scope, (tx) => readClinic(tx, clinicId));
      if (!records) throw new GlowBotError('RECORD_MISSING', `It is clinic ${clinicId}.`);
      return records;
    },

    async connectAccount(scope, { channel, externalId, name, credentials }) {
      const clinicId = onlyClinicOf(scope);
      return database.inScope(scope, async (tx) => {
        const [known] = await tx.query<{ account_id: string }>(findOwnAccount, [
          clinicId,
          channel,
          externalId,
        ]);
        const accountId = known?.account_id ?? randomUUID();
        const sealed = seal(keys, JSON.stringify(credentials), placeOf(clinicId, accountId));
        await tx.query(connect, [clinicId, accountId, channel, externalId, name, sealed]);
        return accountId;
      });
    },

    async openAccount(scope, accountId) {
      const clinicId = onlyClinicOf(scope);
      const [row] = await database.inScope(scope, (tx) =>
        tx.query<{ external_id: string; sealed_credentials: Buffer }>(account, [clinicId, accountId]),
      );
      if (!row) throw new GlowBotError('RECORD_MISSING', `It is account ${accountId}.`);
      const credentials: unknown = JSON.parse(open(keys, row.sealed_credentials, placeOf(clinicId, accountId)));
      return { externalId: row.external_id, credentials };
    },

    async issueAccessToken(scope, label) {
      const token = randomBytes(32).toString('base64url');
      const clinicId = onlyClinicOf(scope);
      await database.inScope(scope, (tx) =>
        tx.query(issueToken, [clinicId, randomUUID(), digestOf(token), label]),
      );
      return token;
    },

    async scopeOfToken(token) {
      const [row] = await database.asEngine((tx) =>
        tx.query<{ clinic_id: string }>(findToken, [digestOf(token)]),
      );
      return row && issueScope([row.clinic_id]);
    },

    conversations: (scope, page) =>
      database.inScope(scope, (tx) => listConversations(tx, onlyClinicOf(scope), page)),
    conversation: (scope, id) =>
      database.inScope(scope, (tx) => readConversation(tx, onlyClinicOf(scope), id)),
    stepsAfter: (scope, cursor, limit) =>
      database.inScope(scope, (tx) => readStepsAfter(tx, onlyClinicOf(scope), cursor, limit)),
  };
}
