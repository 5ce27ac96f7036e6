import { part, partOrNone } from './json-list.ts';

const time = (column: string) => `to_char(p.${column}, 'HH24:MI')`;

export const exceptions = partOrNone(
  'branch_exceptions',
  'branch',
  `json_build_object('from', p.from_day, 'to', p.to_day, 'name', p.name, 'hours',
    case when p.opens is null then '"closed"'::json else json_build_object('open', ${time('opens')}, 'close', ${time('closes')}) end)`,
);

export const breaks = partOrNone(
  'staff_breaks',
  'staff',
  `json_build_object('weekday', p.weekday, 'from', ${time('starts')}, 'to', ${time('ends')})`,
);

export const timeOff = partOrNone(
  'staff_time_off',
  'staff',
  `json_build_object('from', p.from_day, 'to', p.to_day,
    'between', case when p.starts is not null then json_build_object('from', ${time('starts')}, 'to', ${time('ends')}) end)`,
);

export const levelPrices = partOrNone(
  'treatment_level_prices',
  'treatment',
  `json_build_object('level', p.level, 'amount', p.amount)`,
);

export const rules = `case when r.sessions_min is not null then json_build_object(
  'prerequisites', ${part(
    'treatment_prerequisites',
    'treatment',
    `json_build_object('kind', p.kind, 'treatment', p.needed, 'hoursBefore', p.hours_before, 'validDays', p.valid_days)`,
  )},
  'apart', ${part(
    'treatment_apart',
    'treatment',
    `json_build_object('treatment', p.other, 'days', p.days, 'order', p.sequence)`,
  )},
  'sessions', json_build_object('min', r.sessions_min, 'max', r.sessions_max),
  'interval', json_build_object('minDays', r.interval_min_days, 'bestDays', r.interval_best_days),
  'downtimeDays', r.downtime_days, 'pregnancy', r.pregnancy, 'breastfeeding', r.breastfeeding) end`;
