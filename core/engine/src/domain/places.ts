import { type BusyCalendar, occupant } from './busy.ts';
import type { Branch, Clinic, Key, Treatment } from './clinic.ts';
import type { TimeSpan } from './slot.ts';

/** A bed, with the machine that is used at it where a treatment needs one; and their names in the busy calendar. */
export type Place = { room: Key; place: number; machine?: Key; occupants: readonly string[] };

/** Every place where a treatment can be done at a branch, each looked up once; whether it is free is not asked. */
export function placesOf(clinic: Clinic): (treatment: Treatment, branch: Branch) => readonly Place[] {
  const known = new Map<string, Place[]>();
  return (treatment, branch) => {
    const name = `${treatment.key} ${branch.key}`;
    const found = known.get(name) ?? placesFor(clinic, treatment, branch);
    known.set(name, found);
    return found;
  };
}

function placesFor(clinic: Clinic, treatment: Treatment, branch: Branch): Place[] {
  const machines = (clinic.machines ?? []).filter(
    ({ kind, branch: at }) => kind === treatment.machine && at === branch.key,
  );
  const places: Place[] = [];
  for (const { key: room, branch: at, capacity } of clinic.rooms) {
    if (at !== branch.key || !treatment.rooms.includes(room)) continue;
    for (let place = 1; place <= capacity; place += 1) {
      const bed = occupant.place(room, place);
      if (treatment.machine === undefined) places.push({ room, place, occupants: [bed] });
      for (const { key: machine, rooms } of machines) {
        if (rooms === undefined || rooms.includes(room))
          places.push({ room, place, machine, occupants: [bed, occupant.machine(machine)] });
      }
    }
  }
  return places;
}

export function isPlaceFree(busy: BusyCalendar, { occupants }: Place, span: TimeSpan): boolean {
  return occupants.every((name) => busy.isFree(name, span));
}

/** Two customers cannot share a bed, nor a machine. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.occupants.some((name) => other.occupants.includes(name));
}
