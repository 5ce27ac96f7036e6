import { randomUUID } from 'node:crypto';
import type { ClinicScope, JournalStep } from '@glowbot/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleClinic } from './example-clinic.ts';
import { type House, houseOf, noon, type OpenStore, type StoreSubject } from './store-contract-house.ts';

const step = (event: string): JournalStep => ({
  event,
  from: 'a',
  to: 'b',
  detail: { n: 1, odd: '\0' },
  at: noon,
});

export function recordsContract(subject: StoreSubject): void {
  describe('records, accounts and what a clinic sees', () => {
    let open: OpenStore;
    let ours: House;
    let theirs: House;
    beforeAll(async () => {
      open = await subject.open();
      ours = await houseOf(open.store);
      theirs = await houseOf(open.store);
    });
    afterAll(() => open.close());

    it('gives a clinic’s records back as they were written, in their order', async () => {
      const { clinic, version } = await open.store.loadClinic(ours.scope);
      expect(clinic).toEqual(exampleClinic);
      expect(version).toBeGreaterThan(0);
    });

    it('finds a clinic by its short name, which is given once', async () => {
      const made = await open.store.createClinic('hoa-sen', exampleClinic);
      expect((await open.store.findClinic('hoa-sen'))?.clinicId).toBe(made.clinicId);
      expect(await open.store.findClinic('hoa-hong')).toBeUndefined();
      await expect(open.store.createClinic('hoa-sen', exampleClinic)).rejects.toThrow(/CONFIG_INVALID/);
    });

    it('opens an account for its own clinic only', async () => {
      const { accountId } = ours.account;
      const opened = await open.store.openAccount(ours.scope, accountId);
      expect(opened).toEqual({
        externalId: ours.account.externalId,
        credentials: { token: 'bí mật' },
        version: 1,
        state: 'connected',
      });
      await expect(open.store.openAccount(theirs.scope, accountId)).rejects.toThrow(/SCOPE_REFUSED/);
      const both = await Promise.allSettled([
        open.store.openAccount(ours.scope, accountId),
        open.store.openAccount(theirs.scope, accountId),
      ]);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    });

    it('connects an account again under its id, and never to a second clinic', async () => {
      const { channel, externalId, accountId } = ours.account;
      const again = { channel, externalId, name: 'mới', credentials: { token: 'mới' } };
      expect(await open.store.connectAccount(ours.scope, again)).toBe(accountId);
      expect((await open.store.openAccount(ours.scope, accountId)).credentials).toEqual({ token: 'mới' });
      await expect(open.store.connectAccount(theirs.scope, again)).rejects.toThrow(/SCOPE_REFUSED/);
      expect((await open.store.routeAccount(channel, externalId))?.clinicId).toBe(ours.clinicId);
    });

    it('gives a presented token the scope of its clinic, and anything else none', async () => {
      const token = await open.store.issueAccessToken(ours.scope, 'quầy lễ tân');
      expect(token.length).toBeGreaterThan(40);
      expect((await open.store.scopeOfToken(token))?.clinicIds).toEqual([ours.clinicId]);
      expect(await open.store.scopeOfToken(token.toUpperCase())).toBeUndefined();
      expect(await open.store.scopeOfToken('')).toBeUndefined();
    });

    it('lists conversations, last touched first, page by page, and each clinic’s alone', async () => {
      const worker = await ours.worker();
      const conversations: string[] = [];
      for (const text of ['1', '2', '3']) {
        const id = await ours.says(text);
        await ours.turn(worker, id);
        conversations.push(id);
      }
      const firstPage = await open.store.conversations(ours.scope, { limit: 2 });
      expect(firstPage.map(({ id }) => id)).toEqual(conversations.toReversed().slice(0, 2));
      const secondPage = await open.store.conversations(ours.scope, { limit: 2, before: firstPage[1]?.id });
      expect(secondPage.map(({ id }) => id)).toEqual(conversations.slice(0, 1));
      expect(await open.store.conversations(theirs.scope, { limit: 10 })).toEqual([]);
      expect(await open.store.conversation(theirs.scope, conversations[0] ?? '')).toBeUndefined();
      expect(await open.store.conversation(ours.scope, randomUUID())).toBeUndefined();
      const about = { kind: 'staff.released' as const, id: randomUUID(), at: noon, by: 'api' };
      expect(await open.store.receiveFromHouse(theirs.scope, conversations[0] ?? '', about)).toBe(false);
    });

    it('streams steps from the present on, each once and in order, and resumes at a cursor', async () => {
      const worker = await ours.worker();
      const conversationId = await ours.says('xem nhé');
      /** A step may show a moment after its commit: others that began earlier must be over first. */
      const shownAfter = async (cursor: string) =>
        (await open.store.stepsAfter(ours.scope, cursor, 10)).steps.map(({ event }) => event);
      const start = await open.store.stepsAfter(ours.scope, null, 10);
      await ours.turn(worker, conversationId, { steps: [step('before')] });
      await expect.poll(() => shownAfter(start.cursor)).toEqual(['before']);
      const present = await open.store.stepsAfter(ours.scope, null, 10);
      expect(present.steps).toEqual([]);
      await ours.says('tiếp', { conversationId });
      await ours.turn(worker, conversationId, { steps: [step('one'), step('two'), step('three')] });
      await expect.poll(() => shownAfter(present.cursor)).toEqual(['one', 'two', 'three']);
      const first = await open.store.stepsAfter(ours.scope, present.cursor, 2);
      expect(first.steps.map(({ event }) => event)).toEqual(['one', 'two']);
      expect(first.steps[0]).toEqual({ ...step('one'), conversationId, cursor: first.steps[0]?.cursor });
      const rest = await open.store.stepsAfter(ours.scope, first.cursor, 10);
      expect(rest.steps.map(({ event }) => event)).toEqual(['three']);
      const end = await open.store.stepsAfter(ours.scope, rest.cursor, 10);
      expect(end).toEqual({ steps: [], cursor: rest.cursor });
      expect((await open.store.stepsAfter(ours.scope, 'not a cursor', 10)).steps).toEqual([]);
      expect((await open.store.stepsAfter(theirs.scope, present.cursor, 10)).steps).toEqual([]);
      const detail = await open.store.conversation(ours.scope, conversationId);
      expect(detail?.steps.map(({ event }) => event)).toEqual(['before', 'one', 'two', 'three']);
      expect(await open.store.journal(ours.scope, conversationId)).toEqual(detail?.steps);
      expect(await open.store.journal(theirs.scope, conversationId)).toEqual([]);
    });

    it('refuses a scope that it did not issue itself', async () => {
      const lookAlikes: ClinicScope[] = [
        structuredClone(ours.scope),
        new Proxy(ours.scope, {}),
        { ...ours.scope },
      ];
      for (const scope of lookAlikes) {
        await expect(open.store.loadClinic(scope)).rejects.toThrow(/SCOPE_REFUSED/);
        await expect(open.store.conversations(scope, { limit: 1 })).rejects.toThrow(/SCOPE_REFUSED/);
        const account = { ...ours.account, scope };
        await expect(
          open.store.receive([{ account, conversationId: null, event: unrecognised() }]),
        ).rejects.toThrow(/SCOPE_REFUSED/);
      }
      expect(() => Object.assign(ours.scope, { clinicIds: [theirs.clinicId] })).toThrow(TypeError);
    });

    it('refuses an account presented with another clinic’s scope, and fails no neighbour by it', async () => {
      const mixed = { ...ours.account, scope: theirs.scope };
      const results = await Promise.allSettled([
        open.store.receive([{ account: ours.account, conversationId: null, event: unrecognised() }]),
        open.store.receive([{ account: mixed, conversationId: null, event: unrecognised() }]),
        open.store.receive([{ account: ours.account, conversationId: null, event: unrecognised() }]),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });

    const unrecognised = () => ({
      kind: 'unrecognised' as const,
      id: randomUUID(),
      accountId: 'page',
      contactId: null,
      at: noon,
      reason: 'thử',
      raw: '',
    });
  });
}
