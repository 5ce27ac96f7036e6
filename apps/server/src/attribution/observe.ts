import type { History } from '@glowbot/attribution';
import {
  type EngineParts,
  Entry,
  type Happening,
  openSkills,
  skillBudgetMs,
  type SkillEntry,
  type StoredSkill,
} from '@glowbot/core';

type Status = History['bookings'][number]['changes'][number]['status'];

const kindOf: Partial<Record<Status, Happening['kind']>> = {
  booked: 'booking.made',
  cancelled: 'booking.cancelled',
  arrived: 'visit.arrived',
  completed: 'visit.completed',
  no_show: 'visit.missed',
};

/** What a clinic's skills write into their books because of what happened to a customer's bookings; each thing is observed once. */
export function observe(
  { skills, notice, timeLimit }: Pick<EngineParts, 'skills' | 'notice' | 'timeLimit'>,
  history: History,
  stored: readonly StoredSkill[],
): SkillEntry[] {
  const found: SkillEntry[] = [];
  for (const skill of openSkills(skills, stored, () => {})) {
    const own: SkillEntry[] = [];
    try {
      const observeAll = () => {
        for (const happening of happenings(history)) {
          for (const { account, whose, amount } of skill.observe(happening).map((one) => Entry.parse(one)))
            own.push({
              skill: skill.name,
              account,
              source: happening.id,
              customer: whose === 'customer' ? history.customer : null,
              amount,
              at: happening.at,
            });
        }
      };
      if (timeLimit && timeLimit(skillBudgetMs, observeAll) === 'stopped') throw new RangeError('too slow');
      if (!timeLimit) observeAll();
      found.push(...own);
    } catch (error) {
      notice({ level: 'error', what: 'skill did not observe', ids: { skill: skill.name }, error });
    }
  }
  return found;
}

/** The same change has the same id for ever: that is what makes its entries once. */
function happenings({ customer, bookings }: History): Happening[] {
  return bookings.flatMap(({ id, treatment, changes }) => {
    const counts = new Map<string, number>();
    return changes.flatMap(({ at, status }): Happening[] => {
      const kind = kindOf[status];
      const nth = (counts.get(status) ?? 0) + 1;
      counts.set(status, nth);
      return kind === undefined
        ? []
        : [{ id: `${id}:${status}:${nth}`, kind, at, customerId: customer, booking: { id, treatment } }];
    });
  });
}
