import type { Clinic, Price } from '@glowbot/core';
import knex from 'knex';
import type { Transaction } from '../database.ts';

/** Builds statements only; they run in the scoped transaction they are given to. */
const build = knex({ client: 'pg' });

type Row = Record<string, unknown>;

/** Writes all records of a new clinic. Keys of records that name each other are checked by the database. */
export async function writeClinic(
  tx: Transaction,
  clinicId: string,
  slug: string,
  clinic: Clinic,
): Promise<void> {
  async function insert(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const { sql, bindings } = build(table)
      .insert(rows.map((row) => ({ clinic_id: clinicId, ...row })))
      .toSQL()
      .toNative();
    await tx.query(sql, bindings);
  }
  const numbered = <T>(list: readonly T[], row: (item: T) => Row) =>
    list.map((item, position) => ({ position, ...row(item) }));
  const inner = <Outer, Item>(
    list: readonly Outer[],
    items: (outer: Outer) => readonly Item[],
    row: (item: Item, outer: Outer) => Row,
  ) => list.flatMap((outer) => numbered(items(outer), (item) => row(item, outer)));

  await insert('clinics', [
    {
      slug,
      name: clinic.name,
      short_name: clinic.shortName,
      city: clinic.city,
      zone: clinic.zone,
      hotline: clinic.hotline,
      medical_hotline: clinic.medicalHotline,
      slot_step_minutes: clinic.bookingRules.slotStepMinutes,
      min_lead_minutes: clinic.bookingRules.minLeadMinutes,
      max_advance_days: clinic.bookingRules.maxAdvanceDays,
      hold_minutes: clinic.bookingRules.holdMinutes,
    },
  ]);
  await insert(
    'areas',
    numbered(clinic.areas, ({ key, name }) => ({ key, name })),
  );
  await insert(
    'branches',
    numbered(clinic.branches, ({ hours: _, ...branch }) => ({ ...branch })),
  );
  await insert(
    'branch_hours',
    clinic.branches.flatMap(({ key, hours }) =>
      Object.entries(hours).map(([weekday, span]) => ({
        branch_key: key,
        weekday,
        opens: span?.open,
        closes: span?.close,
      })),
    ),
  );
  await insert(
    'holidays',
    numbered(clinic.holidays, (day) => ({
      from_date: day.from,
      to_date: day.to,
      name: day.name,
      closes_at: day.closesAt,
    })),
  );
  await insert(
    'rooms',
    numbered(clinic.rooms, ({ branch, ...room }) => ({ ...room, branch_key: branch })),
  );
  await insert('treatments', numbered(clinic.treatments, treatmentRow));
  await insert(
    'treatment_variants',
    inner(
      clinic.treatments,
      (t) => t.variants,
      (variant, t) => ({
        treatment_key: t.key,
        area_key: variant.area,
        name: variant.name,
        amount: variant.amount,
        duration_min: variant.durationMin ?? null,
      }),
    ),
  );
  await insert(
    'treatment_branches',
    inner(
      clinic.treatments,
      (t) => t.branches,
      (branch_key, t) => ({ treatment_key: t.key, branch_key }),
    ),
  );
  await insert(
    'treatment_rooms',
    inner(
      clinic.treatments,
      (t) => t.rooms,
      (room_key, t) => ({ treatment_key: t.key, room_key }),
    ),
  );
  await insert(
    'treatment_aftercare',
    inner(
      clinic.treatments,
      (t) => t.aftercare,
      (care, t) => ({ treatment_key: t.key, after_hours: care.afterHours, text: care.text }),
    ),
  );
  await insert(
    'staff',
    numbered(clinic.staff, (person) => ({
      key: person.key,
      name: person.name,
      short_name: person.shortName,
      role: person.role,
      gender: person.gender ?? null,
      languages: person.languages,
      experience_years: person.experienceYears ?? null,
    })),
  );
  await insert(
    'staff_skills',
    inner(
      clinic.staff,
      (person) => person.skills,
      (treatment_key, person) => ({ staff_key: person.key, treatment_key }),
    ),
  );
  await insert(
    'staff_shifts',
    inner(
      clinic.staff,
      (person) => person.shifts,
      (shift, person) => ({
        staff_key: person.key,
        branch_key: shift.branch,
        weekday: shift.weekday,
        from_time: shift.from,
        to_time: shift.to,
      }),
    ),
  );
  await insert(
    'not_offered',
    numbered(clinic.notOffered, (item) => ({ ...item })),
  );
  await insert(
    'promotions',
    numbered(clinic.promotions, ({ key, title, area, validFrom, validTo, offer, conditions }) => ({
      key,
      title,
      area_key: area ?? null,
      valid_from: validFrom,
      valid_to: validTo,
      offer_kind: offer.kind,
      offer_value: offer.kind === 'percent' ? offer.percent : offer.amount,
      conditions,
    })),
  );
  await insert(
    'promotion_treatments',
    inner(
      clinic.promotions,
      (p) => p.treatments,
      (treatment_key, p) => ({ promotion_key: p.key, treatment_key }),
    ),
  );
  await insert(
    'faqs',
    numbered(clinic.faqs, (faq) => ({ ...faq })),
  );
  await insert(
    'policies',
    numbered(clinic.policies, (policy) => ({ ...policy })),
  );
  await insert(
    'handoff_rules',
    Object.entries(clinic.handoff).map(([kind, rule]) => ({
      kind,
      to_whom: rule.to,
      promise: rule.promise,
      phone: rule.phone ?? null,
    })),
  );
}

function treatmentRow(treatment: Clinic['treatments'][number]): Row {
  return {
    key: treatment.key,
    name: treatment.name,
    category: treatment.category,
    duration_min: treatment.durationMin,
    ...priceColumns(treatment.price),
    package_sessions: treatment.package?.sessions ?? null,
    package_amount: treatment.package?.amount ?? null,
    sessions_recommended: treatment.sessionsRecommended ?? null,
    pain: treatment.pain ?? null,
    downtime: treatment.downtime ?? null,
    result_note: treatment.resultNote ?? null,
    aliases: treatment.aliases,
    concerns: treatment.concerns,
    contraindications: treatment.contraindications,
    min_age: treatment.minAge,
    deposit: treatment.deposit,
    rebook_interval_days: treatment.rebookIntervalDays,
  };
}

/** A fixed price is a range of one amount; an open one ends where it begins. */
function priceColumns(price: Price): Row {
  const min = price.kind === 'fixed' ? price.amount : price.min;
  return {
    price_kind: price.kind,
    price_min: min,
    price_max: price.kind === 'range' ? price.max : min,
    price_unit: price.unit,
  };
}
