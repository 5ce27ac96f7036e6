import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import type { Clinic, Treatment } from './clinic.ts';
import type { TreatmentRules } from './treatment-graph.ts';
import { dayMs, hourMs, toInstant } from './clinic-time.ts';
import { type CustomerHistory, mayBeBooked } from './may-be-booked.ts';
import { priceOf } from './treatment-rules.ts';

const when = toInstant({ date: '2026-12-10', time: '10:00' }, smallClinic.zone);

const none: TreatmentRules = {
  prerequisites: [],
  apart: [],
  sessions: { min: 1, max: 1 },
  interval: { minDays: 0, bestDays: 0 },
  downtimeDays: 0,
  pregnancy: 'allowed',
  breastfeeding: 'allowed',
};

function clinicWith(rules: Record<string, Partial<TreatmentRules>>): Clinic {
  return {
    ...smallClinic,
    treatments: smallClinic.treatments.map((treatment) => ({
      ...treatment,
      rules: { ...none, ...rules[treatment.key] },
    })),
  };
}

function ask(rules: Record<string, Partial<TreatmentRules>>, key: string, history: CustomerHistory) {
  const clinic = clinicWith(rules);
  const treatment = clinic.treatments.find((candidate) => candidate.key === key);
  if (!treatment) throw new Error(key);
  const answer = mayBeBooked(clinic, treatment, history, when);
  return answer.may ? [] : answer.objections;
}

const had = (treatment: string, at: number): CustomerHistory => ({
  appointments: [{ treatment, at, status: 'done' }],
});
const nothing: CustomerHistory = { appointments: [] };

describe('a treatment', () => {
  test('without rules of its own leaves pregnancy to a doctor, and objects to nothing else', () => {
    const [peel] = smallClinic.treatments;
    if (!peel) throw new Error('no treatment');
    expect(mayBeBooked(smallClinic, peel, { ...nothing, age: 30 }, when)).toEqual({ may: true });
    expect(mayBeBooked(smallClinic, peel, { ...nothing, isPregnant: true }, when)).toEqual({
      may: false,
      objections: [{ reason: 'pregnancy', who: 'doctor-decides' }],
    });
  });

  test('waits for its consultation, which counts for its days of validity', () => {
    const rules = {
      filler: {
        prerequisites: [{ kind: 'consultation' as const, treatment: 'care', hoursBefore: 0, validDays: 30 }],
      },
    };
    const needed = [{ reason: 'needs-consultation', treatment: 'care' }];
    expect(ask(rules, 'filler', nothing)).toEqual(needed);
    expect(ask(rules, 'filler', had('care', when - 30 * dayMs))).toEqual([]);
    expect(ask(rules, 'filler', had('care', when - 31 * dayMs))).toEqual(needed);
    expect(ask(rules, 'filler', had('care', when + hourMs))).toEqual(needed);
  });

  test('waits two days after its patch test', () => {
    const rules = {
      peel: {
        prerequisites: [{ kind: 'patch_test' as const, treatment: 'care', hoursBefore: 48, validDays: 90 }],
      },
    };
    expect(ask(rules, 'peel', had('care', when - 47 * hourMs))).toEqual([
      { reason: 'needs-patch-test', treatment: 'care' },
    ]);
    expect(ask(rules, 'peel', had('care', when - 48 * hourMs))).toEqual([]);
  });

  test('keeps its interval from the session before and from one that is booked', () => {
    const rules = { peel: { interval: { minDays: 14, bestDays: 21 } } };
    expect(ask(rules, 'peel', had('peel', when - 13 * dayMs))).toEqual([
      { reason: 'too-soon-after-session', from: '2026-12-11' },
    ]);
    expect(ask(rules, 'peel', had('peel', when - 14 * dayMs))).toEqual([]);
    expect(ask(rules, 'peel', had('peel', when + 5 * dayMs))).toHaveLength(1);
  });

  test('keeps away from what its record, or the other’s, forbids', () => {
    const after = {
      peel: { apart: [{ treatment: 'filler', days: 30, order: 'after' as const }] },
    };
    expect(ask(after, 'peel', had('filler', when - 29 * dayMs))).toEqual([
      { reason: 'too-close-to', treatment: 'filler', from: '2026-12-11' },
    ]);
    expect(ask(after, 'peel', had('filler', when - 30 * dayMs))).toEqual([]);
    expect(ask(after, 'peel', had('filler', when + dayMs))).toEqual([]);
    expect(ask(after, 'filler', had('peel', when - dayMs))).toEqual([]);
    const either = {
      peel: { apart: [{ treatment: 'filler', days: 7, order: 'either' as const }] },
    };
    expect(ask(either, 'peel', had('filler', when + 6 * dayMs))).toEqual([
      { reason: 'too-close-to', treatment: 'filler', from: null },
    ]);
    expect(ask(either, 'filler', had('peel', when - 6 * dayMs))).toHaveLength(1);
    expect(ask(either, 'filler', had('peel', when - 7 * dayMs))).toEqual([]);
  });

  test('refuses the too young, and asks for a guardian below eighteen', () => {
    const clinic = clinicWith({});
    const treatment = { ...clinic.treatments[0], minAge: 14 } as Treatment;
    const reasons = (history: Partial<CustomerHistory>) => {
      const answer = mayBeBooked(clinic, treatment, { ...nothing, ...history }, when);
      return answer.may ? [] : answer.objections;
    };
    expect(reasons({ age: 13 })).toEqual([{ reason: 'too-young', minAge: 14 }]);
    expect(reasons({ age: 14 })).toEqual([{ reason: 'needs-guardian' }]);
    expect(reasons({ age: 14, withGuardian: true })).toEqual([]);
    expect(reasons({ age: 18 })).toEqual([]);
  });

  test('says everything that speaks against it', () => {
    const rules = { peel: { pregnancy: 'refused' as const, breastfeeding: 'doctor' as const } };
    expect(ask(rules, 'peel', { ...nothing, isPregnant: true, isBreastfeeding: true, age: 12 })).toEqual([
      { reason: 'too-young', minAge: 18 },
      { reason: 'pregnancy', who: 'nobody' },
      { reason: 'breastfeeding', who: 'doctor-decides' },
    ]);
  });
});

describe('a price', () => {
  const [peel] = smallClinic.treatments;
  if (!peel) throw new Error('no treatment');
  const clinic = {
    staff: smallClinic.staff.map((person) => (person.key === 'an' ? { ...person, level: 'bac_si' } : person)),
  };
  const treatment = { ...peel, levelPrices: [{ level: 'bac_si', amount: 900_000 }] };

  test('is a price from the lowest on while the person is open', () => {
    expect(priceOf(clinic, treatment, {})).toEqual({ kind: 'from', min: 600_000, unit: 'buổi' });
  });

  test('is the person’s own once they are chosen', () => {
    expect(priceOf(clinic, treatment, { staff: 'an' })).toEqual({
      kind: 'fixed',
      amount: 900_000,
      unit: 'buổi',
    });
    expect(priceOf(clinic, treatment, { staff: 'binh' })).toEqual(peel.price);
  });

  test('is the listed one where levels do not matter', () => {
    expect(priceOf(clinic, peel, {})).toEqual(peel.price);
    const filler = smallClinic.treatments.find(({ key }) => key === 'filler') ?? peel;
    expect(priceOf(clinic, filler, { area: 'cam' })).toEqual({
      kind: 'fixed',
      amount: 4_000_000,
      unit: 'buổi',
    });
  });
});
