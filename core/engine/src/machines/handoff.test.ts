import { describe, expect, test } from 'vitest';
import { at, keys, now, talk } from '../../fixtures/talk.ts';
import { hourMs } from '../domain/clinic-time.ts';
import { smallClinic } from '../../fixtures/small-clinic.ts';

const alerts = (effects: ReturnType<ReturnType<typeof talk>['happens']>) =>
  effects.flatMap((effect) => (effect.type === 'alertStaff' ? [effect.step] : []));

describe('nobody comes', () => {
  test('the next of the chain is called each time nobody answered, and in the end it stays visible', () => {
    const c = talk();
    expect(alerts(c.hears(['request_human']))).toEqual([1]);
    const steps: number[] = [];
    for (let tries = 0; tries < 20 && c.state() === 'handoff.waitingForStaff'; tries += 1) {
      steps.push(...alerts(c.timer('unattended')));
    }
    expect(steps.length).toBeGreaterThan(0);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(c.state()).toBe('handoff.unattended');
  });

  test('an acknowledgement stops the calling; without a word it goes on', () => {
    const c = talk();
    c.hears(['request_human']);
    expect(c.happens({ type: 'staff.acknowledged', at: now })).toContainEqual(
      expect.objectContaining({ type: 'setTimer', timer: 'unattended' }),
    );
    expect(c.state()).toBe('handoff.acknowledged');
    expect(alerts(c.timer('unattended'))).toEqual([2]);
  });

  test('the customer is told once, with the time by which somebody answers', () => {
    const c = talk();
    const [said] = c.hears(['request_human']).filter(({ type }) => type === 'say');
    expect(said).toMatchObject({ key: 'handoff.person', facts: { expectedAt: expect.any(Number) } });
    expect(keys(c.timer('unattended'))).toEqual([]);
  });

  test('when the promised time has passed the customer hears one honest word and a new time, and no second one', () => {
    const c = talk();
    c.hears(['request_human']);
    const promised = c.facts().handoff?.expectedAt ?? 0;
    const late = (after: number) =>
      c.happens({ type: 'timer.fired', at: promised + after, timer: 'unattended' });
    const effects = late(1);
    expect(effects.filter(({ type }) => type === 'say')).toMatchObject([
      { key: 'handoff.stillWaiting', facts: { expectedAt: expect.any(Number) } },
    ]);
    expect(alerts(effects)).toEqual([2]);
    expect(c.state()).toBe('handoff.waitingForStaff');
    expect(keys(late(5 * hourMs))).toEqual([]);
  });

  test('whom the clinic has not on duty is not promised for now', () => {
    const c = talk({ now: at('2026-11-23', '23:30') });
    expect(keys(c.hears(['request_human']))).toEqual(['handoff.outOfHours']);
    expect(c.facts().handoff?.expectedAt).toBeGreaterThan(at('2026-11-24', '06:00'));
  });

  test('words of yesterday, and a turn that failed, are a person’s to answer', () => {
    const late = talk();
    expect(keys(late.happens({ type: 'message.late', at: now }))).toEqual(['handoff.late']);
    const failed = talk();
    const effects = failed.happens({ type: 'turn.failed', at: now });
    expect(keys(effects)).toEqual(['trouble.sorry']);
    expect(effects).toContainEqual({ type: 'openHandoff', reason: 'quarantined', priority: 'urgent' });
    expect(failed.state()).toBe('handoff.waitingForStaff');
    expect(keys(failed.happens({ type: 'turn.failed', at: now }))).toEqual([]);
  });
});

describe('an emergency', () => {
  test('while people are waited for brings the emergency card at once, and a chain of its own', () => {
    const c = talk();
    c.hears(['request_human']);
    const effects = c.hears(['medical_red_flag']);
    expect(keys(effects)).toEqual(['handoff.medical']);
    expect(effects).toContainEqual({ type: 'openHandoff', reason: 'medical', priority: 'urgent' });
    expect(alerts(effects)).toEqual([1]);
  });

  test('that grows worse calls the next person, and the card is shown again, but not for ever', () => {
    const c = talk();
    c.hears(['medical_red_flag']);
    for (const step of [2, 3]) {
      const effects = c.hears(['medical_red_flag']);
      expect(keys(effects)).toEqual(['handoff.medicalAgain']);
      expect(alerts(effects)).toEqual([step]);
    }
    expect(keys(c.hears(['medical_red_flag']))).toEqual([]);
    c.happens({ type: 'staff.tookOver', at: now });
    expect(keys(c.hears(['medical_red_flag']))).toEqual([]);
  });

  test('once a person has spoken calls people, and the bot still says nothing', () => {
    const c = talk();
    c.happens({ type: 'staff.tookOver', at: now });
    const effects = c.hears(['medical_red_flag']);
    expect(keys(effects)).toEqual([]);
    expect(alerts(effects)).toEqual([1]);
  });
});

describe('a takeover', () => {
  test('by somebody who may be a person silences the bot and asks staff', () => {
    const c = talk();
    const effects = c.happens({ type: 'speaker.unsure', at: now });
    expect(keys(effects)).toEqual([]);
    expect(effects).toContainEqual({ type: 'fallSilent' });
    expect(effects).toContainEqual({ type: 'openHandoff', reason: 'unsure_speaker', priority: 'normal' });
    expect(alerts(effects)).toEqual([1]);
  });

  test('is not ended by any clock', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'] });
    c.happens({ type: 'staff.tookOver', at: now });
    for (const timer of ['silence', 'hold', 'unattended', 'lead1'] as const) c.timer(timer);
    expect(c.state()).toBe('handoff.withStaff');
  });

  test('is ended by the written rule of a clinic only, and never over an open promise or question', () => {
    const rule = { clinic: { ...smallClinic, releaseOnThanks: true } };
    const word = { promised: false, concession: null };
    const thanked = (c: ReturnType<typeof talk>) => {
      c.hears(['thanks_bye']);
      return c.state();
    };
    const taken = (options = {}) => {
      const c = talk(options);
      c.happens({ type: 'staff.tookOver', at: now });
      c.happens({ type: 'staff.said', at: now, word });
      return c;
    };
    expect(thanked(taken())).toBe('handoff.withStaff');
    expect(thanked(taken(rule))).toBe('automated.idle');
    const promised = taken(rule);
    promised.happens({ type: 'staff.said', at: now, word: { ...word, promised: true } });
    expect(thanked(promised)).toBe('handoff.withStaff');
    const asked = taken(rule);
    asked.hears(['ask_price']);
    expect(thanked(asked)).toBe('handoff.withStaff');
  });

  test('leaves what staff conceded as a fact that waits for an owner', () => {
    const c = talk();
    c.happens({ type: 'staff.tookOver', at: now });
    c.happens({
      type: 'staff.said',
      at: now,
      word: { promised: false, concession: { amount: 200_000, confirmed: false } },
    });
    c.happens({ type: 'staff.released', at: now });
    expect(c.facts().staffWord?.concession).toEqual({ amount: 200_000, confirmed: false });
    c.happens({ type: 'concession.confirmed', at: now });
    expect(c.facts().staffWord?.concession?.confirmed).toBe(true);
  });

  test('keeps the customer’s yes to a person from being a yes to the bot', () => {
    const c = talk();
    c.hears(['book'], {
      treatments: ['care'],
      when: { date: '2026-11-24', time: '10:00' },
      name: 'Lan',
      phone: '0912345678',
    });
    c.happens({ type: 'staff.tookOver', at: now });
    c.hears(['confirm_yes']);
    expect(keys(c.happens({ type: 'staff.released', at: now }))).toEqual(['release.back', 'ask.agreement']);
    expect(c.bookings()).toEqual([]);
  });

  test('once closed does not come again without a new reason', () => {
    const c = talk();
    c.hears(['complaint']);
    c.happens({ type: 'staff.released', at: now });
    expect(keys(c.hears(['book'], { treatments: ['care'] }))).toEqual(['ask.timeChoices']);
    expect(keys(c.hears(['complaint']))).toEqual(['handoff.complaint']);
  });
});

describe('after a visit', () => {
  const visit = () => {
    const c = talk();
    c.hears(['book'], {
      treatments: ['care'],
      when: { date: '2026-11-24', time: '10:00' },
      name: 'Lan',
      phone: '0912345678',
    });
    c.hears(['confirm_yes']);
    const [booking] = c.facts().bookings;
    if (!booking) throw new Error('nothing was booked');
    return { c, booking };
  };

  test('care is scheduled, and whoever does not feel well gets a doctor', () => {
    const { c, booking } = visit();
    expect(c.happens({ type: 'visit.completed', at: now, booking })).toContainEqual({
      type: 'scheduleCare',
      bookingId: booking.id,
      treatment: 'care',
    });
    expect(keys(c.timer(`aftercare0:${booking.id}`))).toEqual(['aftercare.checkIn']);
    expect(keys(c.hears(['confirm_no']))).toEqual(['handoff.medical']);
  });

  test('whoever was pleased is thanked, whoever was not gets a private ear', () => {
    const pleased = visit();
    pleased.c.timer(`review:${pleased.booking.id}`);
    expect(keys(pleased.c.hears(['confirm_yes']))).toEqual(['review.thanks']);
    const other = visit();
    other.c.timer(`review:${other.booking.id}`);
    expect(keys(other.c.hears(['confirm_no']))).toEqual(['handoff.complaint']);
  });

  test('the next session is offered when its time has come, but not into another matter', () => {
    const { c, booking } = visit();
    expect(keys(c.timer(`rebook:${booking.id}`))).toEqual(['rebook.invite']);
    expect(keys(c.hears(['confirm_yes'])).at(-1)).toMatch(/^ask\./);
    const busy = visit();
    busy.c.hears(['book'], { treatments: ['peel'] });
    const effects = busy.c.timer(`rebook:${busy.booking.id}`);
    expect(keys(effects)).toEqual([]);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'setTimer', timer: `rebook:${busy.booking.id}` }),
    );
  });

  test('a birthday that the clinic knows is wished for, and the next one noted', () => {
    const { c, booking } = visit();
    expect(c.happens({ type: 'visit.completed', at: now, booking })).toContainEqual({
      type: 'scheduleBirthday',
    });
    const effects = c.timer('birthday');
    expect(keys(effects)).toEqual(['birthday.wish']);
    expect(effects).toContainEqual({ type: 'scheduleBirthday' });
    expect(c.state()).toBe('automated.idle');
    c.happens({ type: 'staff.tookOver', at: now });
    expect(keys(c.timer('birthday'))).toEqual([]);
  });

  test('whoever did not come is asked for another time', () => {
    const { c, booking } = visit();
    expect(keys(c.happens({ type: 'visit.missed', at: now, booking }))).toEqual(['noShow.rescue']);
  });
});
