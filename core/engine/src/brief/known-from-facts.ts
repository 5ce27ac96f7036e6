import type { Known, KnownBooking } from '../copy/guard/index.ts';
import type { Clinic } from '../domain/clinic.ts';
import { toLocal } from '../domain/clinic-time.ts';
import type { Slot } from '../domain/slot.ts';
import type { Facts } from '../machines/facts.ts';

/** What may be claimed towards this customer, by all that the charts know of the conversation; names are known to its records. */
export function knownFromFacts(facts: Facts, { zone }: Clinic): Known {
  const { bookings, hold, offers, staffWord, name, phone } = facts;
  const visit = (slot: Slot, status: string): KnownBooking => ({
    status,
    ...toLocal(slot.start, zone),
    treatment: slot.treatment,
    area: slot.area ?? null,
    branch: slot.branch,
    staff: slot.staff,
    name,
    phone,
  });
  const amount = staffWord?.concession?.confirmed ? staffWord.concession.amount : null;
  return {
    bookings: bookings.map(({ slot, status }) => visit(slot, status)),
    held: hold ? hold.parts.map(({ slot }) => visit(slot, 'held')) : [],
    offered: offers.map(({ start, branch }) => {
      const { date, time } = toLocal(start, zone);
      return { date, branch, times: [time] };
    }),
    amounts: amount === null ? [] : [amount],
    phones: phone === null ? [] : [phone],
  };
}
