import { describe, expect, test } from 'vitest';
import { at, keys, now, talk } from '../../fixtures/talk.ts';
import type { Intent } from '../understanding/understanding.ts';

const tomorrowAt3 = { when: { date: '2026-11-24', time: '15:00' } };

describe('an appointment', () => {
  test('is made by asking only for what is not known yet, and only after the customer agreed', () => {
    const c = talk();
    expect(keys(c.hears(['book', 'ask_availability'], { treatments: ['peel'], ...tomorrowAt3 }))).toEqual([
      'availability.free',
      'ask.screening',
    ]);
    expect(c.state()).toBe('automated.qualify.askingScreening');
    expect(keys(c.hears(['confirm_no']))).toEqual(['ask.branch']);
    expect(keys(c.hears([], { branch: 'north' }))).toEqual(['ask.nameAndPhone']);
    expect(c.facts().hold?.parts[0].slot.branch).toBe('north');
    expect(keys(c.hears(['give_name'], { name: 'Lan' }))).toEqual(['ask.phone']);
    expect(keys(c.hears(['give_phone'], { phone: '0912345678' }))).toEqual(['ask.agreement']);
    expect(c.facts().bookings).toEqual([]);
    const effects = c.hears(['confirm_yes']);
    expect(keys(effects)).toEqual(['booked.confirmed']);
    expect(effects).toContainEqual(expect.objectContaining({ type: 'scheduleReminders' }));
    expect(c.state()).toBe('automated.idle');
    expect(c.facts().bookings).toHaveLength(1);
  });

  test('takes everything given at once', () => {
    const c = talk();
    c.hears(['book'], {
      treatments: ['care'],
      branch: 'south',
      when: { date: '2026-11-24', time: '10:00' },
      name: 'Lan',
      phone: '0912345678',
    });
    expect(c.state()).toBe('automated.book.askingAgreement');
  });

  test('at a taken or closed hour is refused with a reason and real alternatives', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'], when: { date: '2026-11-24', time: '18:00' } });
    expect(c.state()).toBe('automated.book.askingTime');
    expect(c.facts().refusal).toBe('closed');
    expect(c.facts().offers.length).toBeGreaterThan(0);
  });

  test('moves to the corrected time: the old hold is released, the new one taken', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'], when: { date: '2026-11-24', time: '10:00' } });
    const first = c.facts().hold;
    const effects = c.hears(['give_time'], { when: { time: '14:00' } });
    expect(effects).toContainEqual({ type: 'releaseHold', ids: [first?.parts[0].id] });
    expect(c.facts().hold?.parts[0].slot.start).toBe(at('2026-11-24', '14:00'));
  });

  test('free at one branch only is held there without asking for the branch', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['peel'], when: { date: '2026-11-25', time: '15:00' } });
    expect(keys(c.hears(['confirm_no']))).toEqual(['ask.nameAndPhone']);
    expect(c.facts().hold?.parts[0].slot.branch).toBe('north');
  });

  test('with a deposit is noted as awaiting it', () => {
    const c = talk();
    c.hears(['book'], {
      treatments: ['filler'],
      area: 'moi',
      ...tomorrowAt3,
      name: 'Lan',
      phone: '0912345678',
    });
    c.hears(['confirm_no']);
    expect(keys(c.hears(['confirm_yes']))).toEqual(['booked.awaitingDeposit']);
    expect(c.facts().bookings[0]?.status).toBe('awaiting_deposit');
    const id = c.facts().bookings[0]?.id ?? '';
    expect(keys(c.timer(`deposit:${id}`))).toEqual(['deposit.lapsed']);
    expect(c.bookings()).toEqual([]);
  });

  test('is not offered to somebody the screening speaks against: a person decides', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['peel'] });
    expect(keys(c.hears(['confirm_yes'], {}, ['có']))).toEqual(['handoff.contraindication']);
    expect(c.state()).toBe('handoff.waitingForStaff');
  });

  test('"dạ đúng" to the screening agrees that none of it applies', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['peel'] });
    c.hears(['confirm_yes'], {}, ['dạ đúng']);
    expect(c.facts().screening).toEqual({ cleared: ['peel'], flagged: false });
  });
});

describe('human hands', () => {
  test('a red flag stops selling, gives the hotline and calls people urgently', () => {
    const c = talk();
    const effects = c.hears(['medical_red_flag', 'book'], { treatments: ['peel'] });
    expect(keys(effects)).toEqual(['handoff.medical']);
    expect(effects).toContainEqual({ type: 'openHandoff', reason: 'medical', priority: 'urgent' });
  });

  test('a takeover silences the bot: whatever the customer says, nothing is said or asked', () => {
    const c = talk();
    c.happens({ type: 'staff.tookOver', at: now });
    for (const intents of [
      ['ask_price'],
      ['book'],
      ['medical_red_flag'],
      ['request_human'],
      [],
    ] as Intent[][]) {
      expect(keys(c.hears(intents, { treatments: ['peel'], ...tomorrowAt3 }))).toEqual([]);
    }
    expect(c.state()).toMatch(/^handoff\./);
  });

  test('after the release the conversation goes on with what the customer told the staff, and not for the old reason', () => {
    const c = talk();
    c.hears(['request_human']);
    c.hears(['book'], { treatments: ['care'], name: 'Lan' });
    expect(keys(c.happens({ type: 'staff.released', at: now }))).toEqual(['release.back', 'ask.timeChoices']);
    c.hears(['give_time'], { when: { date: '2026-11-24', time: '10:00' } });
    expect(c.state()).toBe('automated.book.askingPhone');
  });

  test('a release with nothing open says nothing', () => {
    const c = talk();
    c.hears(['request_human']);
    c.happens({ type: 'staff.tookOver', at: now });
    expect(keys(c.happens({ type: 'staff.released', at: now }))).toEqual([]);
    expect(c.state()).toBe('automated.idle');
  });

  test('a "dạ" that answers nothing is not taken for an answer again and again', () => {
    const c = talk();
    c.hears(['book']);
    expect(keys(c.hears(['confirm_yes']))).toEqual(['ask.treatment']);
    expect(keys(c.hears(['confirm_yes']))).toEqual(['ask.treatment']);
    expect(keys(c.hears(['confirm_yes']))).toEqual(['handoff.notUnderstood']);
  });

  test('three turns that nobody could understand go to a person', () => {
    const c = talk();
    expect(keys(c.hears([]))).toEqual(['help.topics']);
    expect(keys(c.hears([]))).toEqual(['help.topics']);
    expect(keys(c.hears([]))).toEqual(['handoff.notUnderstood']);
  });
});

describe('small repairs', () => {
  test('"đổi sang 2h" before anything is booked corrects the wish instead of calling a person', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'], when: { date: '2026-11-24', time: '10:00' } });
    c.hears(['reschedule', 'give_time'], { when: { time: '14:00' } });
    expect(c.facts().hold?.parts[0].slot.start).toBe(at('2026-11-24', '14:00'));
  });

  test('a question no record answers goes to a person, and not to nobody', () => {
    const c = talk();
    expect(keys(c.hears(['ask_promotion']))).toEqual(['handoff.unanswered']);
    expect(c.state()).toBe('handoff.waitingForStaff');
  });

  test.each([[['smalltalk']], [['off_topic']], [['give_phone']], [['confirm_no']]] as [Intent[]][])(
    'somebody who only says %j still gets a word',
    (intents) => {
      expect(keys(talk().hears(intents)).length).toBeGreaterThan(0);
    },
  );

  test('a hold that ran out is let go quietly, and taken again when the customer comes back', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['care'], when: { date: '2026-11-24', time: '10:00' } });
    expect(c.state()).toBe('automated.book.askingContact');
    expect(keys(c.happens({ type: 'timer.fired', at: now, timer: 'hold' }))).toEqual([]);
    expect(c.facts().hold).toBeNull();
    c.hears(['give_name'], { name: 'Lan' });
    expect(c.facts().hold).not.toBeNull();
    expect(c.state()).toBe('automated.book.askingPhone');
  });

  test('"để chị suy nghĩ" is accepted without another question', () => {
    const c = talk();
    c.hears(['book'], { treatments: ['peel'] });
    expect(keys(c.hears(['defer']))).toEqual(['defer.fine']);
    expect(c.state()).toBe('automated.idle');
  });

  test('a reminder is answered in the same conversation', () => {
    const c = talk();
    c.hears(['book'], {
      treatments: ['care'],
      when: { date: '2026-11-24', time: '10:00' },
      name: 'Lan',
      phone: '0912345678',
    });
    c.hears(['confirm_yes']);
    const id = c.facts().bookings[0]?.id ?? '';
    expect(keys(c.happens({ type: 'timer.fired', at: now, timer: `reminder2h:${id}` }))).toEqual([
      'reminder.attendance',
    ]);
    expect(c.state()).toBe('automated.followUp.reminding');
    const effects = c.hears(['confirm_yes']);
    expect(effects).toContainEqual({ type: 'confirmAttendance', bookingId: id });
    expect(keys(effects)).toEqual(['attendance.thanks']);
  });
});
