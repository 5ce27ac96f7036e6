import { addDays, type Clinic, copyFacts, type CopyFacts, type CopyKey, toInstant } from '@glowbot/core';

/** The moment at which everything is said: a Wednesday morning. */
const today = '2026-11-25';
const at = (days: number, time: string, zone: string) =>
  toInstant({ date: addDays(today, days), time }, zone);
export const nowIn = ({ zone }: Clinic) => at(0, '10:20', zone);

/** What a fact may be, taken from a clinic's own records; `n` counts the sets, so that neighbours differ. */
function valueOf(fact: string, n: number, treatment: Clinic['treatments'][number], clinic: Clinic): unknown {
  const pick = <T>(...choices: T[]) => choices[n % choices.length];
  const branch = treatment.branches[n % treatment.branches.length] ?? '';
  const people = clinic.staff.filter(({ skills }) => skills.includes(treatment.key));
  const staff = people[n % people.length]?.key ?? clinic.staff[0]?.key ?? '';
  const start = pick(
    at(1, '15:00', clinic.zone),
    at(3, '09:30', clinic.zone),
    at(0, '17:00', clinic.zone),
    at(12, '11:00', clinic.zone),
  );
  const soon = pick(at(0, '10:32', clinic.zone), at(1, '09:00', clinic.zone), at(5, '14:00', clinic.zone));
  const area = treatment.variants[n % (treatment.variants.length + 1)]?.area ?? null;
  const visit = { treatment: treatment.key, area, branch, staff, start };
  const values: Record<string, unknown> = {
    ...visit,
    name: pick('Lan', null, 'Nguyễn Bảo Châu'),
    phone: pick('0912345678', '0387654321'),
    unit: treatment.price.unit,
    amount: pick(600_000, 1_990_000, 99_000),
    min: pick(99_000, 450_000),
    max: pick(300_000, 2_500_000),
    perSession: pick(398_000, 1_300_000),
    sessions: pick(5, 10),
    minAge: pick(18, 25),
    checkIn: 0,
    answer: 'Có chỗ gửi xe trước cửa ạ.',
    say: 'Phòng khám không làm dịch vụ này ạ.',
    branches: treatment.branches.join(' '),
    refusal: pick('past', 'too-soon', 'too-far', 'closed', 'off-grid', 'no-staff', 'full'),
    date: pick(addDays(today, 3), addDays(today, 1), null),
    time: pick('17:30', null, null, null),
    part: n % 4 === 3 ? (['morning', 'noon', 'afternoon', 'evening'] as const)[Math.floor(n / 4) % 4] : null,
    from: pick(null, '09:00', null, null),
    to: pick(null, '11:30', '16:00', null),
    times: `${start}@${branch} ${at(4, '16:30', clinic.zone)}@${branch}`,
    candidates: clinic.staff.slice(0, 2 + (n % 2)).map(({ key }) => key),
    until: soon,
    expectedAt: pick(null, soon, at(0, '10:32', clinic.zone), at(1, '09:00', clinic.zone)),
    opensAt: pick(at(1, '09:00', clinic.zone), at(0, '13:00', clinic.zone)),
    oldStart: pick(at(2, '10:00', clinic.zone), at(6, '18:30', clinic.zone)),
    oldBranch: treatment.branches[0],
    event: pick('2027-02-06', '2026-12-24'),
    lastDay: pick('2027-01-25', '2026-12-10'),
    firstDay: pick('2026-12-01', '2026-12-05'),
    note: pick('GBHFXBKLMN', null, 'GBCDFGHKLM'),
    why: pick('new-customer', 'package', 'once', 'quantity'),
    visits: [
      { ...visit, who: pick(null, 'Mai') },
      { ...visit, start: at(4, '16:30', clinic.zone), who: pick(null, 'Hạnh') },
    ],
    faq: null,
    one: treatment.key,
    other: clinic.treatments.find(({ key }) => key !== treatment.key)?.key,
    minArea: clinic.areas[n % clinic.areas.length]?.key,
    maxArea: clinic.areas[(n + 1) % clinic.areas.length]?.key,
    lines: [
      {
        treatment: treatment.key,
        area,
        unit: treatment.price.unit,
        min: 450_000,
        max: pick(450_000, 900_000, null),
      },
    ],
    promotion: clinic.promotions[n % clinic.promotions.length]?.key,
    daysLeft: pick(null, 0, 2),
    usual: 2_400_000,
    bookings: [visit, { ...visit, start: at(4, '16:30', clinic.zone) }],
  };
  if (!(fact in values)) throw new Error(`No records are known for the fact "${fact}"`);
  return values[fact];
}

/** Facts for one sentence, once for each treatment of the clinic and twice where there are few. */
export function factsFor(key: CopyKey, clinic: Clinic): CopyFacts[] {
  const facts = Object.keys(copyFacts[key].shape);
  const treatments = clinic.treatments.filter(
    ({ variants, contraindications, aftercare }) =>
      (key !== 'aftercare.checkIn' || aftercare.length > 0) &&
      (key !== 'ask.area' || variants.length > 0) &&
      (key !== 'ask.screening' || contraindications.length > 0),
  );
  return [...treatments, ...treatments].map((treatment, n) => {
    const set = Object.fromEntries(facts.map((fact) => [fact, valueOf(fact, n, treatment, clinic)]));
    // A fact that must not be null is given a value: only the schema knows which.
    for (const [fact, value] of Object.entries(set))
      if (value === null && !copyFacts[key].safeParse(set).success)
        set[fact] = valueOf(fact, 0, treatment, clinic);
    return copyFacts[key].parse(set);
  });
}
