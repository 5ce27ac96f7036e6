import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { ModelIntent, type ModelReading } from '../contracts/language-model.ts';
import { type Intent, intents, type Understanding } from '../understanding/understanding.ts';
import { mergeReadings } from './merge-readings.ts';

const texts = ['Thay da nhiu v, chiều mai em qua cs1 nha'];
const context = { texts, clinic: smallClinic, today: '2026-11-23' };

const nothing: ModelReading = {
  intents: [],
  treatments: [],
  area: null,
  branch: null,
  staff: null,
  faqs: [],
  when: null,
};

const rules = (found: Intent[] = [], entities: Understanding['entities'] = {}): Understanding => ({
  intents: found.map((intent) => ({ intent, confidence: 0.9 })),
  entities,
  language: 'vi',
  evidence: [],
});

const found = ({ intents: list }: Understanding) => list.map(({ intent }) => intent);

describe('a model adds', () => {
  test('what the customer asks for, and the records they mean', () => {
    const merged = mergeReadings(
      rules(),
      {
        ...nothing,
        intents: [{ intent: 'ask_price', quote: 'nhiu' }],
        treatments: [{ key: 'peel', quote: 'thay da' }],
        branch: { key: 'north', quote: 'cs1' },
        when: {
          date: '2026-11-24',
          dateRange: null,
          time: null,
          partOfDay: 'afternoon',
          quote: 'chiều  mai',
        },
      },
      context,
    );
    expect(merged).toMatchObject({
      intents: [{ intent: 'ask_price', confidence: 0.7 }],
      entities: {
        treatments: ['peel'],
        branch: 'north',
        when: { date: '2026-11-24', partOfDay: 'afternoon' },
      },
      evidence: [
        { of: 'ask_price', words: 'nhiu' },
        { of: 'treatment', words: 'thay da' },
      ],
    });
  });

  test('that something was asked for which the clinic does not offer', () => {
    const clinic = {
      ...smallClinic,
      notOffered: [{ name: 'Cắt mí', aliases: [], say: 'Bên em không làm ạ.' }],
    };
    const reading: ModelReading = { ...nothing, treatments: [{ key: 'not1', quote: 'thay da' }] };
    expect(mergeReadings(rules(), reading, { ...context, clinic }).entities).toEqual({
      notOffered: 'Cắt mí',
    });
  });

  test('which of the clinic’s frequent questions is asked', () => {
    const clinic = {
      ...smallClinic,
      faqs: [{ key: 'dau', question: 'Có đau không?', answer: 'Hơi châm chích ạ.' }],
    };
    const faqs = [
      { key: 'dau', quote: 'thay da' },
      { key: 'khong-co', quote: 'thay da' },
    ];
    const merged = mergeReadings(rules(), { ...nothing, faqs }, { ...context, clinic });
    expect(merged.entities).toEqual({ faqs: ['dau'] });
  });

  test('an alarm that the rules did not hear', () => {
    const reading: ModelReading = { ...nothing, intents: [{ intent: 'medical_red_flag', quote: 'thay da' }] };
    expect(mergeReadings(rules(['ask_price']), reading, context)).toMatchObject({ urgency: 'medical' });
  });

  test('a reading in place of a guess', () => {
    const reading: ModelReading = { ...nothing, intents: [{ intent: 'ask_price', quote: 'nhiu' }] };
    expect(found(mergeReadings(rules(['smalltalk']), reading, context))).toEqual(['ask_price']);
  });
});

describe('a model does not add', () => {
  test.each([
    ['words that were not said', { intents: [{ intent: 'book', quote: 'đặt lịch' }] }],
    ['no words at all', { intents: [{ intent: 'book', quote: ' ' }] }],
    ['a treatment the clinic does not have', { treatments: [{ key: 'cay-mo', quote: 'thay da' }] }],
    ['a doctor the clinic does not have', { staff: { key: 'gia', quote: 'em' } }],
    [
      'a day of the past',
      { when: { date: '2025-01-01', dateRange: null, time: null, partOfDay: null, quote: 'mai' } },
    ],
    [
      'a day far ahead',
      { when: { date: '2029-01-01', dateRange: null, time: null, partOfDay: null, quote: 'mai' } },
    ],
  ] as const)('%s', (_what, part) => {
    const merged = mergeReadings(rules(), { ...nothing, ...structuredClone(part) } as ModelReading, context);
    expect(merged.intents).toEqual([]);
    expect(merged.entities).toEqual({});
  });
});

test('what the rules found stays: details, alarms, consent and answers', () => {
  const byRules = rules(['medical_red_flag', 'opt_out', 'confirm_no', 'give_phone'], {
    treatments: ['filler'],
    phone: '0912000111',
    name: 'Lan',
    when: { date: '2026-11-25' },
  });
  const reading: ModelReading = {
    ...nothing,
    treatments: [{ key: 'peel', quote: 'thay da' }],
    when: { date: '2026-11-24', dateRange: null, time: '09:00', partOfDay: null, quote: 'mai' },
  };
  const merged = mergeReadings({ ...byRules, urgency: 'medical' }, reading, context);
  expect(merged.entities).toEqual(byRules.entities);
  expect(found(merged)).toEqual(found(byRules));
  expect(merged.urgency).toBe('medical');
});

test('whatever a model returns, it never agrees, consents, chooses, names or dials, and never silences the rules', () => {
  const rulesOnly: readonly Intent[] = intents.filter((intent) => !ModelIntent.safeParse(intent).success);
  const lasting = intents.filter(
    (intent) => !['greet', 'smalltalk', 'off_topic', 'describe_concern', 'thanks_bye'].includes(intent),
  );
  const quote = fc.constantFrom('thay da', 'nhiu', 'mai', 'giảm 50%', '', texts[0] ?? '');
  const key = fc.constantFrom('peel', 'filler', 'care', 'north', 'an', 'gia', 'not1');
  const named = fc.record({ key, quote });
  const day = fc.constantFrom('2026-11-24', '1999-01-01', null);
  const reading: fc.Arbitrary<ModelReading> = fc.record({
    intents: fc.array(fc.record({ intent: fc.constantFrom(...ModelIntent.options), quote })),
    treatments: fc.array(named),
    area: fc.option(named),
    branch: fc.option(named),
    staff: fc.option(named),
    faqs: fc.array(named),
    when: fc.option(
      fc.record({
        date: day,
        dateRange: fc.option(fc.tuple(day, day)),
        time: fc.constantFrom('09:00', null),
        partOfDay: fc.constantFrom('morning' as const, null),
        quote,
      }),
    ),
  });
  fc.assert(
    fc.property(reading, fc.subarray([...intents]), (byModel, byRules) => {
      const merged = mergeReadings(rules(byRules), byModel, context);
      const added = found(merged).filter((intent) => !byRules.includes(intent));
      expect(added.filter((intent) => rulesOnly.includes(intent))).toEqual([]);
      expect(byRules.filter((intent) => lasting.includes(intent) && !found(merged).includes(intent))).toEqual(
        [],
      );
      expect(merged.entities).not.toHaveProperty('phone');
      expect(merged.entities).not.toHaveProperty('name');
      for (const treatment of merged.entities.treatments ?? []) {
        expect(smallClinic.treatments.map((record) => record.key)).toContain(treatment);
      }
      for (const { words } of merged.evidence) expect(texts[0]?.toLowerCase()).toContain(words.toLowerCase());
    }),
    { numRuns: 1_000 },
  );
});
