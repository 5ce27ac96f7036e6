import type { Chance } from './chance.ts';
import { imagine } from './imagine.ts';
import type { Person } from './person.ts';
import type { NextMove } from './play-moves.ts';

/** People write in no particular order, each until they are done. */
export function inTurns(people: readonly Person[], chance: Chance): NextMove {
  const busy = people.map((person, who) => ({ person, who }));
  return async (sofar, standing) => {
    while (busy.length > 0) {
      const { person, who } = chance.one(busy);
      const own = sofar.filter((move) => move.who === who).length;
      const { record, offered } = await standing(who);
      const act = imagine(person, own, record, offered, chance);
      if (act) return { who, act };
      busy.splice(
        busy.findIndex((one) => one.who === who),
        1,
      );
    }
    return undefined;
  };
}
