import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import type { InboundMessage } from '../contracts/inbound-event.ts';
import type { HouseEvent, InboxItem, JournalStep, TurnLoad } from '../contracts/turn-store.ts';
import type { BusyPeriod } from '../domain/busy.ts';
import { minuteMs, toInstant } from '../domain/clinic-time.ts';
import { freeze } from '../machines/snapshot.ts';
import { guardRecords } from '../copy/guard/index.ts';
import { buildLexicon } from '../understanding/index.ts';
import { installSkill, openSkills } from './install-skill.ts';
import { createSkillWatch } from './skill-watch.ts';
import { detailOf } from './journal.ts';
import { replay } from './replay.ts';
import { runTurn } from './run-turn.ts';
import { z } from 'zod';

const morning = toInstant({ date: '2026-11-24', time: '09:30' }, smallClinic.zone);
const lexicon = buildLexicon(smallClinic);

const phrases = [
  'chào shop',
  'giá peel bao nhiêu',
  'filler giá sao',
  'mai 3h chiều còn chỗ không',
  'cho em đặt lịch peel',
  'chăm sóc da nha',
  'cơ sở Bắc',
  'chiều mai',
  '3h nha',
  'thứ 7',
  'em tên Lan Thử',
  '0900000009',
  'dạ đúng rồi',
  'không ạ',
  'có, em đang bầu',
  'à nhầm, 5h',
  'thôi hủy đi',
  'đổi lịch giúp em',
  'để em hỏi chồng',
  'gặp người thật',
  'tiêm xong em nhìn mờ',
  'dở quá, làm ăn kiểu gì',
  'dừng nhắn tin',
  'asdkjh qwe',
  'cảm ơn em',
  'hi, how much is peel',
] as const;

type Turn = { says: readonly string[]; house: readonly HouseEvent['kind'][]; rest: number };

const turn: fc.Arbitrary<Turn> = fc.record({
  says: fc.array(fc.constantFrom(...phrases), { maxLength: 3 }),
  house: fc.array(
    fc.constantFrom<HouseEvent['kind'][]>(
      'staff.tookOver',
      'staff.released',
      'speaker.unsure',
      'delivery.failed',
    ),
    { maxLength: 1 },
  ),
  rest: fc.constantFrom(1, 20, 24 * 60),
});

const skill = installSkill({
  name: 'prices',
  settingsSchema: z.object({}),
  settingsVersion: 1,
  needs: [],
  consider: ({ understanding }) =>
    (understanding.entities.treatments ?? []).map((treatment) => ({
      answers: `price of ${treatment}`,
      key: 'price.fixed' as const,
      facts: { treatment, area: null, amount: 600_000, unit: 'buổi' },
    })),
});
const known = {
  clinic: smallClinic,
  lexicon,
  claimable: () => guardRecords(smallClinic, lexicon),
  skills: openSkills([skill], [], (_, why) => {
    throw new Error(why);
  }),
};

/** A conversation by the engine itself, on a calendar that remembers what was taken. */
async function talk(turns: readonly Turn[]) {
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
  let conversation: TurnLoad['conversation'] = {
    channel: 'test',
    accountId: 'a',
    contactId: 'c',
    customerId: 'k',
    snapshot: null,
    chartVersion: null,
    epoch: 0,
  };
  let now = morning;
  const busy = new Map<string, BusyPeriod>();
  const timers = new Map<string, number>();
  const journal: JournalStep[] = [];
  const store = {
    busyBetween: async () => [...busy.values()],
    bookingsOf: async () => [],
    matchEcho: async () => ({ kind: 'not-ours' as const }),
  };
  for (const { says, house, rest } of turns) {
    now += rest * minuteMs;
    const waiting = [
      ...house.map((kind) => ({ kind, id: newId(), at: now, by: 'x', why: 'x' })),
      ...says.map((text) => said(newId(), text, now)),
    ].map((event, seq) => ({ seq: String(seq), event }) as InboxItem);
    const dueTimers = [...timers]
      .filter(([, dueAt]) => dueAt <= now)
      .map(([name, dueAt]) => ({ name, dueAt }));
    const commit = await runTurn(
      {
        store: store as never,
        watch: createSkillWatch(),
        clock: () => now,
        newId,
        idOf: newId,
        notice: ({ what, error }) => {
          throw new Error(what, { cause: error });
        },
      },
      { get: async () => known },
      {
        lease: { clinicId: 'x', conversationId: 'y', fence: '1' },
        scope: { clinicIds: ['x'] } as never,
        clinicVersion: 1,
        conversation,
        customer: { name: null, phone: null, optedOut: false, birthday: null },
        waiting,
        isSettled: true,
        unsaid: [],
        dueTimers,
      },
    );
    for (const name of [...commit.firedTimers, ...commit.cancelTimers]) timers.delete(name);
    for (const { name, dueAt } of commit.setTimers) timers.set(name, dueAt);
    for (const change of commit.calendar) {
      if (change.kind === 'hold' || change.kind === 'book') {
        const { start, end, staff, room, place } = change.slot;
        const heldUntil = change.kind === 'hold' ? change.until : null;
        busy.set(change.id, { id: change.id, staff, room, place, machine: null, start, end, heldUntil });
      }
      if (change.kind === 'release') busy.delete(change.id);
    }
    conversation = { ...conversation, ...commit.conversation };
    journal.push(...(JSON.parse(JSON.stringify(commit.steps)) as JournalStep[]));
  }
  return { journal, snapshot: conversation.snapshot ?? '' };
}

function said(id: string, text: string, at: number): InboundMessage {
  return { kind: 'message', id, accountId: 'a', contactId: 'c', at, messageId: id, text, attachments: [] };
}

describe('a journal, walked again', () => {
  test('gives the same states and effects for whatever was said and whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 25 }), async (turns) => {
        const { journal, snapshot } = await talk(turns);
        const again = replay(journal);
        expect(again.steps.filter(({ isSame }) => !isSame)).toEqual([]);
        expect(again.steps).toHaveLength(journal.length);
        if (journal.length > 0) expect(JSON.parse(freeze(again.snapshot).json)).toEqual(JSON.parse(snapshot));
      }),
      { numRuns: 150 },
    );
  });

  test('a hundred times over, changes nothing and comes out alike', async () => {
    const { journal } = await talk([{ says: ['cho em đặt lịch peel', 'mai 3h'], house: [], rest: 1 }]);
    const first = replay(journal);
    for (let nth = 0; nth < 100; nth += 1) expect(replay(journal)).toEqual(first);
  });

  test('says which step came out otherwise', async () => {
    const { journal } = await talk([{ says: ['giá peel bao nhiêu'], house: [], rest: 1 }]);
    const tampered = journal.map((step) => ({ ...step, to: 'automated.elsewhere' }));
    expect(replay(tampered).steps.map(({ isSame }) => isSame)).toEqual(tampered.map(() => false));
  });

  test('begins where the present charts took over from older ones', async () => {
    const { journal } = await talk([{ says: ['chào shop'], house: [], rest: 1 }]);
    const old = { event: 'x', from: 'a', to: 'b', at: morning, detail: { begins: { chart: 0 } } };
    expect(replay([old, old]).steps).toEqual([]);
    expect(replay([old, ...journal]).steps).toHaveLength(journal.length);
  });

  test('holds neither name nor number beside the facts they became', async () => {
    const { journal } = await talk([
      { says: ['cho em đặt lịch peel mai 3h, em tên Lan Thử, 0900000009'], house: [], rest: 1 },
    ]);
    const understood = journal.map((step) => detailOf(step).understood);
    expect(JSON.stringify(understood)).not.toMatch(/Lan|0900/);
    expect(JSON.stringify(understood)).toContain('đặt lịch');
  });
});
