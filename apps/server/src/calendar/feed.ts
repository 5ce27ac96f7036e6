import type { Appointment, Clinic, FeedSubject } from '@glowbot/core';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** Appointments that stand or stood; a slot held in a chat is nothing to put into a calendar yet. */
const shown = new Set<Appointment['status']>([
  'awaiting_deposit',
  'booked',
  'arrived',
  'completed',
  'no_show',
]);

/**
 * A calendar file for one person or branch. Times are UTC: with a zone the library writes UTC clock times under the local name,
 * seven hours wrong. No full name and no phone number: calendars are synchronised to vendors of all kinds.
 */
export function calendarFile(
  clinic: Clinic,
  subject: FeedSubject,
  appointments: readonly Appointment[],
  domain: string,
): string {
  const records = subject.kind === 'staff' ? clinic.staff : clinic.branches;
  const named = records.find(({ key }) => key === subject.key)?.name ?? subject.key;
  const calendar = ical({
    name: `${named} · ${clinic.shortName}`,
    prodId: { company: 'GlowBot', product: 'calendar', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  });
  for (const { id, status, slot, customer, moves } of appointments) {
    const isOurs = subject.kind === 'staff' ? slot.staff === subject.key : slot.branch === subject.key;
    if (!isOurs || !shown.has(status)) continue;
    calendar.createEvent({
      id: `${id}@${domain}`,
      sequence: moves,
      stamp: new Date(slot.start),
      start: new Date(slot.start),
      end: new Date(slot.end),
      summary: summaryOf(clinic, subject, { slot, customer }),
      location: `${nameOf(clinic.branches, slot.branch)}, ${nameOf(clinic.rooms, slot.room)}`,
      description: nameOf(clinic.staff, slot.staff),
      status: status === 'awaiting_deposit' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** As much as the clinic chose for this link. */
function summaryOf(
  clinic: Clinic,
  { shows }: FeedSubject,
  { slot, customer }: Pick<Appointment, 'slot' | 'customer'>,
): string {
  if (shows === 'busy') return 'Bận';
  const treatment = nameOf(clinic.treatments, slot.treatment);
  const name = shows === 'given-name' ? givenName(customer.name) : '';
  return [treatment, name].filter(Boolean).join(' · ');
}

const nameOf = (records: readonly { key: string; name: string }[], key: string) =>
  records.find((record) => record.key === key)?.name ?? key;

/** Vietnamese names end with the given name. */
const givenName = (name: string | null) => name?.trim().split(/\s+/).at(-1) ?? '';
