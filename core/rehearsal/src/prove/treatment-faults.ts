import { availability, type Clinic, durationOf, type Instant, type Key, type Treatment } from '@glowbot/core';
import type { RecordFault } from './finding.ts';

/** A treatment, an area of it where it has areas, and a branch: one thing a customer may want to book. */
export type Bookable = { treatment: Treatment; area: Key | undefined; branch: Key };

/** Everything the records offer for booking. */
export function bookablesOf(clinic: Clinic): Bookable[] {
  return clinic.treatments.flatMap((treatment) => {
    const areas = treatment.variants.length > 0 ? treatment.variants.map(({ area }) => area) : [undefined];
    return treatment.branches.flatMap((branch) => areas.map((area) => ({ treatment, area, branch })));
  });
}

export const nameOfBookable = ({ treatment, area, branch }: Bookable) =>
  `${[treatment.key, area].filter((key) => key !== undefined).join(' ')} at ${branch}`;

/** What a bookable treatment lacks at its branch: somebody who can do it, a room, a machine, or time enough. */
export function bookableFaults(clinic: Clinic, now: Instant): (RecordFault & { bookable: Bookable })[] {
  const times = availability(clinic, [], now);
  return bookablesOf(clinic).flatMap((bookable) => {
    const { treatment, area, branch } = bookable;
    const lacks = lacksAt(clinic, treatment, branch);
    const question = { treatment, branch, ...(area === undefined ? {} : { area }) };
    const hasStart = lacks.length > 0 || times.soonest(question, 1).length > 0;
    const why = hasStart
      ? lacks
      : [
          `its ${durationOf(treatment, area)} minutes fit into no shift within opening hours in the next ${clinic.bookingRules.maxAdvanceDays} days`,
        ];
    return why.map((one) => ({
      kind: 'treatment' as const,
      about: nameOfBookable(bookable),
      why: one,
      bookable,
    }));
  });
}

function lacksAt(clinic: Clinic, treatment: Treatment, branch: Key): string[] {
  if (!clinic.branches.some(({ key }) => key === branch)) return ['there is no such branch'];
  const isSkilled = clinic.staff.some(
    ({ skills, shifts }) => skills.includes(treatment.key) && shifts.some((shift) => shift.branch === branch),
  );
  const rooms = clinic.rooms.filter((room) => room.branch === branch && treatment.rooms.includes(room.key));
  const { machine } = treatment;
  const hasMachine =
    machine === undefined ||
    (clinic.machines ?? []).some(
      (one) =>
        one.kind === machine &&
        one.branch === branch &&
        rooms.some(({ key }) => one.rooms === undefined || one.rooms.includes(key)),
    );
  return [
    ...(isSkilled ? [] : ['nobody who can do it has a shift there']),
    ...(rooms.length > 0 ? [] : ['none of its rooms is there']),
    ...(hasMachine ? [] : [`no machine of the kind ${machine} stands in one of its rooms there`]),
  ];
}

/** Whatever something may speak against does something to the body, and is asked about afterwards. */
export function aftercareFaults({ treatments }: Clinic): (RecordFault & { treatment: Treatment })[] {
  return treatments
    .filter(
      ({ branches, contraindications, aftercare }) =>
        branches.length > 0 && contraindications.length > 0 && aftercare.length === 0,
    )
    .map((treatment) => ({
      kind: 'treatment',
      about: treatment.key,
      why: 'it has contraindications and no aftercare: nobody asks how the customer is',
      treatment,
    }));
}
