import { readFileSync } from 'node:fs';
import { Clinic, GlowBotError } from '@glowbot/core';
import { DemoRecords } from './demo-records.ts';

const file = new URL('../demo-clinic.json', import.meta.url);

/** The invented clinic Lạc Diên, as a new tenant would enter its records. */
export function demoClinic(): Clinic {
  const records = DemoRecords.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!records.success)
    throw new GlowBotError('EXAMPLE_INVALID', `demo-clinic.json: ${records.error.message}`);
  const clinic = Clinic.safeParse(toClinic(records.data));
  if (!clinic.success) throw new GlowBotError('EXAMPLE_INVALID', `demo-clinic.json: ${clinic.error.message}`);
  return clinic.data;
}

/** `Clinic` checks what this returns: dates, keys and amounts are still plain here. */
function toClinic(records: DemoRecords): unknown {
  const { hotline, medicalHotline, ...contacts } = records.contacts;
  const { payment, ...policies } = records.policies;
  const { slotStepMinutes, minLeadMinutes, maxAdvanceDays, holdSlotMinutes } = records.bookingRules;
  return {
    name: records.name,
    shortName: records.shortName,
    city: records.city,
    zone: records.timezone,
    hotline,
    medicalHotline,
    contacts,
    languages: records.languages.map(({ code }) => code),
    bookingRules: {
      slotStepMinutes,
      minLeadMinutes,
      maxAdvanceDays,
      holdMinutes: holdSlotMinutes,
      moveHours: records.policies.reschedule.freeHoursBefore,
    },
    branches: records.branches.map(({ id, hours, ...branch }) => ({
      ...branch,
      key: id,
      hours: Object.fromEntries(Object.entries(hours).filter(([, span]) => span !== null)),
    })),
    holidays: records.holidays.map((holiday) =>
      'date' in holiday
        ? {
            from: holiday.date,
            to: holiday.date,
            name: holiday.name,
            closesAt: holiday.close ?? 'closed',
          }
        : { from: holiday.from, to: holiday.to, name: holiday.name, closesAt: 'closed' },
    ),
    staff: records.staff.map(({ id, shifts, ...person }) => ({
      ...person,
      key: id,
      shifts: Object.entries(shifts).flatMap(([branch, days]) =>
        Object.entries(days).map(([weekday, span]) => {
          const [from, to] = span.split('-');
          return { branch, weekday, from, to };
        }),
      ),
    })),
    rooms: records.rooms.map(({ id, ...room }) => ({ ...room, key: id })),
    treatments: records.treatments.map(({ id, depositVnd, variants, ...treatment }) => ({
      ...treatment,
      key: id,
      deposit: depositVnd,
      variants: variants ?? [],
    })),
    areas: Object.entries(records.areas).map(([key, name]) => ({ key, name })),
    notOffered: records.notOffered,
    promotions: records.promotions.map(({ id, name, type, amount, percent, ...promotion }) => ({
      ...promotion,
      key: id,
      title: name,
      offer: type === 'percent' ? { kind: type, percent } : { kind: type, amount },
    })),
    policies: [
      ...Object.entries(policies).map(([key, { text }]) => ({ key: key.toLowerCase(), text })),
      { key: 'payment', text: `Thanh toán bằng ${payment.methods.join(', ')}.` },
      { key: 'installment', text: payment.installment.text },
      { key: 'vat', text: `${payment.vatInvoice}.` },
    ],
    handoff: records.handoff,
    onCall: records.onCall,
    bank: records.bank,
    faqs: records.faq.map(({ id, q, a }) => ({ key: id, question: q, answer: a })),
  };
}
