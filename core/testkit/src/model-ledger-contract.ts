import { randomUUID } from 'node:crypto';
import { defaultModelSettings, type ModelCallRecord, type ModelLedger, type Store } from '@glowbot/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, houseOf, noon } from './store-contract-house.ts';

export type LedgerSubject = {
  /** A store and its ledger, whose clock shows noon until it is told how many milliseconds pass. */
  open(): Promise<{ store: Store; ledger: ModelLedger; pass(ms: number): void; close(): Promise<void> }>;
};

/** What every ledger of a language model must promise: budgets that hold, and a clinic that sees its own calls only. */
export function modelLedgerContract(name: string, subject: LedgerSubject): void {
  describe(name, () => {
    let open: Awaited<ReturnType<LedgerSubject['open']>>;
    let house: House;
    let other: House;
    beforeAll(async () => {
      open = await subject.open();
      house = await houseOf(open.store);
      other = await houseOf(open.store);
    });
    afterAll(() => open.close());

    it('keeps what each clinic wants, and has an answer for one that never said', async () => {
      const wanted = {
        isOn: false,
        understandModel: 'small',
        wordModel: null,
        monthlyTokens: 3_000_000_000,
        voice: 'thân mật',
        keepWordsUntil: noon,
      };
      expect(await open.ledger.modelSettings(house.scope)).toEqual(defaultModelSettings);
      await open.ledger.setModelSettings(house.scope, defaultModelSettings);
      await open.ledger.setModelSettings(house.scope, wanted);
      expect(await open.ledger.modelSettings(house.scope)).toEqual(wanted);
      expect(await open.ledger.modelSettings(other.scope)).toEqual(defaultModelSettings);
    });

    it('never lets a month’s budget be overdrawn, however many ask at once', async () => {
      const asked = Array.from({ length: 40 }, () =>
        open.ledger.takeTokens(house.scope, '2026-11', 300, 3_000),
      );
      const granted = (await Promise.all(asked)).filter(Boolean);
      expect(granted).toHaveLength(10);
      expect(await open.ledger.tokensTaken(house.scope, '2026-11')).toBe(3_000);
      expect(await open.ledger.takeTokens(house.scope, '2026-12', 300, 3_000)).toBe(true);
      expect(await open.ledger.takeTokens(other.scope, '2026-11', 300, 3_000)).toBe(true);
      expect(await open.ledger.takeTokens(other.scope, '2027-01', 301, 300)).toBe(false);
    });

    it('gives back what was not spent, and never below nothing', async () => {
      await open.ledger.takeTokens(other.scope, '2026-10', 500, 1_000);
      await open.ledger.correctTokens(other.scope, '2026-10', -120);
      expect(await open.ledger.tokensTaken(other.scope, '2026-10')).toBe(380);
      await open.ledger.correctTokens(other.scope, '2026-10', -1_000);
      expect(await open.ledger.tokensTaken(other.scope, '2026-10')).toBe(0);
    });

    it('hands out the last words of a conversation with the customer’s name', async () => {
      const conversationId = await house.says('một');
      const worker = await house.worker();
      await house.turn(worker, conversationId, {
        customer: { name: 'Lan Thử' },
        messages: ['một', '', 'hai', 'ba'].map((text, at) => ({
          id: randomUUID(),
          author: at === 2 ? ('bot' as const) : ('customer' as const),
          text,
          vendorMessageId: null,
          attachments: [],
          at: noon + at,
        })),
      });
      expect(await open.ledger.recentWords(house.scope, conversationId, 2)).toEqual({
        names: ['Lan Thử'],
        lines: [
          { author: 'bot', text: 'hai' },
          { author: 'customer', text: 'ba' },
        ],
      });
      expect(await open.ledger.recentWords(other.scope, conversationId, 2)).toEqual({ names: [], lines: [] });
    });

    it('shows a clinic the calls of its own conversations, and words only until their time is over', async () => {
      const conversationId = await house.says('gọi mô hình');
      const call = callOf(conversationId);
      const words = { prompt: 'gửi đi', answer: 'nhận về', until: noon + 1_000 };
      await open.ledger.recordModelCall(house.scope, { ...call, words });
      await open.ledger.recordModelCall(house.scope, {
        ...call,
        id: randomUUID(),
        outcome: 'refused',
        objections: ['x'],
      });
      const own = await open.ledger.modelCalls(house.scope, conversationId);
      expect(own).toMatchObject([
        { ...call, words },
        { outcome: 'refused', objections: ['x'], words: null },
      ]);
      expect(await open.ledger.modelCalls(other.scope, conversationId)).toEqual([]);
      open.pass(1_000);
      expect(await open.ledger.modelCalls(house.scope, conversationId)).toMatchObject([
        { words: null },
        { words: null },
      ]);
    });

    it('adds up what a month’s calls came to, and how many turns went without one', async () => {
      const own = await houseOf(open.store);
      const worker = await own.worker();
      const conversationId = await own.says('một');
      const said = (at: number, from = 'automated.idle') => ({
        event: 'customer.said',
        from,
        to: 'automated.idle',
        detail: {},
        at,
      });
      const steps = [
        said(noon),
        said(noon + 2_000),
        said(noon + 4_000),
        said(noon + 6_000, 'handoff.withStaff'),
      ];
      await own.turn(worker, conversationId, { steps });
      const call = (about: Partial<ModelCallRecord>) =>
        open.ledger.recordModelCall(own.scope, { ...callOf(conversationId), id: randomUUID(), ...about });
      await call({ use: 'understand', at: noon + 100, ms: 10 });
      await call({ use: 'word', at: noon + 900, ms: 20, outcome: 'refused', objections: ['x'] });
      await call({ use: 'word', at: noon + 901, ms: 30 });
      await call({ use: 'word', at: noon + 4_001, ms: 40, outcome: 'vendor-failed', inputTokens: 0 });
      await call({ use: 'brief', at: noon + 6_001, ms: 50, model: 'another' });
      const usage = await open.ledger.modelUsage(own.scope, { from: noon, to: noon + 60_000 });
      expect(usage).toMatchObject({ turns: 3, turnsWithoutCall: 1 });
      expect(usage.totals.map(({ use, model, calls }) => [use, model, calls])).toEqual([
        ['brief', 'another', 1],
        ['understand', 'a-model', 1],
        ['word', 'a-model', 3],
      ]);
      expect(usage.totals[2]).toMatchObject({
        used: 1,
        refused: 1,
        failed: 1,
        inputTokens: 800,
        outputTokens: 90,
        cacheReadTokens: 900,
        p50: 30,
        p95: 40,
      });
      expect(
        await open.ledger.modelUsage(own.scope, { from: noon + 5_000, to: noon + 60_000 }),
      ).toMatchObject({
        turns: 0,
        totals: [{ use: 'brief' }],
      });
      expect(await open.ledger.modelHealth(own.scope)).toEqual({
        answeredAt: noon + 6_001,
        failed: { at: noon + 4_001, why: 'vendor-failed' },
      });
      const stranger = await houseOf(open.store);
      expect(await open.ledger.modelUsage(stranger.scope, { from: 0, to: noon * 2 })).toEqual({
        turns: 0,
        turnsWithoutCall: 0,
        totals: [],
      });
      expect(await open.ledger.modelHealth(stranger.scope)).toEqual({ answeredAt: null, failed: null });
    });

    it('writes nothing down about a conversation that is not the clinic’s', async () => {
      const conversationId = await other.says('của phòng khám khác');
      await open.ledger.recordModelCall(house.scope, callOf(conversationId));
      expect(await open.ledger.modelCalls(other.scope, conversationId)).toEqual([]);
      expect(await open.ledger.modelCalls(house.scope, conversationId)).toEqual([]);
    });
  });
}

/** A call of a language model about a conversation, as a ledger keeps it. */
export function callOf(conversationId: string): ModelCallRecord {
  return {
    id: randomUUID(),
    conversationId,
    use: 'word',
    outcome: 'used',
    objections: [],
    model: 'a-model',
    requestId: null,
    promptHash: 'ab'.repeat(32),
    promptBytes: 1_000,
    answerBytes: 50,
    inputTokens: 400,
    outputTokens: 30,
    cacheReadTokens: 300,
    cacheWriteTokens: 0,
    attempts: 1,
    ms: 12,
    at: noon,
    words: null,
  };
}
