import { z } from 'zod';

/** The demo clinic's file as it is written, before it becomes a `Clinic`. */
const day = z.object({ open: z.string(), close: z.string() }).nullable();
const week = z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), day);
const shifts = z.record(
  z.string(),
  z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), z.string()),
);

export const DemoRecords = z.object({
  name: z.string(),
  shortName: z.string(),
  city: z.string(),
  timezone: z.string(),
  languages: z.array(z.object({ code: z.string() })),
  contacts: z.object({
    hotline: z.string(),
    hotlineHours: z.string(),
    medicalHotline: z.string(),
    medicalHotlineHours: z.string(),
    landline: z.string(),
    website: z.string(),
    email: z.string(),
  }),
  bank: z.unknown(),
  bookingRules: z.object({
    slotStepMinutes: z.number(),
    minLeadMinutes: z.number(),
    maxAdvanceDays: z.number(),
    holdSlotMinutes: z.number(),
  }),
  branches: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      address: z.string(),
      aliases: z.array(z.string()),
      hours: week,
      parking: z.string(),
      landmark: z.string(),
    }),
  ),
  holidays: z.array(
    z.union([
      z.object({ date: z.string(), name: z.string(), closed: z.boolean(), close: z.string().optional() }),
      z.object({ from: z.string(), to: z.string(), name: z.string(), closed: z.literal(true) }),
    ]),
  ),
  staff: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      shortName: z.string(),
      gender: z.string(),
      role: z.string(),
      experienceYears: z.number().optional(),
      languages: z.array(z.string()),
      skills: z.array(z.string()),
      shifts,
    }),
  ),
  rooms: z.array(
    z.object({
      id: z.string(),
      branch: z.string(),
      name: z.string(),
      capacity: z.number(),
      equipment: z.array(z.string()),
    }),
  ),
  treatments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      durationMin: z.number(),
      price: z.unknown(),
      variants: z.array(z.unknown()).optional(),
      package: z.unknown().optional(),
      sessionsRecommended: z.string(),
      pain: z.string(),
      downtime: z.string(),
      resultNote: z.string(),
      aliases: z.array(z.string()),
      concerns: z.array(z.string()),
      branches: z.array(z.string()),
      rooms: z.array(z.string()),
      contraindications: z.array(z.string()),
      minAge: z.number(),
      depositVnd: z.number(),
      rules: z.unknown(),
      rebookIntervalDays: z.number(),
      aftercare: z.array(z.unknown()),
    }),
  ),
  areas: z.record(z.string(), z.string()),
  notOffered: z.array(z.unknown()),
  promotions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      treatments: z.array(z.string()),
      area: z.string().optional(),
      validFrom: z.string(),
      validTo: z.string(),
      type: z.enum(['fixed_price', 'percent', 'combo']),
      amount: z.number().optional(),
      percent: z.number().optional(),
      conditions: z.string(),
      terms: z.unknown().optional(),
    }),
  ),
  policies: z
    .object({
      reschedule: z.object({ freeHoursBefore: z.number(), text: z.string() }),
      payment: z.object({
        methods: z.array(z.string()),
        installment: z.object({ text: z.string() }),
        vatInvoice: z.string(),
      }),
    })
    .catchall(z.looseObject({ text: z.string() })),
  handoff: z.unknown(),
  onCall: z.unknown(),
  faq: z.array(z.object({ id: z.string(), q: z.string(), a: z.string() })),
});
export type DemoRecords = z.infer<typeof DemoRecords>;
