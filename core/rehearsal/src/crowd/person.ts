import type { Clinic, Treatment } from '@glowbot/core';
import type { Chance } from './chance.ts';
import { type Hand, someHand } from './spelling.ts';

/** What somebody wants to leave with. */
export const goals = [
  'book',
  'ask price',
  'ask place',
  'browse',
  'haggle',
  'change mind',
  'move',
  'cancel',
  'red flag',
  'person',
  'complain',
  'stop messages',
  'put off',
  'too young',
  'pregnant',
  'trick',
  'nonsense',
] as const;
export type Goal = (typeof goals)[number];

/** One imagined customer. */
export type Person = {
  goal: Goal;
  hand: Hand;
  name: string;
  phone: string;
  treatment: Treatment;
  /** How the treatment is called by this person. */
  calls: string;
  branch: string;
  day: string;
  hour: string;
  /** How likely: to answer with a question of their own, to write in pieces, to fall silent, to tap instead of typing. */
  digresses: number;
  bursts: number;
  pauses: number;
  taps: number;
};

const weights: readonly (readonly [number, Goal])[] = [
  [34, 'book'],
  [8, 'ask price'],
  [5, 'ask place'],
  [6, 'browse'],
  [4, 'haggle'],
  [8, 'change mind'],
  [6, 'move'],
  [5, 'cancel'],
  [4, 'red flag'],
  [3, 'person'],
  [3, 'complain'],
  [2, 'stop messages'],
  [4, 'put off'],
  [2, 'too young'],
  [2, 'pregnant'],
  [2, 'trick'],
  [2, 'nonsense'],
];

const names = [
  'Lan',
  'Thảo',
  'Ngọc Anh',
  'Hương',
  'Bích',
  'Trúc',
  'Minh',
  'Hà',
  'Quỳnh',
  'Đào',
  'Anna',
  'Nhi',
];
const days = [
  'mai',
  'ngày mốt',
  'thứ 6',
  'thứ 7',
  'chủ nhật',
  'thứ 3 tuần sau',
  'cuối tuần',
  '2/12',
  'thứ 2 tuần sau',
];
const hours = [
  '3h chiều',
  '10h sáng',
  '9h',
  '14h30',
  '5 giờ chiều',
  '8h tối',
  '11h trưa',
  '2 rưỡi chiều',
  '7h sáng',
];

function somePerson(clinic: Clinic, chance: Chance): Person {
  const treatment = chance.one(clinic.treatments.filter(({ branches }) => branches.length > 0));
  const branch = chance.one(clinic.branches.filter(({ key }) => treatment.branches.includes(key)));
  return {
    goal: chance.weighted(weights),
    hand: someHand(chance),
    name: chance.one(names),
    phone: `09${String(chance.below(100_000_000)).padStart(8, '0')}`,
    treatment,
    calls: chance.one([treatment.name.toLowerCase(), ...treatment.aliases]),
    branch: chance.one([branch.name, ...branch.aliases]),
    day: chance.one(days),
    hour: chance.one(hours),
    digresses: chance.one([0, 0.1, 0.3]),
    bursts: chance.one([0, 0, 0.3]),
    pauses: chance.one([0, 0, 0.15]),
    taps: chance.one([0, 0.5, 0.9]),
  };
}

/** Mostly one; now and then a few who write at once, often about the same treatment at the same time. */
export function somePeople(clinic: Clinic, chance: Chance): [Person, ...Person[]] {
  const first = somePerson(clinic, chance);
  const others = chance.happens(0.2) ? 1 + chance.below(3) : 0;
  const rivals = Array.from({ length: others }, (): Person => {
    const person = somePerson(clinic, chance);
    const { treatment, calls, branch, day, hour } = first;
    return chance.happens(0.6) ? { ...person, goal: 'book', treatment, calls, branch, day, hour } : person;
  });
  return [first, ...rivals];
}
