import {
  addDays,
  buildLexicon,
  type Clinic,
  type CopyFacts,
  type CopyKey,
  copyFacts,
  copyKeys,
  guard,
  guardRecords,
  type Instant,
  knownFrom,
  languages,
  openingOn,
  type ReplyPlan,
  toInstant,
  toLocal,
  type Treatment,
  word,
} from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { describe, expect, test } from 'vitest';
import { areaEnds, listed, promotionFacts } from './record-facts.ts';

const clinic = demoClinic();
const records = guardRecords(clinic, buildLexicon(clinic));

/** A usual morning, the last minutes of a promotion, the morning before the New Year's closing. */
const nows = ['2026-11-25T10:20:00+07:00', '2026-12-26T23:50:00+07:00', '2027-02-03T08:00:00+07:00'].map(
  (at) => Date.parse(at),
);
/** More than the longest list of wordings, so that each is said. */
const turns = [0, 1, 2, 3];

/** The first day after today on which a branch opens; all of them open at nine. */
function nextOpenDay(now: Instant): string {
  let date = addDays(toLocal(now, clinic.zone).date, 1);
  while (clinic.branches.every((branch) => openingOn(clinic, branch, date) === undefined))
    date = addDays(date, 1);
  return date;
}

/** What the engine could put into a sentence about this treatment: everything comes from its records. */
function factsFor(treatment: Treatment, now: Instant): Record<string, unknown> {
  const [variant] = treatment.variants;
  const branch = treatment.branches[0] ?? 'cs1';
  const staff = clinic.staff.find(
    ({ skills, shifts }) => skills.includes(treatment.key) && shifts.some((shift) => shift.branch === branch),
  );
  const start = toInstant(
    { date: toLocal(now + 3 * 86_400_000, clinic.zone).date, time: '15:00' },
    clinic.zone,
  );
  const { price } = treatment;
  const visit = {
    treatment: treatment.key,
    area: variant?.area ?? null,
    branch,
    staff: staff?.key ?? 'bs_lac',
    start,
  };
  const amount = variant?.amount ?? (price.kind === 'fixed' ? price.amount : price.min);
  return {
    ...visit,
    name: 'Thảo',
    phone: '0901234567',
    unit: price.unit,
    amount,
    min: price.kind === 'fixed' ? price.amount : price.min,
    max: price.kind === 'range' ? price.max : amount,
    sessions: treatment.package?.sessions ?? 5,
    faq: null,
    one: treatment.key,
    other: 'tri_mun',
    ...areaEnds(treatment),
    lines: [listed(treatment), listed(clinic.treatments[2] ?? treatment)],
    answer: clinic.faqs[0]?.answer,
    say: clinic.notOffered[0]?.say,
    branches: treatment.branches.join(' '),
    refusal: 'full',
    date: toLocal(start, clinic.zone).date,
    time: '15:00',
    times: `${start}@${branch} ${start + 3_600_000}@${branch}`,
    candidates: clinic.staff.filter(({ skills }) => skills.includes(treatment.key)).map(({ key }) => key),
    visits: [
      { ...visit, who: null },
      { ...visit, who: 'Mai' },
    ],
    bookings: [visit, { ...visit, start: start + 86_400_000 }],
    until: now + 15 * 60_000,
    opensAt: toInstant({ date: nextOpenDay(now), time: '09:00' }, clinic.zone),
    expectedAt: now + 15 * 60_000,
    oldStart: start - 86_400_000,
    oldBranch: branch,
    minAge: treatment.minAge,
    event: '2027-02-06',
    lastDay: '2027-01-25',
    firstDay: '2026-12-01',
    perSession: Math.round((treatment.package?.amount ?? amount) / (treatment.package?.sessions ?? 1)),
    note: 'GBHFXBKLMN',
    why: 'too-late',
    checkIn: 0,
    part: null,
    from: null,
    to: null,
  };
}

/** Sentences that fit only some treatments: the engine says them of no other. */
function fits(key: CopyKey, treatment: Treatment): boolean {
  const { price, variants } = treatment;
  const isFree = price.kind === 'fixed' && price.amount === 0;
  switch (key) {
    case 'price.fixed':
    case 'objection.cheaper':
    case 'concession.confirmed':
      return !isFree && (price.kind === 'fixed' || variants.length > 0);
    case 'price.from':
    case 'price.fromPerformer':
      return price.kind === 'from';
    case 'price.areas':
      return variants.length > 1;
    case 'price.range':
      return price.kind === 'range';
    case 'price.free':
    case 'objection.freeConsultation':
      return isFree;
    case 'price.package':
    case 'objection.package':
      return treatment.package !== undefined;
    case 'deposit.lapsed':
    case 'deposit.received':
    case 'deposit.stated':
    case 'booked.awaitingDeposit':
    case 'booked.severalAwaitingDeposit':
      return treatment.deposit > 0;
    case 'deposit.none':
      return treatment.deposit === 0;
    case 'aftercare.checkIn':
      return treatment.aftercare.length > 0;
    case 'minor.refused':
      return treatment.minAge > 0;
    case 'ask.area':
      return variants.length > 0;
    case 'ask.screening':
      return treatment.contraindications.length > 0;
    case 'event.course':
      return treatment.package !== undefined;
    default:
      return true;
  }
}

function planOf(
  key: CopyKey,
  facts: CopyFacts,
  language: 'vi' | 'en',
  turn: number,
  times: number,
): ReplyPlan {
  const say = { key, facts };
  return {
    language,
    address: null,
    turn,
    introduce: false,
    says: [{ type: 'say', ...say }],
    ask: times > 1 ? { type: 'ask', question: 'time', choices: [], times, ...say } : null,
  };
}

function amounts(
  key: CopyKey,
  treatment: Treatment,
  facts: Record<string, unknown>,
): Record<string, unknown> {
  if (key === 'concession.confirmed') return { ...facts, amount: 200_000 };
  if (key === 'price.areas') return { ...facts, min: facts['areaMin'], max: facts['areaMax'] };
  if (key === 'price.package' || key === 'objection.package')
    return { ...facts, amount: treatment.package?.amount };
  if (key === 'deposit.received' || key === 'deposit.stated' || key === 'booked.severalAwaitingDeposit')
    return { ...facts, amount: treatment.deposit };
  if (key === 'price.from' || key === 'price.fromPerformer' || key === 'price.range')
    return { ...facts, area: null };
  return facts;
}

/** One of each sort: free, in packages, by area, with a deposit, of a range and a name with a pause, of a name that says "giảm". */
const telling: ReadonlySet<string> = new Set([
  'kham_soi_da',
  'tri_nam',
  'filler',
  'hifu',
  'not_ruoi',
  'giam_beo',
]);

/** All of these on the first day; on the others a few, for what the day changes. */
function some(treatments: readonly Treatment[], now: Instant): readonly Treatment[] {
  const chosen = treatments.filter(({ key }) => telling.has(key));
  const list = chosen.length > 0 ? chosen : treatments;
  return now === nows[0] ? list : list.slice(0, 2);
}

function refusalsOf(text: string, plan: ReplyPlan, now: Instant): string[] {
  const verdict = guard(text, { records, now, known: knownFrom(plan, clinic) });
  return verdict.ok ? [] : verdict.refused.map(({ refused, words }) => `${refused}: “${words}” in “${text}”`);
}

describe.each(languages)('every sentence in %s', (language) => {
  test.each(copyKeys)('%s says nothing that a record does not back', (key) => {
    const found = new Set<string>();
    const seen = new Set<string>();
    for (const now of nows) {
      for (const treatment of some(
        clinic.treatments.filter((one) => fits(key, one)),
        now,
      )) {
        const promoted = promotionFacts(key, clinic, now);
        if (!promoted) continue;
        const facts = copyFacts[key].parse({
          ...amounts(key, treatment, factsFor(treatment, now)),
          ...promoted,
        });
        for (const turn of turns) {
          for (const times of [1, 2, 3]) {
            const plan = planOf(key, facts, language, turn, times);
            const { text } = word(plan, clinic, now);
            if (seen.has(text)) continue;
            seen.add(text);
            for (const refusal of refusalsOf(text, plan, now)) found.add(refusal);
          }
        }
      }
    }
    expect([...found].slice(0, 5)).toEqual([]);
  });
});

describe("the clinic's own words", () => {
  const nothing: ReplyPlan = {
    language: 'vi',
    address: null,
    turn: 0,
    introduce: false,
    says: [],
    ask: null,
  };
  const own: [string, string][] = [
    ...clinic.faqs.map(({ key, answer }): [string, string] => [`answer ${key}`, answer]),
    ...clinic.policies.map(({ key, text }): [string, string] => [`rule ${key}`, text]),
    ...clinic.notOffered.map(({ name, say }): [string, string] => [`not offered: ${name}`, say]),
    ...clinic.treatments.flatMap(({ key, aftercare }) =>
      aftercare.map(({ text }, at): [string, string] => [`care ${at} of ${key}`, text]),
    ),
    ...Object.entries((clinic satisfies Clinic).handoff).map(([kind, { promise }]): [string, string] => [
      `promise of ${kind}`,
      promise,
    ]),
  ];
  test.each(own)('%s passes', (_, text) => {
    expect(refusalsOf(text, nothing, nows[0] ?? 0)).toEqual([]);
  });
});
