import { type ClinicStore, type ConversationSummary, GlowBotError, type StoredStep } from '@glowbot/core';
import { conversationIn, type House } from './house.ts';
import { type ConversationRow, type StepRow, toRecord } from './rows.ts';
import { clinicOf, clinicsOf, issueScope } from './scope.ts';

export function clinicStore(house: House): ClinicStore {
  const conversationsOf = (clinicIds: readonly string[]) =>
    [...house.conversations.values()].filter(({ clinicId }) => clinicIds.includes(clinicId));

  return {
    async createClinic(slug, clinic) {
      if ([...house.clinics.values()].some((row) => row.slug === slug)) {
        throw new GlowBotError('CONFIG_INVALID', `The short name ${slug} is used twice.`);
      }
      const id = house.newId();
      house.clinics.set(id, { id, slug, clinic, version: 1 });
      return { clinicId: id, scope: issueScope([id]) };
    },

    async findClinic(slug) {
      const row = [...house.clinics.values()].find((one) => one.slug === slug);
      return row && { clinicId: row.id, scope: issueScope([row.id]) };
    },

    async loadClinic(scope) {
      const row = house.clinics.get(clinicOf(scope));
      if (!row) throw new GlowBotError('SCOPE_REFUSED', 'The scope names a clinic that is not there.');
      return { version: row.version, clinic: row.clinic };
    },

    async connectAccount(scope, { channel, externalId, name, credentials }) {
      const clinicId = clinicOf(scope);
      const key = JSON.stringify([channel, externalId]);
      const known = house.accounts.get(key);
      if (known && known.clinicId !== clinicId) {
        throw new GlowBotError('SCOPE_REFUSED', `This ${channel} account cannot be connected here.`);
      }
      const id = known?.id ?? house.newId();
      house.accounts.set(key, { id, clinicId, channel, externalId, name, credentials });
      return id;
    },

    async openAccount(scope, accountId) {
      const clinicIds = clinicsOf(scope);
      const account = [...house.accounts.values()].find(({ id }) => id === accountId);
      if (!account || !clinicIds.includes(account.clinicId)) {
        throw new GlowBotError('SCOPE_REFUSED', `There is no account ${accountId} in this scope.`);
      }
      const { externalId, credentials } = account;
      return { externalId, credentials, version: 1, state: 'connected' };
    },

    async issueAccessToken(scope, _label) {
      const token = `glow_${house.newId()}${house.newId()}`;
      house.tokens.set(token, clinicOf(scope));
      return token;
    },

    async scopeOfToken(token) {
      const clinicId = house.tokens.get(token);
      return clinicId === undefined ? undefined : issueScope([clinicId]);
    },

    async conversations(scope, { limit, before }) {
      const rows = conversationsOf(clinicsOf(scope)).toSorted((a, b) => b.touched - a.touched);
      const seen = before === undefined ? -1 : rows.findIndex(({ id }) => id === before);
      return rows.slice(seen + 1, seen + 1 + limit).map(toSummary);
    },

    async conversation(scope, id) {
      const row = conversationIn(house, clinicsOf(scope), id);
      if (!row) return undefined;
      const delivery = new Map(row.outbox.map((reply) => [reply.id, reply.state]));
      return {
        ...toSummary(row),
        messages: row.messages
          .toSorted((a, b) => a.at - b.at || a.seq - b.seq)
          .map(({ seq: _, ...message }) => ({ ...message, delivery: delivery.get(message.id) ?? null })),
        steps: row.steps.map((step) => toStep(row, step)),
        appointments: [...house.appointments.values()]
          .filter(({ conversation }) => conversation === row)
          .toSorted((a, b) => a.slot.start - b.slot.start)
          .map(toRecord),
      };
    },

    async journal(scope, id) {
      const row = conversationIn(house, clinicsOf(scope), id);
      return row?.steps.map((step) => toStep(row, step)) ?? [];
    },

    async stepsAfter(scope, cursor, limit) {
      const clinicIds = clinicsOf(scope);
      const from = /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : undefined;
      if (from === undefined) return { steps: [], cursor: String(house.next()) };
      const steps = conversationsOf(clinicIds)
        .flatMap((row) => row.steps.filter(({ seq }) => seq > from).map((step) => ({ row, step })))
        .toSorted((a, b) => a.step.seq - b.step.seq)
        .slice(0, limit)
        .map(({ row, step }) => toStep(row, step));
      return { steps, cursor: steps.at(-1)?.cursor ?? String(from) };
    },
  };
}

function toSummary(row: ConversationRow): ConversationSummary {
  const times = row.messages.map(({ at }) => at);
  return {
    id: row.id,
    channel: row.channel,
    state: row.state,
    mode: row.state.split('.')[0] === 'handoff' ? 'handoff' : 'automated',
    customerName: row.customer.name,
    lastMessageAt: times.length > 0 ? Math.max(...times) : null,
  };
}

function toStep(row: ConversationRow, { seq, ...step }: StepRow): StoredStep {
  return { ...step, cursor: String(seq), conversationId: row.id };
}
