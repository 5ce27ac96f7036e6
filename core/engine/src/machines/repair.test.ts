import { describe, expect, test } from 'vitest';
import { smallClinic } from '../../fixtures/small-clinic.ts';
import { at, keys, now, talk } from '../../fixtures/talk.ts';
import { dayMs } from '../domain/clinic-time.ts';

const careAt10 = { treatments: ['care'], when: { date: '2026-11-24', time: '10:00' } };

describe('in the middle of an appointment', () => {
  test('a question about another treatment does not change what is being booked', () => {
    const c = talk();
    c.hears(['book'], careAt10);
    c.hears(['ask_price'], { treatments: ['peel'] });
    expect(c.facts().wish.treatment).toBe('care');
    expect(c.facts().hold).not.toBeNull();
  });

  test('"thôi làm peel đi" does change it, and lets the old slot go', () => {
    const c = talk();
    c.hears(['book'], careAt10);
    const effects = c.hears(['book'], { treatments: ['peel'] });
    expect(c.facts().wish.treatment).toBe('peel');
    expect(keys(effects)).toContain('correction.taken');
    expect(keys(effects)).toContain('ask.screening');
  });

  test('a corrected time is acknowledged in the same breath', () => {
    const c = talk();
    c.hears(['book'], careAt10);
    expect(keys(c.hears(['give_time'], { when: { time: '14:00' } }))[0]).toBe('correction.taken');
  });

  test('a greeting is returned, and the open question comes again', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'] });
    expect(keys(c.hears(['greet']))).toEqual(['greet.again', 'ask.timeChoices']);
  });

  test('what is said aside is answered in one line, and the open question comes again', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'] });
    expect(keys(c.hears(['off_topic']))).toEqual(['offTopic.declined', 'ask.timeChoices']);
    expect(keys(c.hears(['prompt_injection']))).toEqual(['orders.declined', 'ask.timeChoices']);
  });

  test('"khoan đã" keeps the held slot; a later yes still books it', () => {
    const c = talk();
    c.hears(['book'], { ...careAt10, name: 'Lan', phone: '0912345678' });
    expect(keys(c.hears(['defer']))).toEqual(['wait.kept']);
    expect(keys(c.hears(['confirm_yes']))).toEqual(['booked.confirmed']);
  });
});

describe('silence', () => {
  test('is met with one reminder of the open question, then with a friendly end', () => {
    const c = talk();
    expect(c.hears(['book'], { treatments: ['care'] })).toContainEqual(
      expect.objectContaining({ type: 'setTimer', timer: 'silence' }),
    );
    expect(keys(c.timer('silence'))).toEqual(['silence.nudge']);
    expect(keys(c.timer('silence'))).toEqual(['silence.close']);
    expect(keys(c.timer('silence'))).toEqual([]);
  });

  test('after the reminder the answer goes on where it was asked', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'] });
    c.timer('silence');
    c.hears(['give_time'], { when: careAt10.when });
    expect(c.state()).toBe('automated.book.askingContact');
  });

  test('after days the matter is taken up again by name', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'] });
    c.timer('silence');
    c.timer('silence');
    expect(keys(c.hears(['greet'], {}, [], 3 * dayMs))).toEqual(['ask.resume']);
    expect(keys(c.hears(['confirm_yes'], {}, [], 3 * dayMs)).at(-1)).toBe('ask.timeChoices');
  });

  test('a matter put off is brought up twice at most, and never after a booking', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'] });
    expect(c.hears(['defer'])).toContainEqual(expect.objectContaining({ type: 'setTimer', timer: 'lead1' }));
    const first = c.timer('lead1');
    expect(keys(first)).toEqual(['lead.remind']);
    expect(first).toContainEqual(expect.objectContaining({ type: 'setTimer', timer: 'lead2' }));
    const last = c.timer('lead2');
    expect(keys(last)).toEqual(['lead.remind']);
    expect(last.filter(({ type }) => type === 'setTimer')).toEqual([]);
    c.hears(['book'], { ...careAt10, name: 'Lan', phone: '0912345678' });
    expect(c.hears(['confirm_yes'])).toContainEqual({ type: 'cancelTimer', timer: 'lead1' });
    expect(keys(c.timer('lead1'))).toEqual([]);
  });
});

describe('what is booked', () => {
  test('"còn giữ lịch cho em không" names the booking instead of looking for another slot', () => {
    const c = talk();
    c.hears(['book'], { ...careAt10, name: 'Lan', phone: '0912345678' });
    c.hears(['confirm_yes']);
    expect(keys(c.hears(['ask_availability']))).toEqual(['return.booked']);
  });

  test('nothing that is known is asked again for the next one', () => {
    const c = talk();
    c.hears(['book'], { ...careAt10, name: 'Lan', phone: '0912345678' });
    c.hears(['confirm_yes']);
    c.hears(['book'], { treatments: ['care'], when: { date: '2026-12-01', time: '11:00' } });
    expect(c.state()).toBe('automated.book.askingAgreement');
  });
});

describe('the young', () => {
  test('are refused what is not done at their age, and nothing is booked', () => {
    const c = talk({
      clinic: { ...smallClinic, treatments: smallClinic.treatments.map((one) => ({ ...one, minAge: 18 })) },
    });
    expect(keys(c.hears(['minor', 'book'], { age: 15, treatments: ['care'] }))).toEqual(['minor.refused']);
    expect(c.state()).toBe('automated.idle');
    expect(keys(c.hears(['book'], { treatments: ['peel'] }))).toEqual(['minor.refused']);
  });

  test('may have what is done at their age', () => {
    const c = talk({
      clinic: { ...smallClinic, treatments: smallClinic.treatments.map((one) => ({ ...one, minAge: 0 })) },
    });
    expect(keys(c.hears(['minor', 'book'], { age: 15, treatments: ['care'] }))).toEqual([
      'minor.guardian',
      'ask.timeChoices',
    ]);
  });
});

describe('a full calendar', () => {
  test('a wished time that is taken can be waited for', () => {
    const c = talk();
    c.hears(['book'], careAt10);
    expect(c.facts().hold?.parts[0].slot.start).toBe(at('2026-11-24', '10:00'));
    expect(now).toBeLessThan(at('2026-11-24', '10:00'));
  });
});
