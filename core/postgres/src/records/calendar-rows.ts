import type { Clinic, TreatmentRules } from '@glowbot/core';
import { listed, type Row } from './listed.ts';

/** What bookings and the treatment graph add to a clinic's records. */
export function calendarRows({ branches, machines, staff, treatments }: Clinic) {
  return {
    machines: listed(machines ?? [], (machine) => ({ ...machine })),
    branch_exceptions: branches.flatMap(({ key, exceptions = [] }) =>
      listed(exceptions, ({ from, to, name, hours }) => ({
        branch: key,
        from_day: from,
        to_day: to,
        name,
        opens: hours === 'closed' ? null : hours.open,
        closes: hours === 'closed' ? null : hours.close,
      })),
    ),
    staff_breaks: staff.flatMap(({ key, breaks = [] }) =>
      listed(breaks, ({ weekday, from, to }) => ({ staff: key, weekday, starts: from, ends: to })),
    ),
    staff_time_off: staff.flatMap(({ key, timeOff = [] }) =>
      listed(timeOff, ({ from, to, between }) => ({
        staff: key,
        from_day: from,
        to_day: to,
        starts: between?.from ?? null,
        ends: between?.to ?? null,
      })),
    ),
    treatment_level_prices: treatments.flatMap(({ key, levelPrices = [] }) =>
      listed(levelPrices, (price) => ({ treatment: key, ...price })),
    ),
    treatment_prerequisites: treatments.flatMap(({ key, rules }) =>
      listed(rules?.prerequisites ?? [], ({ kind, treatment, hoursBefore, validDays }) => ({
        treatment: key,
        kind,
        needed: treatment,
        hours_before: hoursBefore,
        valid_days: validDays,
      })),
    ),
    treatment_apart: treatments.flatMap(({ key, rules }) =>
      listed(rules?.apart ?? [], ({ treatment, days, order }) => ({
        treatment: key,
        other: treatment,
        days,
        sequence: order,
      })),
    ),
  };
}

/** The part of the graph that stands in the treatment's own row; all empty where no rules were written. */
export function rulesColumns(rules: TreatmentRules | undefined): Row {
  if (!rules) return {};
  return {
    sessions_min: rules.sessions.min,
    sessions_max: rules.sessions.max,
    interval_min_days: rules.interval.minDays,
    interval_best_days: rules.interval.bestDays,
    downtime_days: rules.downtimeDays,
    pregnancy: rules.pregnancy,
    breastfeeding: rules.breastfeeding,
  };
}
