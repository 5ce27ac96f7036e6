import { type Clinic, has, installSkill, type InstalledSkill } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { type Finding, openStage, prove, type ProveReport } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

/** Wednesday morning. */
const now = Date.parse('2026-11-25T10:20:00+07:00');

async function proven(clinic: Clinic, enabled: readonly InstalledSkill[] = skills): Promise<ProveReport> {
  const stage = await openStage({ clinic, skills: enabled, now });
  const report = await prove(stage, { now });
  await stage.stop();
  return report;
}

test('everything the demo clinic offers can be booked, said and handed over', {
  timeout: 300_000,
}, async () => {
  const { findings, heard } = await proven(demoClinic());
  expect(findings).toEqual([]);
  expect(heard).toBeGreaterThan(70);
});

const demo = demoClinic();
const only = (...keys: string[]) => demo.treatments.filter(({ key }) => keys.includes(key));
const changed = (key: string, about: Partial<Clinic['treatments'][number]>) =>
  only(key).map((treatment) => ({ ...treatment, ...about }));

/** A clinic whose records are wrong in every way that can be told from them. */
const broken: Clinic = {
  ...demo,
  medicalHotline: '',
  treatments: [
    ...only('filler', 'kham_soi_da'),
    ...changed('peel', { branches: ['cs1', 'cs2'] }),
    ...changed('tri_mun', { branches: ['cs1'], rooms: ['cs2_giuong'] }),
    ...changed('rf', { machine: 'may_rf' }),
    ...changed('phun_moi', { durationMin: 900 }),
    ...changed('tam_trang', { aftercare: [] }),
  ],
  staff: demo.staff.map((person) =>
    person.shifts.some(({ branch }) => branch === 'cs2')
      ? { ...person, skills: person.skills.filter((skill) => skill !== 'peel') }
      : person,
  ),
  promotions: demo.promotions
    .filter(({ key }) => key === 'km_2010' || key === 'km_nach99')
    .map((one) => (one.key === 'km_nach99' ? { ...one, validTo: '2026-10-01' } : one)),
  faqs: [],
  notOffered: [],
  ...(demo.onCall
    ? { onCall: { ...demo.onCall, duties: demo.onCall.duties.filter(({ weekday }) => weekday !== 'sun') } }
    : {}),
};

/** Offers what has ended, whatever the day. */
const loud = installSkill({
  name: 'loud',
  settingsSchema: z.object({}),
  settingsVersion: 1,
  needs: [],
  consider: ({ understanding }) =>
    has(understanding, 'ask_promotion')
      ? [
          {
            answers: 'promotion',
            key: 'faq.answer',
            facts: { answer: 'Bên em đang giảm 30% filler mừng 20/10 ạ.' },
          },
        ]
      : [],
});

describe('a clinic with broken records', () => {
  let findings: readonly Finding[] = [];
  beforeAll(async () => {
    ({ findings } = await proven(broken, [loud, ...skills]));
  }, 300_000);

  test.each<[string, Finding['kind'], string, RegExp, RegExp]>([
    [
      'nobody who can do a treatment',
      'treatment',
      'peel at cs2',
      /nobody who can do it/,
      /khách: em muốn đặt lịch Peel.*Bằng Lăng/,
    ],
    ['no room for it', 'treatment', 'tri_mun at cs1', /none of its rooms/, /khách: em muốn đặt lịch.*mụn/i],
    [
      'no machine for it',
      'treatment',
      'rf at cs1',
      /no machine of the kind may_rf/,
      /khách: em muốn đặt lịch.*RF/,
    ],
    [
      'a treatment longer than any shift',
      'treatment',
      'phun_moi at cs1',
      /900 minutes fit into no shift/,
      /khách: em muốn đặt lịch.*môi/,
    ],
    ['no aftercare', 'treatment', 'tam_trang', /nobody asks how the customer is/, /khách đã đến:/],
    ['a promotion that ends before it begins', 'promotion', 'km_nach99', /before it begins/, /99\.000đ/],
    [
      'a promotion that is offered after its end: the guard holds it back',
      'promotion',
      'km_2010',
      /does not hold/,
      /bot: .*nhân viên/,
    ],
    ['an hour without anybody on duty', 'handoff', 'medical, sun', /nobody of its call chain/, /mắt nhìn mờ/],
    ['a sentence with a hole', 'sentence', 'handoff.medical in vi', /does not come out whole/, /bot: .*115/],
  ])('is shown %s, with the shortest conversation', (_, kind, about, why, line) => {
    const found = findings.find(
      (one) => one.kind === kind && one.about.startsWith(about) && why.test(one.why),
    );
    expect(found?.why).toMatch(why);
    expect(found?.conversation?.lines.join('\n')).toMatch(line);
    expect(found?.conversation?.lines.length).toBeLessThanOrEqual(14);
  });
});
