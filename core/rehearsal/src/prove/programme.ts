import { addDays, type Clinic, dayMs, type Instant, toInstant } from '@glowbot/core';
import { keysOf, type Play } from './play.ts';
import { house, inOrder, type Script, says, waits } from './script.ts';
import { talks } from './talks.ts';
import { type Bookable, bookablesOf, nameOfBookable } from './treatment-faults.ts';
import { patience, willingAnswer, wishFor } from './willing.ts';

/** Everything a clinic's records let customers do, rehearsed once each. */
export function programmeFor(clinic: Clinic, now: Instant): Script[] {
  const bookables = bookablesOf(clinic);
  return [
    ...bookables.map((bookable) => booking(clinic, bookable, now)),
    ...firstOfEach(bookables).map((bookable) => visit(clinic, bookable, now)),
    ...clinic.promotions.flatMap((promotion) => promotionDays(clinic, promotion)),
    ...questions(clinic).map((text) => ({ about: text, at: now, next: inOrder(says(text)) })),
    ...talks(clinic, now),
  ];
}

const firstOfEach = (bookables: readonly Bookable[]) =>
  bookables.filter(
    ({ treatment }, index) => bookables.findIndex((one) => one.treatment.key === treatment.key) === index,
  );

/** Somebody who wants exactly this, and says yes to everything, must get it. */
export function booking(clinic: Clinic, bookable: Bookable, now: Instant): Script {
  return {
    about: nameOfBookable(bookable),
    at: now,
    next: (turn, record) =>
      turn === 0
        ? wishFor(clinic, bookable)
        : record.appointments.length > 0
          ? undefined
          : willingAnswer(clinic, bookable, record),
    wrong: (play) =>
      play.record.appointments.some(({ treatment }) => treatment === bookable.treatment.key) ||
      !endsInVain(play)
        ? undefined
        : 'a willing customer gets no appointment',
  };
}

/** No time could be had, the same was asked again and again, or it ended with a person. */
function endsInVain(play: Play): boolean {
  const keys = keysOf(play);
  const { facts, state } = play.record;
  const isStuck = (facts.asking?.times ?? 0) > patience;
  return (
    state.startsWith('handoff') || isStuck || keys.includes('slot.none') || keys.includes('slot.refused')
  );
}

/** After a visit somebody asks how the customer is. */
export function visit(clinic: Clinic, bookable: Bookable, now: Instant): Script {
  const after = [house('visit.completed'), waits(2 * dayMs), waits(3 * dayMs), waits(3 * dayMs)];
  let visited = 0;
  return {
    about: bookable.treatment.key,
    at: now,
    next(turn, record) {
      if (turn === 0) visited = 0;
      if (turn === 0) return wishFor(clinic, bookable);
      if (record.appointments.length > 0 && record.facts.asking === null) {
        visited += 1;
        return after[visited - 1];
      }
      return willingAnswer(clinic, bookable, record);
    },
    wrong: (play) =>
      play.record.steps.some(({ event }) => event === 'visit.completed') &&
      !keysOf(play).includes('aftercare.checkIn') &&
      bookable.treatment.contraindications.length > 0
        ? 'nobody asks how the customer is after the visit'
        : undefined,
  };
}

/** The day before a promotion, its first and last day, and the day after: whatever is said of it must be true on that day. */
function promotionDays(
  clinic: Clinic,
  { key, title, treatments, validFrom, validTo }: Clinic['promotions'][number],
): Script[] {
  const names = clinic.treatments.filter((one) => treatments.includes(one.key)).map(({ name }) => name);
  const asks = [
    says('đang có khuyến mãi gì không em'),
    ...names.slice(0, 1).map((name) => says(`${name} có ưu đãi không em`)),
    says(`chương trình ${title} còn không em`),
  ];
  return [addDays(validFrom, -1), validFrom, validTo, addDays(validTo, 1)].flatMap((date) =>
    asks.map((ask) => ({
      about: key,
      at: toInstant({ date, time: '10:00' }, clinic.zone),
      next: inOrder(ask),
    })),
  );
}

/** What customers ask a clinic about its own records. */
function questions({ treatments, faqs, notOffered, staff, branches }: Clinic): string[] {
  return [
    ...treatments.flatMap(({ name }) => [`giá ${name} bao nhiêu vậy em`, `${name} có đau không em`]),
    ...faqs.map(({ question }) => question),
    ...notOffered.map(({ name }) => `bên mình có làm ${name} không em`),
    ...staff.map(({ name }) => `${name} làm gì vậy em`),
    ...branches.map(({ name }) => `${name} ở đâu vậy em`),
    'mấy giờ mở cửa vậy em',
    'chủ nhật có làm không em',
    'có cần đặt cọc không em',
    'cho xem bảng giá',
  ];
}
