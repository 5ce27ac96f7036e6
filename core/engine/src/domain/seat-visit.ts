import { type BusyCalendar, occupant } from './busy.ts';
import { chooseEach, type Want } from './choose-each.ts';
import type { LocalDate } from './clinic-time.ts';
import type { Branch, Key, Treatment } from './clinic.ts';
import { isPlaceFree, isSamePlace, type Place } from './places.ts';
import { isWithin, type Rota } from './rota.ts';
import type { Refusal, Slot, TimeSpan } from './slot.ts';
import type { TimedPart, Visit } from './visit.ts';

/** What is needed to find people and places for a visit. */
export type Desk = {
  busy: BusyCalendar;
  rota: Rota;
  places: (treatment: Treatment, branch: Branch) => readonly Place[];
};

/** Gives every part a person and a place that no booking and no other part needs; or says what is missing. */
export function seatVisit(
  { busy, rota, places }: Desk,
  visit: Visit,
  parts: readonly TimedPart[],
  branch: Branch,
  date: LocalDate,
): Slot[] | Extract<Refusal, 'no-staff' | 'full'> {
  const working = rota.workingAt(branch.key, date);
  const isOnDuty = (key: Key, span: TimeSpan) => isWithin(working.get(key), span);
  const people = parts.map(({ question: { treatment, staff }, busy: span }) => ({
    span,
    choices: staff === undefined ? rota.performers(treatment.key) : wished(rota, treatment, staff),
  }));
  const isFree = (key: Key, span: TimeSpan) => isOnDuty(key, span) && busy.isFree(occupant.staff(key), span);
  const staff = visit.how === 'in-a-row' ? fewHands(people, isFree, visit) : oneEach(people, isFree);
  if (!staff) {
    const isManned = people.every(({ span, choices }) => choices.some((key) => isOnDuty(key, span)));
    return isManned ? 'full' : 'no-staff';
  }
  const beds = chooseEach(
    parts.map(({ question: { treatment }, busy: span }) => ({ span, choices: places(treatment, branch) })),
    (place, span) => isPlaceFree(busy, place, span),
    isSamePlace,
  );
  if (!beds) return 'full';
  return parts.flatMap((part, nth) => {
    const person = staff[nth];
    const bed = beds[nth];
    return person !== undefined && bed ? [slotOf(part, branch.key, person, bed)] : [];
  });
}

const wished = (rota: Rota, treatment: Treatment, staff: Key): Key[] =>
  rota.performers(treatment.key).filter((key) => key === staff);

type IsFree = (key: Key, span: TimeSpan) => boolean;

const oneEach = (people: readonly Want<Key>[], isFree: IsFree) =>
  chooseEach(people, isFree, (one, other) => one === other);

/** One pair of hands for the whole row, where there is one. */
function fewHands(people: readonly Want<Key>[], isFree: IsFree, { oneStaff }: Visit): Key[] | undefined {
  for (const key of people[0]?.choices ?? []) {
    if (!people.every(({ choices }) => choices.includes(key))) continue;
    const alone = oneEach(
      people.map(({ span }) => ({ span, choices: [key] })),
      isFree,
    );
    if (alone) return alone;
  }
  return oneStaff === true ? undefined : oneEach(people, isFree);
}

function slotOf({ question, start, end }: TimedPart, branch: Key, staff: Key, bed: Place): Slot {
  const { treatment, area } = question;
  const { prepMin, cleanUpMin } = treatment;
  const { room, place, machine } = bed;
  return {
    treatment: treatment.key,
    ...(area === undefined ? {} : { area }),
    branch,
    staff,
    room,
    place,
    ...(machine === undefined ? {} : { machine }),
    start,
    end,
    ...(prepMin === undefined ? {} : { prepMin }),
    ...(cleanUpMin === undefined ? {} : { cleanUpMin }),
  };
}
