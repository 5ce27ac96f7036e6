import { type Clinic, intents } from '@glowbot/core';
import type { ChartCoverage } from '@glowbot/rehearsal';
import { type ChartWorld, type Deed, houseTypes } from './chart-world.ts';

/** Everything that may happen to a conversation of this clinic, once each: the steps of a walk through the charts. */
export function everyDeed(clinic: Clinic): Deed[][] {
  const hears = (about: Partial<Extract<Deed, { kind: 'hears' }>>): Deed => ({
    kind: 'hears',
    intents: [],
    entities: {},
    answered: false,
    sent: null,
    ...about,
  });
  const isSpecial = (wanted: (treatment: Clinic['treatments'][number]) => boolean) =>
    clinic.treatments.filter(wanted).slice(0, 1);
  const [plain] = isSpecial(
    ({ contraindications, variants }) => contraindications.length + variants.length === 0,
  );
  const treatments = [
    plain,
    ...isSpecial(({ variants }) => variants.length > 0),
    ...isSpecial(({ deposit }) => deposit > 0),
    ...isSpecial(({ branches }) => branches.length === 1),
  ].flatMap((treatment) => treatment?.key ?? []);
  const times = [
    { date: '2026-11-27', time: '15:00' },
    { date: '2026-11-30', time: '10:00' },
    { time: '22:00' },
  ];
  const deeds: Deed[] = [
    { kind: 'answers', yes: true },
    { kind: 'answers', yes: false },
    ...intents.map((intent) => hears({ intents: [intent] })),
    hears({}),
    hears({ answered: true, intents: ['ask_price'], entities: { treatments: treatments.slice(0, 1) } }),
    hears({ answered: true, intents: ['ask_hours'] }),
    hears({ sent: 'photo' }),
    hears({ sent: 'voice' }),
    hears({ intents: ['minor'], entities: { age: 15 } }),
    hears({ entities: { age: 17 } }),
    hears({ entities: { waits: true } }),
    hears({ entities: { name: 'Lan' } }),
    hears({ entities: { phone: '0912000111' } }),
    ...clinic.branches.map(({ key }) => hears({ entities: { branch: key } })),
    ...treatments.map((key) => hears({ intents: ['book'], entities: { treatments: [key] } })),
    /** Everything at once. */
    ...treatments.flatMap((key) =>
      times.map((when) =>
        hears({
          intents: ['book'],
          entities: { treatments: [key], area: 'mat', branch: 'cs1', when, name: 'Lan', phone: '0912000111' },
        }),
      ),
    ),
    ...times.flatMap((when) => [
      hears({ intents: ['reschedule'], entities: { treatments: treatments.slice(0, 1), when } }),
      hears({ intents: ['give_time'], entities: { when } }),
      hears({ intents: ['ask_availability'], entities: { treatments: treatments.slice(0, 1), when } }),
    ]),
    ...Array.from({ length: 8 }, (_, nth): Deed => ({ kind: 'timer', nth })),
    ...houseTypes.map((event): Deed => ({ kind: 'house', event, nth: 0, promised: false, amount: null })),
    { kind: 'house', event: 'staff.said', nth: 0, promised: true, amount: 200_000 },
    { kind: 'later', ms: 90_000_000 },
    { kind: 'full', is: true },
    { kind: 'full', is: false },
    { kind: 'lost' },
    { kind: 'paid' },
  ];
  /** What changes around a conversation shows only in what comes next. */
  const yes: Deed = { kind: 'answers', yes: true };
  const night: Deed = { kind: 'later', ms: 50_000_000 };
  return [
    ...deeds.map((deed) => [deed]),
    [night, hears({ intents: ['greet'] })],
    [night, hears({ intents: ['book'] })],
    [night, { kind: 'timer', nth: 0 }],
    [hears({ intents: ['medical_red_flag'] }), hears({ intents: ['medical_red_flag'] })],
    [{ kind: 'full', is: true }, yes],
    [{ kind: 'lost' }, yes],
    [
      { kind: 'full', is: true },
      { kind: 'timer', nth: 0 },
    ],
    [hears({}), hears({}), hears({})],
    [hears({ intents: ['book'] }), { kind: 'timer', nth: 4 }],
  ];
}

/** Where a conversation stands, as far as it can make a difference to where a chart goes on. */
function standing(world: ChartWorld): string {
  const {
    asking,
    interested,
    hold,
    misunderstood,
    nudged,
    changing,
    waiting,
    handoff,
    openQuestion,
    missed,
  } = world.facts();
  return [
    world.state(),
    asking?.question,
    interested,
    hold?.parts.length,
    misunderstood,
    nudged,
    changing?.kind,
    waiting !== null,
    handoff !== null,
    openQuestion,
    missed !== null,
    world.surroundings(),
  ].join();
}

/**
 * Goes on from each kind of place that was reached, every way once. Whatever took a transition for the first time is
 * followed before anything else, then the state from which the fewest places were tried: far corners are not left for last.
 * Ends when all transitions are taken, or after so many steps.
 */
export function exploreCharts(
  beginnings: readonly ChartWorld[],
  ways: readonly (readonly Deed[])[],
  coverage: Pick<ChartCoverage, 'counts' | 'report'>,
  mostSteps: number,
): number {
  const { all } = coverage.report();
  const seen = new Set<string>();
  const fresh = [...beginnings];
  const others = new Map<string, ChartWorld[]>();
  const tried = new Map<string, number>();
  const leastTried = () =>
    [...others]
      .filter(([, worlds]) => worlds.length > 0)
      .toSorted(([one], [other]) => (tried.get(one) ?? 0) - (tried.get(other) ?? 0))[0]?.[1]
      .shift();
  let done = 0;
  for (let world = fresh.shift(); world; world = fresh.shift() ?? leastTried()) {
    tried.set(world.state(), (tried.get(world.state()) ?? 0) + 1);
    for (const deeds of ways) {
      if (done >= mostSteps || coverage.counts.size === all) return done;
      done += 1;
      const next = world.fork();
      const before = coverage.counts.size;
      for (const deed of deeds) next.does(deed);
      const place = standing(next);
      if (coverage.counts.size > before) fresh.push(next);
      else if (!seen.has(place)) others.set(next.state(), [...(others.get(next.state()) ?? []), next]);
      seen.add(place);
    }
  }
  return done;
}
