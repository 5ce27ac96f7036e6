import { Clinic, type ClinicRecords } from '@glowbot/core';
import type { Transaction } from '../database.ts';

/**
 * All records of one clinic as one JSON document, each list in its order. One statement, so that what is read is one moment.
 * `Clinic` checks it: a record that no longer fits stops here, not in the middle of a conversation.
 */
const statement = `
select version, json_build_object(
  'name', name, 'shortName', short_name, 'city', city, 'zone', zone, 'hotline', hotline, 'medicalHotline', medical_hotline,
  'bookingRules', json_build_object('slotStepMinutes', slot_step_minutes, 'minLeadMinutes', min_lead_minutes,
    'maxAdvanceDays', max_advance_days, 'holdMinutes', hold_minutes),
  'areas', (select json_agg(json_build_object('key', key, 'name', name) order by position) from areas where clinic_id = $1),
  'branches', (select json_agg(json_build_object('key', key, 'name', name, 'address', address, 'aliases', aliases, 'parking', parking,
      'landmark', landmark, 'hours', (select json_object_agg(weekday, json_build_object('open', opens, 'close', closes))
        from branch_hours h where h.clinic_id = $1 and h.branch_key = b.key)) order by position)
    from branches b where clinic_id = $1),
  'holidays', (select json_agg(json_build_object('from', from_date, 'to', to_date, 'name', name, 'closesAt', closes_at) order by position)
    from holidays where clinic_id = $1),
  'staff', (select json_agg(json_build_object('key', key, 'name', name, 'shortName', short_name, 'role', role, 'gender', gender,
      'languages', languages, 'experienceYears', experience_years,
      'skills', (select json_agg(treatment_key order by position) from staff_skills k where k.clinic_id = $1 and k.staff_key = s.key),
      'shifts', (select json_agg(json_build_object('branch', branch_key, 'weekday', weekday, 'from', from_time, 'to', to_time) order by position)
        from staff_shifts h where h.clinic_id = $1 and h.staff_key = s.key)) order by position)
    from staff s where clinic_id = $1),
  'rooms', (select json_agg(json_build_object('key', key, 'branch', branch_key, 'name', name, 'capacity', capacity, 'equipment', equipment)
    order by position) from rooms where clinic_id = $1),
  'treatments', (select json_agg(json_build_object('key', key, 'name', name, 'category', category, 'durationMin', duration_min,
      'price', case price_kind when 'fixed' then json_build_object('kind', 'fixed', 'amount', price_min, 'unit', price_unit)
        when 'from' then json_build_object('kind', 'from', 'min', price_min, 'unit', price_unit)
        else json_build_object('kind', 'range', 'min', price_min, 'max', price_max, 'unit', price_unit) end,
      'variants', (select json_agg(json_build_object('area', area_key, 'name', name, 'amount', amount, 'durationMin', duration_min) order by position)
        from treatment_variants v where v.clinic_id = $1 and v.treatment_key = t.key),
      'package', case when package_amount is not null then json_build_object('sessions', package_sessions, 'amount', package_amount) end,
      'sessionsRecommended', sessions_recommended, 'pain', pain, 'downtime', downtime, 'resultNote', result_note, 'aliases', aliases,
      'concerns', concerns, 'contraindications', contraindications, 'minAge', min_age, 'deposit', deposit,
      'rebookIntervalDays', rebook_interval_days,
      'branches', (select json_agg(branch_key order by position) from treatment_branches x where x.clinic_id = $1 and x.treatment_key = t.key),
      'rooms', (select json_agg(room_key order by position) from treatment_rooms x where x.clinic_id = $1 and x.treatment_key = t.key),
      'aftercare', (select json_agg(json_build_object('afterHours', after_hours, 'text', text) order by position)
        from treatment_aftercare x where x.clinic_id = $1 and x.treatment_key = t.key)) order by position)
    from treatments t where clinic_id = $1),
  'notOffered', (select json_agg(json_build_object('name', name, 'aliases', aliases, 'say', say) order by position) from not_offered where clinic_id = $1),
  'promotions', (select json_agg(json_build_object('key', key, 'title', title, 'area', area_key, 'validFrom', valid_from, 'validTo', valid_to,
      'offer', case offer_kind when 'percent' then json_build_object('kind', offer_kind, 'percent', offer_value)
        else json_build_object('kind', offer_kind, 'amount', offer_value) end,
      'conditions', conditions, 'treatments', (select json_agg(treatment_key order by position)
        from promotion_treatments x where x.clinic_id = $1 and x.promotion_key = p.key)) order by position)
    from promotions p where clinic_id = $1),
  'faqs', (select json_agg(json_build_object('key', key, 'question', question, 'answer', answer) order by position) from faqs where clinic_id = $1),
  'policies', (select json_agg(json_build_object('key', key, 'text', text) order by position) from policies where clinic_id = $1),
  'handoff', (select json_object_agg(kind, json_build_object('to', to_whom, 'promise', promise, 'phone', phone)) from handoff_rules where clinic_id = $1)
) as records
from clinics where clinic_id = $1
`;

/** Lists that may be empty: the database says null where there is no row. */
const lists = new Set([
  'areas',
  'holidays',
  'staff',
  'skills',
  'shifts',
  'rooms',
  'treatments',
  'variants',
  'branches',
  'aftercare',
  'notOffered',
  'promotions',
  'faqs',
  'policies',
]);

export async function readClinic(tx: Transaction, clinicId: string): Promise<ClinicRecords | undefined> {
  const [row] = await tx.query<{ version: number; records: unknown }>(statement, [clinicId]);
  return row && { version: row.version, clinic: Clinic.parse(withoutNulls(row.records)) };
}

/** An optional detail without a value is absent, and a list without rows is empty. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (inner !== null) return [[key, withoutNulls(inner)]];
      return lists.has(key) ? [[key, []]] : key === 'hours' ? [[key, {}]] : [];
    }),
  );
}
