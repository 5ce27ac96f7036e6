import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import type { Clinic, Treatment } from './clinic.ts';
import type { TreatmentRules } from './treatment-graph.ts';
import { daysBetween, weekdayOf } from './clinic-time.ts';
import { courseBefore, lastSafeStart } from './course.ts';

const rules: TreatmentRules = {
  prerequisites: [],
  apart: [],
  sessions: { min: 3, max: 6 },
  interval: { minDays: 14, bestDays: 21 },
  downtimeDays: 7,
  pregnancy: 'refused',
  breastfeeding: 'refused',
};

function treatmentWith(change: Partial<TreatmentRules> = {}, key = 'peel'): Treatment {
  const found = smallClinic.treatments.find((treatment) => treatment.key === key);
  if (!found) throw new Error(key);
  return { ...found, rules: { ...rules, ...change } };
}

const newYear = '2027-02-06';
const tetClinic: Clinic = {
  ...smallClinic,
  holidays: [{ from: '2027-01-20', to: '2027-01-31', name: 'nghỉ', closesAt: 'closed' }],
};

describe('"kịp Tết không?"', () => {
  test('counts downtime and intervals back from the day', () => {
    expect(lastSafeStart(treatmentWith(), newYear, 1)).toBe('2027-01-29');
    expect(lastSafeStart(treatmentWith(), newYear, 3)).toBe('2027-01-01');
    expect(lastSafeStart(treatmentWith({ downtimeDays: 0 }), '2028-03-01', 1)).toBe('2028-02-29');
  });

  test('lays the sessions backwards at the best interval while there is time', () => {
    const question = { treatment: treatmentWith(), eventDate: newYear, sessions: 3, branch: 'north' };
    expect(courseBefore(smallClinic, question, '2026-11-23')).toEqual({
      fits: true,
      lastSafeStart: '2026-12-31',
      days: ['2026-12-18', '2027-01-08', '2027-01-29'],
      pace: 'best',
    });
  });

  test('falls back to the shortest interval when the best one began in the past', () => {
    const question = { treatment: treatmentWith(), eventDate: newYear, sessions: 3, branch: 'north' };
    expect(courseBefore(smallClinic, question, '2026-12-20')).toMatchObject({
      pace: 'shortest',
      days: ['2026-12-31', '2027-01-15', '2027-01-29'],
    });
  });

  test('says no when it is too late, and how many sessions would still fit', () => {
    const question = { treatment: treatmentWith(), eventDate: newYear, sessions: 3 };
    expect(courseBefore(smallClinic, question, '2027-01-10')).toEqual({
      fits: false,
      lastSafeStart: '2027-01-01',
      sessionsThatFit: 2,
    });
    expect(courseBefore(smallClinic, { ...question, sessions: 1 }, '2027-01-30')).toMatchObject({
      fits: false,
      sessionsThatFit: 0,
    });
  });

  test('takes only days on which the branch is open, and none of a holiday', () => {
    const south = { treatment: treatmentWith(), eventDate: newYear, sessions: 2, branch: 'south' };
    const course = courseBefore(tetClinic, south, '2026-11-23');
    if (!course.fits) throw new Error('it fits');
    expect(course.days.map(weekdayOf)).toEqual(['tue', 'tue']);
    expect(course.days.at(-1)).toBe('2027-01-19');
    expect(daysBetween(course.days[0], course.days[1] ?? '')).toBeGreaterThanOrEqual(21);
  });

  test('leaves time for a patch test before the first session', () => {
    const treatment = treatmentWith({
      prerequisites: [{ kind: 'patch_test', treatment: 'care', hoursBefore: 48, validDays: 90 }],
    });
    const question = { treatment, eventDate: newYear, sessions: 1, branch: 'north' };
    expect(courseBefore(smallClinic, question, '2027-01-27').fits).toBe(true);
    expect(courseBefore(smallClinic, question, '2027-01-28').fits).toBe(false);
  });
});
