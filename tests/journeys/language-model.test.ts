import { defaultModelSettings, type HandoffRecord, type ModelCallRecord } from '@glowbot/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ languageModel: {} });
});
beforeEach(() => world.simulator.claude.forgetCalls());
afterAll(() => world.close());

const nothing = { intents: [], treatments: [], area: null, branch: null, staff: null, faqs: [], when: null };
/** What the turn itself asked for; a handoff is briefed beside it. */
const uses = () =>
  world.simulator.claude
    .calls()
    .map(({ use }) => use)
    .filter((use) => use !== 'brief');

async function callsOf(customerId: string): Promise<ModelCallRecord[]> {
  const [row] = await world.sql<{ conversation_id: string }>(
    'select conversation_id from conversations where contact_id = $1',
    [customerId],
  );
  return (
    await world.api<{ calls: ModelCallRecord[] }>(`/api/conversations/${row?.conversation_id}/language-model`)
  ).calls;
}

describe('a message that the rules cannot read', () => {
  test('is answered after the model has said what it means', async () => {
    const customer = world.customer('zalo');
    world.simulator.claude.script(
      [
        {
          ...nothing,
          intents: [{ intent: 'ask_price', quote: 'nhiu' }],
          treatments: [{ key: 'hifu', quote: 'hufu' }],
        },
      ],
      'understand',
    );
    const answer = await customer.says('hufu nhiu v e');
    expect(answer.text).toMatch(/HIFU.*\d\d\d\.000đ/s);
    expect(uses()).toEqual(['understand', 'word']);
    expect(await callsOf(customer.id)).toMatchObject([
      { use: 'understand', outcome: 'used', model: 'claude-haiku-5-5', words: null },
      { use: 'word', outcome: 'used', model: 'claude-sonnet-5-5', words: null },
    ]);
  });

  test('may turn out to be an emergency, which is then said in the clinic’s own words', async () => {
    const customer = world.customer('zalo');
    world.simulator.claude.script(
      [{ ...nothing, intents: [{ intent: 'medical_red_flag', quote: 'tê hết nửa mặt' }] }],
      'understand',
    );
    const answer = await customer.says('hôm bữa xong về tê hết nửa mặt kỳ kỳ sao á');
    expect(answer.text).toContain('115');
    expect(uses()).toEqual(['understand']);
  });
});

test('a message that the rules read well costs no reading, and an emergency no call at all', async () => {
  const customer = world.customer('facebook');
  await customer.says('peel da giá bao nhiêu ạ');
  expect(uses()).toEqual(['word']);
  world.simulator.claude.forgetCalls();
  await customer.says('em tiêm filler xong bị mù mắt rồi cứu em');
  expect(uses()).toEqual([]);
});

test('a wording that may not be said is tried once more, and then the clinic’s own sentence is said', async () => {
  const customer = world.customer('zalo');
  const lie = { messages: ['Dạ hôm nay em giảm giá còn 99.000đ thôi ạ.'] };
  world.simulator.claude.script([lie, lie], 'word');
  const answer = await customer.says('peel da giá bao nhiêu ạ');
  expect(answer.text).toContain('600.000đ');
  expect(answer.text).not.toContain('99.000đ');
  const [first, second] = await callsOf(customer.id);
  expect(first).toMatchObject({
    outcome: 'refused',
    objections: expect.arrayContaining([expect.any(String)]),
  });
  expect(second).toMatchObject({ outcome: 'refused' });
  const [, again] = world.simulator.claude.calls().filter(({ use }) => use === 'word');
  expect(JSON.stringify(again?.body)).toContain('It holds a number of its own.');
});

test('a second wording that keeps to the facts is said', async () => {
  const customer = world.customer('zalo');
  world.simulator.claude.script([{ messages: ['Dạ giảm 50% ạ.'] }], 'word');
  const answer = await customer.says('peel da giá bao nhiêu ạ');
  expect(answer.text).toMatch(/^Dạ .*600\.000đ/s);
  expect((await callsOf(customer.id)).map(({ outcome }) => outcome)).toEqual(['refused', 'used']);
});

describe('a clinic decides', () => {
  const change = (settings: Partial<typeof defaultModelSettings>) =>
    world.store.setModelSettings(world.scope, { ...defaultModelSettings, ...settings });

  test('whether a model takes part', async () => {
    await change({ isOn: false });
    const answer = await world.customer('zalo').says('peel da giá bao nhiêu ạ');
    expect(answer.text).toContain('600.000đ');
    expect(uses()).toEqual([]);
  });

  test('how many tokens a month it may spend', async () => {
    await change({ monthlyTokens: 0 });
    const answer = await world.customer('zalo').says('peel da giá bao nhiêu ạ');
    expect(answer.text).toContain('600.000đ');
    expect(uses()).toEqual([]);
  });

  test('which models, how they sound, and whether their words are kept for a while', async () => {
    const until = world.clock() + 60_000;
    await change({
      understandModel: 'claude-small-of-ours',
      wordModel: 'claude-of-ours',
      voice: 'thân mật',
      keepWordsUntil: until,
    });
    await world.customer('zalo').says('zượt zượt blabla trời ơi');
    expect(world.simulator.claude.calls().map(({ model }) => model)).toEqual([
      'claude-small-of-ours',
      'claude-of-ours',
    ]);
    world.simulator.claude.forgetCalls();
    const customer = world.customer('zalo');
    await customer.says('peel da giá bao nhiêu ạ');
    const [call] = world.simulator.claude.calls();
    expect(call?.model).toBe('claude-of-ours');
    expect(JSON.stringify(call?.body)).toContain('thân mật');
    const [kept] = await callsOf(customer.id);
    expect(kept?.words?.prompt).toContain('thân mật');
    await change({});
  });

  test('over the API, where it also sees what was spent', async () => {
    const seen = await world.api<{ tokensTaken: number; tokenBudget: number; month: string }>(
      '/api/language-model',
    );
    expect(seen).toMatchObject({
      isConnected: true,
      state: { kind: 'helping' },
      month: '2026-11',
      tokenBudget: 5_000_000,
      tokensLeft: 5_000_000 - seen.tokensTaken,
      usage: {
        turns: expect.any(Number),
        refused: expect.any(Number),
        costUsd: expect.any(Number),
        unpriced: ['claude-small-of-ours', 'claude-of-ours'],
      },
    });
    expect(seen.tokensTaken).toBeGreaterThan(0);
    const before = await world.api('/api/language-model?month=2026-10');
    expect(before).toMatchObject({
      month: '2026-10',
      tokensTaken: 0,
      usage: { turns: 0, calls: 0, costUsd: 0 },
    });
    expect(
      (
        await fetch(`${world.server.url}/api/language-model?month=2026-13`, {
          headers: { authorization: `Bearer ${world.token}` },
        })
      ).status,
    ).toBe(400);
    const answer = await fetch(`${world.server.url}/api/language-model/settings`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ isOn: 'maybe' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('isOn') });
  });
});

describe('a handoff is briefed', () => {
  const handoffOf = async (contactId: string) => {
    const { handoffs } = await world.api<{ handoffs: HandoffRecord[] }>('/api/handoffs');
    const [row] = await world.sql<{ conversation_id: string }>(
      'select conversation_id from conversations where contact_id = $1',
      [contactId],
    );
    return handoffs.find(({ conversationId }) => conversationId === row?.conversation_id);
  };
  const briefOf = async (contactId: string) => (await handoffOf(contactId))?.brief;
  async function asksForAPerson() {
    const customer = world.customer('zalo');
    await customer.says('em tên Canary Bích Thảo, peel da giá bao nhiêu ạ');
    await customer.says('cho em gặp nhân viên tư vấn');
    return customer;
  }

  test('by the model in words that the records bear out, without it knowing who the customer is', async () => {
    const customer = await asksForAPerson();
    await expect.poll(async () => (await briefOf(customer.id))?.by).toBe('model');
    expect(await briefOf(customer.id)).toMatchObject({ summary: expect.stringContaining('gặp nhân viên') });
    const prompts = world.simulator.claude.calls().filter(({ use }) => use === 'brief');
    expect(prompts).toHaveLength(1);
    expect(JSON.stringify(prompts)).not.toMatch(/Canary|Bích Thảo/);
  });

  test('by rules in what the model must not claim, and the clinic can read why', async () => {
    const customer = world.customer('facebook');
    world.simulator.claude.setMode('lying');
    await customer.says('cho em gặp nhân viên tư vấn');
    const outcomes = async () => (await callsOf(customer.id)).map(({ use, outcome }) => [use, outcome]);
    await expect.poll(outcomes).toEqual([['brief', 'refused']]);
    world.simulator.claude.setMode('honest');
    const brief = await briefOf(customer.id);
    expect(brief).toMatchObject({ by: 'rules', title: 'Khách muốn gặp nhân viên' });
    expect(brief?.summary).toContain('cho em gặp nhân viên tư vấn');
    expect(JSON.stringify(brief)).not.toContain('49.123');
  });

  test('while its answer takes its time: the handoff itself has waited for nothing', async () => {
    world.simulator.claude.failNext({ count: 1, fault: { kind: 'late', ms: 3_000 } });
    const customer = world.customer('zalo');
    const began = Date.now();
    await customer.says('cho em gặp nhân viên tư vấn');
    await expect.poll(async () => (await briefOf(customer.id))?.by).toBe('rules');
    expect(Date.now() - began).toBeLessThan(3_000);
    expect((await handoffOf(customer.id))?.owner).toBe('le_tan');
    await expect.poll(async () => (await briefOf(customer.id))?.by, { timeout: 10_000 }).toBe('model');
  });

  test('by rules when the clinic wants no model', async () => {
    await world.store.setModelSettings(world.scope, { ...defaultModelSettings, isOn: false });
    const customer = await asksForAPerson();
    await expect.poll(async () => (await briefOf(customer.id))?.by).toBe('rules');
    expect((await briefOf(customer.id))?.summary).toContain('Khách muốn: Peel da');
    expect(world.simulator.claude.calls()).toEqual([]);
    await world.store.setModelSettings(world.scope, defaultModelSettings);
  });
});

test('words that arrive while a model thinks end its thinking', async () => {
  const customer = world.customer('facebook');
  world.simulator.claude.failNext({ count: 1, fault: { kind: 'hang' } });
  const began = Date.now();
  world.simulator.customerSays(customer.id, 'peel da giá bao nhiêu ạ');
  while (world.simulator.claude.calls().length === 0) await new Promise(setImmediate);
  const answer = await customer.says('à thôi cho em hỏi địa chỉ');
  expect(answer.text.length).toBeGreaterThan(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect((await callsOf(customer.id)).map(({ outcome }) => outcome)).toContain('moot');
});

test('most of what is sent is read from the vendor’s cache', async () => {
  for (let n = 0; n < 6; n += 1) await world.customer('zalo').says(`zượt zượt blabla ${n}`);
  const spent = await world.sql<{ read: string; all: string }>(
    `select sum(cache_read_tokens) as read, sum(input_tokens) as all from language_model_calls where use = 'understand'`,
  );
  const share = Number(spent[0]?.read) / Number(spent[0]?.all);
  expect(share).toBeGreaterThan(0.5);
});
