import {
  type Key,
  type LocalDateTime,
  type MonthDay,
  type Promotion,
  type Vnd,
  weekdayOf,
} from '@glowbot/core';
import { validityOf } from './validity.ts';

/** What is known of what the customer would buy; what is not known is left out and is not held against them. */
export type Purchase = {
  treatment?: Key;
  area?: Key;
  branch?: Key;
  /** When the visit would be; without it, some day on which the promotion runs. */
  at?: Partial<LocalDateTime>;
  people?: number;
  isPackage?: boolean;
  /** The bill before any reduction. */
  spend?: Vnd;
  code?: string;
  customer?: { isNew?: boolean; birthday?: MonthDay | null };
  /** How often the promotion was had, by everybody and by this customer. */
  used?: { byAll?: number; byCustomer?: number };
};

export type Condition =
  | 'treatment'
  | 'area'
  | 'date'
  | 'branch'
  | 'weekday'
  | 'hours'
  | 'new-customer'
  | 'birthday'
  | 'min-spend'
  | 'quantity'
  | 'once'
  | 'people'
  | 'package'
  | 'code';

type Judgement = 'met' | 'unmet' | 'unknown';

/** Every condition a promotion sets, and whether this purchase meets it. Only what is known to fail is unmet. */
export function conditionsOf(promotion: Promotion, purchase: Purchase): Map<Condition, Judgement> {
  const { terms = {}, treatments, area } = promotion;
  const { treatment, at, customer, used } = purchase;
  const found = new Map<Condition, Judgement>();
  const set = (condition: Condition, judgement: Judgement) => found.set(condition, judgement);

  set(
    'treatment',
    known(treatment, (key) => treatments.includes(key)),
  );
  if (area !== undefined)
    set(
      'area',
      known(purchase.area, (key) => key === area),
    );
  set(
    'date',
    known(at?.date, (date) => validityOf(promotion, date).kind === 'running'),
  );
  const { branches, weekdays, hours, birthday, minSpend, quantity, people, code } = terms;
  if (branches)
    set(
      'branch',
      known(purchase.branch, (key) => branches.includes(key)),
    );
  if (weekdays)
    set(
      'weekday',
      known(at?.date, (date) => weekdays.includes(weekdayOf(date))),
    );
  if (hours)
    set(
      'hours',
      known(at?.time, (time) => time >= hours.from && time < hours.to),
    );
  if (terms.newCustomers === true)
    set(
      'new-customer',
      known(customer?.isNew, (isNew) => isNew),
    );
  if (birthday) set('birthday', birthdayOn(birthday, customer?.birthday ?? undefined, at?.date));
  if (minSpend !== undefined)
    set(
      'min-spend',
      known(purchase.spend, (spend) => spend >= minSpend),
    );
  if (quantity !== undefined)
    set(
      'quantity',
      known(used?.byAll, (times) => times < quantity),
    );
  if (terms.oncePerCustomer === true)
    set(
      'once',
      known(used?.byCustomer, (times) => times < 1),
    );
  if (people !== undefined)
    set(
      'people',
      known(purchase.people, (count) => count >= people),
    );
  if (purchase.isPackage === true && terms.packages !== true) set('package', 'unmet');
  if (code !== undefined)
    set(
      'code',
      known(purchase.code, (said) => said === code),
    );
  return found;
}

function known<T>(value: T | undefined, isMet: (value: T) => boolean): Judgement {
  if (value === undefined) return 'unknown';
  return isMet(value) ? 'met' : 'unmet';
}

/** Who was born on 29 February has their day on the 28th of other years. */
function birthdayOn(
  rule: 'day' | 'month',
  birthday: MonthDay | undefined,
  date: string | undefined,
): Judgement {
  if (birthday === undefined || date === undefined) return 'unknown';
  if (rule === 'month') return birthday.slice(0, 2) === date.slice(5, 7) ? 'met' : 'unmet';
  const year = Number(date.slice(0, 4));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = birthday === '02-29' && !isLeap ? '02-28' : birthday;
  return day === date.slice(5) ? 'met' : 'unmet';
}

/** What is known to speak against it, the first in the order in which conditions are set. */
export function unmetIn(promotion: Promotion, purchase: Purchase): Condition[] {
  return [...conditionsOf(promotion, purchase)].flatMap(([condition, judgement]) =>
    judgement === 'unmet' ? [condition] : [],
  );
}
