import { type BusyCalendar, occupant } from './busy.ts';
import { chooseEach } from './choose-each.ts';
import type { LocalDate } from './clinic-time.ts';
import type { Branch, Clinic, Key } from './clinic.ts';
import type { Rota } from './rota.ts';
import type { Refusal, Slot } from './slot.ts';
import type { TimedPart, Visit } from './visit.ts';

/** What is needed to find people and places for a visit. */
export type Desk = { clinic: Clinic; busy: BusyCalendar; rota: Rota };

/** Gives every part a person and a place that no booking and no other part needs; or says what is missing. */
export function seatVisit(
  desk: Desk,
  visit: Visit,
  parts: readonly TimedPart[],
  branch: Branch,
  date: LocalDate,
): Slot[] | Extract<Refusal, 'no-staff' | 'full'> {
  const onDuty = parts.map((part) => peopleFor(desk, part, branch, date));
  if (onDuty.some(({ choices }) => choices.length === 0)) return 'no-staff';
  const free = onDuty.map(({ span, choices }) => ({
    span,
    choices: choices.filter((key) => desk.busy.isFree(occupant.staff(key), span)),
  }));
  const staff = visit.how === 'in-a-row' ? fewHands(free, visit) : chooseEach(free, isSameKey);
  if (!staff) return 'full';
  const places = chooseEach(
    parts.map((part) => placesFor(desk, part, branch)),
    isSamePlace,
  );
  if (!places) return 'full';
  return parts.flatMap((part, nth) => {
    const person = staff[nth];
    const place = places[nth];
    return person !== undefined && place ? [slotOf(part, branch.key, person, place)] : [];
  });
}

const isSameKey = (one: Key, other: Key) => one === other;

function peopleFor({ rota }: Desk, { question, busy: span }: TimedPart, branch: Branch, date: LocalDate) {
  const choices = rota
    .performers(question.treatment.key)
    .filter(({ key }) => question.staff === undefined || question.staff === key)
    .filter((person) => rota.isOnDuty(person, branch.key, date, span))
    .map(({ key }) => key);
  return { span, choices };
}

type People = ReturnType<typeof peopleFor>;

/** One pair of hands for the whole row, where there is one. */
function fewHands(free: readonly People[], { oneStaff }: Visit): Key[] | undefined {
  for (const key of free[0]?.choices ?? []) {
    if (!free.every(({ choices }) => choices.includes(key))) continue;
    const alone = chooseEach(
      free.map(({ span }) => ({ span, choices: [key] })),
      isSameKey,
    );
    if (alone) return alone;
  }
  return oneStaff === true ? undefined : chooseEach(free, isSameKey);
}

type Place = { room: Key; place: number; machine?: Key };

const isSamePlace = (one: Place, other: Place) =>
  (one.room === other.room && one.place === other.place) ||
  (one.machine !== undefined && one.machine === other.machine);

/** The free places for a part, each with a machine that is free and gets there, where the treatment needs one. */
function placesFor({ clinic, busy }: Desk, { question, busy: span }: TimedPart, branch: Branch) {
  const { treatment } = question;
  const machines = (clinic.machines ?? []).filter(
    ({ key, kind, branch: at }) =>
      kind === treatment.machine && at === branch.key && busy.isFree(occupant.machine(key), span),
  );
  const choices: Place[] = [];
  for (const room of clinic.rooms) {
    if (room.branch !== branch.key || !treatment.rooms.includes(room.key)) continue;
    for (let place = 1; place <= room.capacity; place += 1) {
      if (!busy.isFree(occupant.place(room.key, place), span)) continue;
      if (treatment.machine === undefined) choices.push({ room: room.key, place });
      for (const machine of machines) {
        if (machine.rooms === undefined || machine.rooms.includes(room.key))
          choices.push({ room: room.key, place, machine: machine.key });
      }
    }
  }
  return { span, choices };
}

function slotOf({ question, start, end }: TimedPart, branch: Key, staff: Key, place: Place): Slot {
  const { treatment, area } = question;
  const { prepMin, cleanUpMin } = treatment;
  return {
    treatment: treatment.key,
    ...(area === undefined ? {} : { area }),
    branch,
    staff,
    ...place,
    start,
    end,
    ...(prepMin === undefined ? {} : { prepMin }),
    ...(cleanUpMin === undefined ? {} : { cleanUpMin }),
  };
}
