import { type Clinic, type Entities, type Intent, intents } from '@glowbot/core';
import fc from 'fast-check';
import { type Deed, houseTypes } from './chart-world.ts';

/** Words that lead somewhere are likelier than words that end a conversation. */
const likely: readonly Intent[] = [
  'book',
  'confirm_yes',
  'confirm_no',
  'give_time',
  'ask_availability',
  'choose_option',
  'reschedule',
  'cancel',
  'defer',
  'greet',
  'thanks_bye',
];

const hears = (wanted: readonly Intent[], entities: Entities = {}): Deed => ({
  kind: 'hears',
  intents: wanted,
  entities,
  answered: false,
  sent: null,
});
const yes: Deed = { kind: 'answers', yes: true };
const timer = (nth: number): Deed => ({ kind: 'timer', nth });
const house = (event: (typeof houseTypes)[number]): Deed => ({
  kind: 'house',
  event,
  nth: 0,
  promised: false,
  amount: null,
});

const wanting = (treatment: string, date: string): Deed =>
  hears(['book'], {
    treatments: [treatment],
    area: 'mat',
    branch: 'cs1',
    when: { date, time: '15:00' },
    name: 'Lan',
    phone: '0912000111',
  });

/** Where a conversation may already stand when anything begins to happen. */
export const openings: readonly (readonly Deed[])[] = [
  [],
  [wanting('kham_soi_da', '2026-11-27')],
  [wanting('kham_soi_da', '2026-11-27'), yes],
  [wanting('kham_soi_da', '2026-11-27'), yes, hears(['reschedule']), yes],
  [wanting('kham_soi_da', '2026-11-27'), yes, hears(['cancel'])],
  [wanting('kham_soi_da', '2026-11-27'), yes, wanting('kham_soi_da', '2026-11-30'), yes, hears(['cancel'])],
  [wanting('kham_soi_da', '2026-11-27'), yes, house('visit.completed')],
  [wanting('hifu', '2026-11-27'), yes, yes],
  [wanting('hifu', '2026-11-27'), yes, yes, { kind: 'paid' }],
  [
    wanting('kham_soi_da', '2026-11-27'),
    yes,
    hears(['reschedule'], { when: { date: '2026-11-30', time: '10:00' } }),
    { kind: 'full', is: true },
  ],
  [{ kind: 'full', is: true }, wanting('kham_soi_da', '2026-11-27'), yes],
  [{ kind: 'full', is: true }, wanting('kham_soi_da', '2026-11-27'), yes, { kind: 'full', is: false }],
  [hears(['request_human']), ...Array.from({ length: 8 }, () => timer(0))],
  [hears(['request_human']), house('staff.tookOver')],
];

/** Anything that could happen to a conversation of this clinic, in any order, sensible or not. */
export function arbitraryDeeds(clinic: Clinic, from: string): fc.Arbitrary<Deed[]> {
  const key = (records: readonly { key: string }[]) =>
    fc.constantFrom(...records.map((record) => record.key));
  const days = Array.from({ length: 12 }, (_, nth) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + nth * 86_400_000).toISOString().slice(0, 10),
  );
  const entities: fc.Arbitrary<Entities> = fc.record(
    {
      treatments: fc.uniqueArray(key(clinic.treatments), { minLength: 1, maxLength: 2 }),
      area: key(clinic.areas),
      branch: key(clinic.branches),
      staff: key(clinic.staff),
      when: fc.record(
        {
          date: fc.constantFrom(...days),
          time: fc.constantFrom('09:00', '10:00', '15:00', '15:10', '22:00'),
        },
        { requiredKeys: [] },
      ),
      name: fc.constantFrom('Lan', 'Ngọc Anh'),
      phone: fc.constantFrom('0912000111', '0903000444'),
      age: fc.constantFrom(15, 17, 30),
      people: fc.constantFrom(1, 2, 6),
      option: fc.constantFrom(1, 2, -1),
      waits: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const intent = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.constantFrom(...intents) },
  );
  const anyWords: fc.Arbitrary<Deed> = fc.record({
    kind: fc.constant('hears' as const),
    intents: fc.uniqueArray(intent, { maxLength: 2 }),
    entities: fc.oneof({ weight: 2, arbitrary: entities }, { weight: 1, arbitrary: fc.constant({}) }),
    answered: fc.boolean(),
    sent: fc.oneof(
      { weight: 19, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('photo' as const, 'voice' as const) },
    ),
  });
  const deed = fc.oneof(
    { weight: 8, arbitrary: anyWords },
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('answers' as const), yes: fc.boolean() }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('timer' as const), nth: fc.nat(9) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('house' as const),
        event: fc.constantFrom(...houseTypes),
        nth: fc.nat(3),
        promised: fc.boolean(),
        amount: fc.constantFrom(null, 200_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('later' as const), ms: fc.constantFrom(600_000, 90_000_000) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('full' as const), is: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant<Deed>({ kind: 'lost' }) },
  );
  return fc
    .tuple(fc.constantFrom(...openings), fc.array(deed, { minLength: 1, maxLength: 14 }))
    .map(([opening, deeds]) => [...opening, ...deeds]);
}
