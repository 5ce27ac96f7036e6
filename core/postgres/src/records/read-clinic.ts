import { Clinic, GlowBotError } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { breaks, exceptions, levelPrices, rules, timeOff } from './calendar-json.ts';
import { list, listOrNone, part } from './json-list.ts';

/**
 * The records of one clinic as one document in the shape of `Clinic`, made by the database: a statement per table would take
 * twenty round trips, and rows of two versions could meet.
 */
const statement = `
  select c.version, json_build_object(
    'name', c.name, 'shortName', c.short_name, 'city', c.city, 'zone', c.zone,
    'hotline', c.hotline, 'medicalHotline', c.medical_hotline,
    'contacts', json_build_object('landline', c.landline, 'website', c.website, 'email', c.email,
      'hotlineHours', c.hotline_hours, 'medicalHotlineHours', c.medical_hotline_hours),
    'languages', c.languages,
    'bookingRules', json_build_object('slotStepMinutes', c.slot_step_minutes, 'minLeadMinutes', c.min_lead_minutes,
      'maxAdvanceDays', c.max_advance_days, 'holdMinutes', c.hold_minutes, 'offerMinutes', c.offer_minutes, 'depositHours', c.deposit_hours, 'moveHours', c.move_hours), 'settleMs', c.settle_ms, 'releaseOnThanks', c.release_on_thanks,
    'bank', case when c.bank_bin is not null then json_build_object('bin', c.bank_bin, 'name', c.bank_name,
      'account', c.bank_account, 'holder', c.bank_holder) end,
    'voice', case when c.voice_self is not null then json_build_object('self', c.voice_self, 'selfToElders', c.voice_self_to_elders,
      'address', c.voice_address, 'allowed', c.voice_allowed) end,
    'branches', ${list(
      'branches',
      `json_build_object('key', r.key, 'name', r.name, 'address', r.address, 'aliases', r.aliases,
      'parking', r.parking, 'landmark', r.landmark, 'exceptions', ${exceptions},
      'hours', (select coalesce(json_object_agg(h.weekday, json_build_object('open', to_char(h.opens, 'HH24:MI'),
          'close', to_char(h.closes, 'HH24:MI'))), '{}')
        from branch_hours h where h.clinic_id = r.clinic_id and h.branch = r.key))`,
    )},
    'holidays', ${list(
      'holidays',
      `json_build_object('from', r.from_day, 'to', r.to_day, 'name', r.name,
      'closesAt', coalesce(to_char(r.closes_at, 'HH24:MI'), 'closed'))`,
    )},
    'areas', ${list('areas', `json_build_object('key', r.key, 'name', r.name)`)},
    'rooms', ${list(
      'rooms',
      `json_build_object('key', r.key, 'branch', r.branch, 'name', r.name, 'capacity', r.capacity,
      'equipment', r.equipment)`,
    )},
    'machines', ${listOrNone('machines', `json_build_object('key', r.key, 'kind', r.kind, 'branch', r.branch, 'name', r.name, 'rooms', r.rooms)`)},
    'treatments', ${list(
      'treatments',
      `json_build_object('key', r.key, 'name', r.name, 'category', r.category,
      'durationMin', r.duration_min,
      'price', case r.price_kind
        when 'fixed' then json_build_object('kind', 'fixed', 'amount', r.price_amount, 'unit', r.price_unit)
        when 'from' then json_build_object('kind', 'from', 'min', r.price_amount, 'unit', r.price_unit)
        else json_build_object('kind', 'range', 'min', r.price_amount, 'max', r.price_max, 'unit', r.price_unit) end,
      'variants', ${part(
        'treatment_variants',
        'treatment',
        `json_build_object('area', p.area, 'name', p.name,
        'amount', p.amount, 'durationMin', p.duration_min)`,
      )},
      'package', case when r.package_sessions is not null
        then json_build_object('sessions', r.package_sessions, 'amount', r.package_amount) end,
      'sessionsRecommended', r.sessions_recommended, 'pain', r.pain, 'downtime', r.downtime, 'resultNote', r.result_note,
      'aliases', r.aliases, 'concerns', r.concerns,
      'branches', ${part('treatment_branches', 'treatment', 'p.branch')},
      'rooms', ${part('treatment_rooms', 'treatment', 'p.room')},
      'contraindications', r.contraindications, 'minAge', r.min_age, 'deposit', r.deposit,
      'rebookIntervalDays', r.rebook_interval_days,
      'machine', r.machine, 'prepMin', r.prep_min, 'cleanUpMin', r.clean_up_min, 'levelPrices', ${levelPrices}, 'rules', ${rules},
      'aftercare', ${part('treatment_aftercare', 'treatment', `json_build_object('afterHours', p.after_hours, 'text', p.words)`)})`,
    )},
    'staff', ${list(
      'staff',
      `json_build_object('key', r.key, 'name', r.name, 'shortName', r.short_name, 'role', r.role,
      'gender', r.gender, 'languages', r.languages, 'experienceYears', r.experience_years,
      'level', r.level, 'breaks', ${breaks}, 'timeOff', ${timeOff},
      'skills', ${part('staff_skills', 'staff', 'p.treatment')},
      'shifts', ${part(
        'staff_shifts',
        'staff',
        `json_build_object('branch', p.branch, 'weekday', p.weekday,
        'from', to_char(p.starts, 'HH24:MI'), 'to', to_char(p.ends, 'HH24:MI'))`,
      )})`,
    )},
    'promotions', ${list(
      'promotions',
      `json_build_object('key', r.key, 'title', r.title,
      'treatments', ${part('promotion_treatments', 'promotion', 'p.treatment')},
      'area', r.area, 'validFrom', r.valid_from, 'validTo', r.valid_to, 'conditions', r.conditions, 'terms', r.terms::json,
      'offer', case r.offer_kind when 'percent' then json_build_object('kind', r.offer_kind, 'percent', r.offer_percent)
        else json_build_object('kind', r.offer_kind, 'amount', r.offer_amount) end)`,
    )},
    'notOffered', ${list('not_offered', `json_build_object('name', r.name, 'aliases', r.aliases, 'say', r.say)`)},
    'faqs', ${list('faqs', `json_build_object('key', r.key, 'question', r.question, 'answer', r.answer)`)},
    'policies', ${list('policies', `json_build_object('key', r.key, 'text', r.words)`)},
    'handoff', (select json_object_agg(r.kind, json_build_object('to', r.addressee, 'promise', r.promise, 'phone', r.phone))
      from handoff_rules r where r.clinic_id = c.clinic_id),
    'onCall', case when exists (select from on_call_people p where p.clinic_id = c.clinic_id) then json_build_object(
      'people', ${list(
        'on_call_people',
        `json_build_object('key', r.key, 'name', r.name, 'role', r.role, 'phone', r.phone,
        'ways', ${part('on_call_ways', 'person', `json_build_object('notifier', p.notifier, 'to', p.address)`)})`,
      )},
      'duties', ${list(
        'on_call_duties',
        `json_build_object('person', r.person, 'weekday', r.weekday,
        'from', to_char(r.starts, 'HH24:MI'), 'to', to_char(r.ends, 'HH24:MI'), 'onHolidays', r.on_holidays)`,
      )},
      'chains', (select coalesce(json_object_agg(h.reason, json_build_object('promiseMinutes', h.promise_minutes,
          'steps', (select coalesce(json_agg(json_build_object('person', s.person, 'role', s.role, 'minutes', s.minutes)
            order by s.position), '[]') from on_call_steps s where s.clinic_id = h.clinic_id and s.reason = h.reason))), '{}')
        from on_call_chains h where h.clinic_id = c.clinic_id)) end
  )::text as records
  from clinics c where c.clinic_id = $1`;

export async function readClinic(run: Run, clinicId: string): Promise<{ version: number; clinic: Clinic }> {
  const [row] = await run<{ version: string; records: string }>(statement, [clinicId]);
  if (!row) throw new GlowBotError('RECORD_MISSING', `There is no clinic ${clinicId}.`);
  const clinic = Clinic.safeParse(JSON.parse(row.records, (_, value: unknown) => withoutNulls(value)));
  if (!clinic.success) {
    const where = clinic.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new GlowBotError('RECORD_MISSING', `The records of clinic ${clinicId} are incomplete at ${where}.`);
  }
  return { version: Number(row.version), clinic: clinic.data };
}

/** A column never filled in is null; the record then has no such field. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}
