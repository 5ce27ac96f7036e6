import type { Clinic } from '../../domain/clinic.ts';
import { type LocalDateTime, toLocal } from '../../domain/clinic-time.ts';
import type { ReplyPlan } from '../../engine/reply-plan.ts';
import type { CopyFacts } from '../../machines/effects.ts';
import type { CopyKey } from '../copy-key.ts';
import type { Known, KnownBooking } from './known.ts';

/** Sentences that speak of an appointment that stands, by the beginning of their keys; all others speak of what is kept or wished for. */
const standing = [
  'booked.',
  'deposit.received',
  'move.',
  'ask.move',
  'ask.cancel',
  'ask.newTime',
  'ask.whichBooking',
  'cancel.kept',
  'reminder.',
  'return.booked',
  'noShow.',
];
const gone = ['cancel.done', 'cancel.byStaff'];
/** Amounts that a person with the right to do so has agreed to. */
const conceded = ['concession.confirmed'];
/** Deposits of a whole visit, which no record names in one sum. */
const totalled = ['deposit.stated', 'deposit.received', 'booked.severalAwaitingDeposit'];

const isOf = (key: CopyKey, beginnings: readonly string[]) =>
  beginnings.some((beginning) => key.startsWith(beginning));

type Flat = Readonly<Record<string, unknown>>;
type Told = { key: CopyKey; facts: CopyFacts };

/**
 * What the engine decided to say in this reply. The charts and the calendar decided it in the turn's own transaction; a wording,
 * template or model, may say no other appointment, start, name or amount.
 */
export function knownFrom(plan: ReplyPlan, clinic: Clinic): Known {
  const told: Told[] = [...plan.says, ...(plan.ask ? [plan.ask] : [])];
  const visits = told.flatMap(({ key, facts }) =>
    visitsOf(facts, clinic.zone).map((visit) => ({ key, visit })),
  );
  const stands = visits.filter(({ key }) => isOf(key, standing));
  const ended = visits.filter(({ key }) => isOf(key, gone));
  const rest = visits.filter(({ key }) => !isOf(key, standing) && !isOf(key, gone));
  const choices =
    plan.ask?.choices.flatMap((spec) => (spec.kind === 'time' ? [toLocal(spec.start, clinic.zone)] : [])) ??
    [];
  const moments = [...told.flatMap(({ facts }) => momentsOf(facts, clinic.zone)), ...choices];
  return {
    ...(stands.length + ended.length > 0
      ? {
          bookings: [
            ...stands.map(({ visit }) => visit),
            ...ended.map(({ visit }) => ({ ...visit, status: 'cancelled' })),
          ],
        }
      : {}),
    held: rest.map(({ visit }) => visit),
    offered: moments.map(({ date, time }) => ({ date, times: [time] })),
    moments,
    days: told.flatMap(({ facts }) => daysOf(facts)),
    amounts: told.flatMap(({ key, facts }) =>
      (isOf(key, conceded) || isOf(key, totalled)) && typeof facts['amount'] === 'number'
        ? [facts['amount']]
        : [],
    ),
    names: told.flatMap(({ facts }) => stringsOf(facts, ['name', 'who'])),
    phones: told.flatMap(({ facts }) => stringsOf(facts, ['phone'])),
    notes: told.flatMap(({ facts }) => stringsOf(facts, ['note'])),
  };
}

/** A sentence's facts, and those of the lists in it. */
function levels(facts: CopyFacts): Flat[] {
  const inner = Object.values(facts).flatMap((value): Flat[] =>
    Array.isArray(value)
      ? value.flatMap((item) => (typeof item === 'object' && item !== null ? [item] : []))
      : [],
  );
  return [facts, ...inner];
}

function visitsOf(facts: CopyFacts, zone: string): KnownBooking[] {
  const { name, phone } = facts;
  return levels(facts).flatMap((flat): KnownBooking[] => {
    const { start, treatment, branch, staff, area, who } = flat;
    if (typeof start !== 'number' || (typeof treatment !== 'string' && typeof branch !== 'string')) return [];
    const named = typeof who === 'string' ? who : name;
    return [
      {
        status: 'stands',
        ...toLocal(start, zone),
        ...(typeof treatment === 'string' ? { treatment } : {}),
        ...(typeof branch === 'string' ? { branch } : {}),
        ...(typeof staff === 'string' ? { staff } : {}),
        ...(typeof area === 'string' ? { area } : {}),
        ...(typeof named === 'string' ? { name: named } : {}),
        ...(typeof phone === 'string' ? { phone } : {}),
      },
    ];
  });
}

const instants = ['start', 'oldStart', 'until', 'expectedAt', 'opensAt'];

function momentsOf(facts: CopyFacts, zone: string): LocalDateTime[] {
  const { times } = facts;
  const offered = typeof times === 'string' ? times.split(' ').map((pair) => Number(pair.split('@')[0])) : [];
  const single = levels(facts).flatMap((flat) => instants.map((name) => flat[name]));
  const wished = levels(facts).flatMap((flat): LocalDateTime[] =>
    typeof flat['date'] === 'string' && typeof flat['time'] === 'string'
      ? [{ date: flat['date'], time: flat['time'] }]
      : [],
  );
  return [
    ...[...offered, ...single].flatMap((at) => (typeof at === 'number' ? [toLocal(at, zone)] : [])),
    ...wished,
  ];
}

function daysOf(facts: CopyFacts): string[] {
  return stringsOf(facts, ['date', 'event', 'lastDay', 'firstDay']);
}

function stringsOf(facts: CopyFacts, names: readonly string[]): string[] {
  return levels(facts).flatMap((flat) =>
    names.flatMap((name) => {
      const value = flat[name];
      return typeof value === 'string' ? [value] : [];
    }),
  );
}
