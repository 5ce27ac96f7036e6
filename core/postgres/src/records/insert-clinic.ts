import type { Clinic, OnCall } from '@glowbot/core';
import knex from 'knex';
import type { Run } from '../database/database.ts';
import { recordTables } from '../migrate/0002-clinic-records.ts';
import { onCallTables } from '../migrate/0009-on-call.ts';
import { calendarRecordTables } from '../migrate/0010-calendar-records.ts';
import { calendarRows, rulesColumns } from './calendar-rows.ts';
import { listed, type Row } from './listed.ts';

/** Only builds statements; it has no connection of its own. */
const build = knex({ client: 'pg' });

/** In the order in which records refer to each other. */
const tables = [...recordTables, ...onCallTables, ...calendarRecordTables];
type RecordTable = (typeof tables)[number];

/** Writes a clinic's records, each list with its order. Runs inside one transaction, so a clinic is whole or absent. */
export async function insertClinic(run: Run, clinicId: string, slug: string, clinic: Clinic): Promise<void> {
  const { bookingRules } = clinic;
  await insert(run, 'clinics', [
    {
      clinic_id: clinicId,
      slug,
      name: clinic.name,
      short_name: clinic.shortName,
      city: clinic.city,
      zone: clinic.zone,
      hotline: clinic.hotline,
      medical_hotline: clinic.medicalHotline,
      landline: clinic.contacts.landline,
      website: clinic.contacts.website,
      email: clinic.contacts.email,
      hotline_hours: clinic.contacts.hotlineHours,
      medical_hotline_hours: clinic.contacts.medicalHotlineHours,
      languages: clinic.languages,
      slot_step_minutes: bookingRules.slotStepMinutes,
      min_lead_minutes: bookingRules.minLeadMinutes,
      max_advance_days: bookingRules.maxAdvanceDays,
      hold_minutes: bookingRules.holdMinutes,
      offer_minutes: bookingRules.offerMinutes,
      deposit_hours: bookingRules.depositHours,
      move_hours: bookingRules.moveHours,
      settle_ms: clinic.settleMs,
      release_on_thanks: clinic.releaseOnThanks,
      bank_bin: clinic.bank?.bin,
      bank_name: clinic.bank?.name,
      bank_account: clinic.bank?.account,
      bank_holder: clinic.bank?.holder,
      voice_self: clinic.voice?.self,
      voice_self_to_elders: clinic.voice?.selfToElders,
      voice_address: clinic.voice?.address,
      voice_allowed: clinic.voice?.allowed,
    },
  ]);
  const rows: Record<RecordTable, Row[]> = {
    ...placeRows(clinic),
    ...treatmentRows(clinic),
    ...staffRows(clinic),
    ...wordRows(clinic),
    ...onCallRows(clinic.onCall),
    ...calendarRows(clinic),
  };
  for (const table of tables) {
    await insert(
      run,
      table,
      rows[table].map((row) => ({ clinic_id: clinicId, ...row })),
    );
  }
}

async function insert(run: Run, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { sql, bindings } = build(table).insert(rows).toSQL().toNative();
  await run(sql, bindings);
}

function placeRows({ branches, holidays, areas, rooms }: Clinic) {
  return {
    branches: listed(branches, ({ key, name, address, aliases, parking, landmark }) => ({
      key,
      name,
      address,
      aliases,
      parking,
      landmark,
    })),
    branch_hours: branches.flatMap(({ key, hours }) =>
      Object.entries(hours).map(([weekday, span]) => ({
        branch: key,
        weekday,
        opens: span.open,
        closes: span.close,
      })),
    ),
    holidays: listed(holidays, ({ from, to, name, closesAt }) => ({
      from_day: from,
      to_day: to,
      name,
      closes_at: closesAt === 'closed' ? null : closesAt,
    })),
    areas: listed(areas, ({ key, name }) => ({ key, name })),
    rooms: listed(rooms, ({ key, branch, name, capacity, equipment }) => ({
      key,
      branch,
      name,
      capacity,
      equipment,
    })),
  };
}

function treatmentRows({ treatments }: Clinic) {
  return {
    treatments: listed(treatments, (treatment) => ({
      key: treatment.key,
      name: treatment.name,
      category: treatment.category,
      duration_min: treatment.durationMin,
      price_kind: treatment.price.kind,
      price_amount: treatment.price.kind === 'fixed' ? treatment.price.amount : treatment.price.min,
      price_max: treatment.price.kind === 'range' ? treatment.price.max : null,
      price_unit: treatment.price.unit,
      package_sessions: treatment.package?.sessions,
      package_amount: treatment.package?.amount,
      sessions_recommended: treatment.sessionsRecommended,
      pain: treatment.pain,
      downtime: treatment.downtime,
      result_note: treatment.resultNote,
      aliases: treatment.aliases,
      concerns: treatment.concerns,
      contraindications: treatment.contraindications,
      min_age: treatment.minAge,
      deposit: treatment.deposit,
      rebook_interval_days: treatment.rebookIntervalDays,
      machine: treatment.machine,
      prep_min: treatment.prepMin,
      clean_up_min: treatment.cleanUpMin,
      ...rulesColumns(treatment.rules),
    })),
    treatment_variants: treatments.flatMap(({ key, variants }) =>
      listed(variants, ({ area, name, amount, durationMin }) => ({
        treatment: key,
        area,
        name,
        amount,
        duration_min: durationMin,
      })),
    ),
    treatment_branches: treatments.flatMap(({ key, branches }) =>
      listed(branches, (branch) => ({ treatment: key, branch })),
    ),
    treatment_rooms: treatments.flatMap(({ key, rooms }) =>
      listed(rooms, (room) => ({ treatment: key, room })),
    ),
    treatment_aftercare: treatments.flatMap(({ key, aftercare }) =>
      listed(aftercare, ({ afterHours, text }) => ({ treatment: key, after_hours: afterHours, words: text })),
    ),
  };
}

function staffRows({ staff }: Clinic) {
  return {
    staff: listed(staff, ({ key, name, shortName, role, gender, languages, experienceYears, level }) => ({
      key,
      name,
      short_name: shortName,
      role,
      gender,
      languages,
      experience_years: experienceYears,
      level,
    })),
    staff_skills: staff.flatMap(({ key, skills }) =>
      listed(skills, (treatment) => ({ staff: key, treatment })),
    ),
    staff_shifts: staff.flatMap(({ key, shifts }) =>
      listed(shifts, ({ branch, weekday, from, to }) => ({
        staff: key,
        branch,
        weekday,
        starts: from,
        ends: to,
      })),
    ),
  };
}

function wordRows({ promotions, notOffered, faqs, policies, handoff }: Clinic) {
  return {
    promotions: listed(promotions, ({ key, title, area, validFrom, validTo, offer, conditions, terms }) => ({
      key,
      title,
      area,
      valid_from: validFrom,
      valid_to: validTo,
      offer_kind: offer.kind,
      offer_amount: offer.kind === 'percent' ? null : offer.amount,
      offer_percent: offer.kind === 'percent' ? offer.percent : null,
      conditions,
      terms: terms === undefined ? null : JSON.stringify(terms),
    })),
    promotion_treatments: promotions.flatMap(({ key, treatments }) =>
      listed(treatments, (treatment) => ({ promotion: key, treatment })),
    ),
    not_offered: listed(notOffered, ({ name, aliases, say }) => ({ name, aliases, say })),
    faqs: listed(faqs, ({ key, question, answer }) => ({ key, question, answer })),
    policies: listed(policies, ({ key, text }) => ({ key, words: text })),
    handoff_rules: Object.entries(handoff).map(([kind, { to, promise, phone }]) => ({
      kind,
      addressee: to,
      promise,
      phone,
    })),
  };
}

function onCallRows({ people, duties, chains }: OnCall = { people: [], duties: [], chains: {} }) {
  return {
    on_call_people: listed(people, ({ key, name, role, phone }) => ({ key, name, role, phone })),
    on_call_ways: people.flatMap(({ key, ways }) =>
      listed(ways, ({ notifier, to }) => ({ person: key, notifier, address: to })),
    ),
    on_call_duties: listed(duties, ({ person, weekday, from, to, onHolidays }) => ({
      person,
      weekday,
      starts: from,
      ends: to,
      on_holidays: onHolidays,
    })),
    on_call_chains: Object.entries(chains).map(([reason, { promiseMinutes }]) => ({
      reason,
      promise_minutes: promiseMinutes,
    })),
    on_call_steps: Object.entries(chains).flatMap(([reason, { steps }]) =>
      listed(steps, ({ minutes, ...called }) => ({ reason, ...called, minutes })),
    ),
  };
}
