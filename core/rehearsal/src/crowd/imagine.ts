import { dayMs, hourMs, minuteMs } from '@glowbot/core';
import type { CustomerRecord } from '../stage/customer.ts';
import type { Act } from './act.ts';
import type { Chance } from './chance.ts';
import { nextLine, opening } from './lines.ts';
import type { Person } from './person.ts';
import { typed } from './spelling.ts';

/** What happens next in an imagined dialogue, given how it stands; undefined: this person is done. */
export function imagine(
  person: Person,
  turn: number,
  record: CustomerRecord,
  offered: number,
  chance: Chance,
): Act | undefined {
  if (turn === 0) return says(person, opening(person, chance), chance);
  if (record.state.startsWith('handoff')) return inHumanHands(person, chance);
  const isDone = record.facts.asking === null && chance.happens(wantsMore.has(person.goal) ? 0.15 : 0.5);
  if (isDone || turn > 14) return undefined;
  if (chance.happens(person.pauses)) return { kind: 'waits', ms: chance.one(pauses) };
  if (chance.happens(0.02)) return { kind: 'sends', attachment: chance.one(['image', 'audio', 'sticker']) };
  if (chance.happens(0.01)) return { kind: 'staff write', text: 'Dạ em Tiên đây ạ' };
  if (offered > 0 && chance.happens(person.taps)) return { kind: 'taps', nth: chance.below(offered) };
  return says(person, nextLine(person, record.facts.asking?.question ?? null, turn, chance), chance);
}

/** These have something to do after the first question is settled. */
const wantsMore: ReadonlySet<Person['goal']> = new Set(['move', 'cancel', 'change mind', 'put off']);

const pauses = [5 * minuteMs, 20 * minuteMs, 3 * hourMs, dayMs, 4 * dayMs];

function says(person: Person, text: string, chance: Chance): Act {
  const whole = typed(text, person.hand, chance);
  const middle = whole.indexOf(' ', Math.floor(whole.length / 2));
  const isBurst = middle > 0 && chance.happens(person.bursts);
  return { kind: 'says', texts: isBurst ? [whole.slice(0, middle), whole.slice(middle + 1)] : [whole] };
}

function inHumanHands(person: Person, chance: Chance): Act | undefined {
  return chance.weighted<Act | undefined>([
    [3, undefined],
    [2, says(person, nextLine(person, null, 9, chance), chance)],
    [2, { kind: 'waits', ms: chance.one(pauses) }],
    [1, { kind: 'in the house', what: 'staff.tookOver' }],
    [1, { kind: 'staff write', text: 'Dạ chị chờ em xíu ạ' }],
    [2, { kind: 'in the house', what: 'staff.released' }],
  ]);
}
