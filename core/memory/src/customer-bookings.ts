import type { Booking, Instant } from '@glowbot/core';
import type { House } from './house.ts';

/** What this customer has booked and can still change, the soonest first. */
export function customerBookings(
  house: House,
  clinicIds: readonly string[],
  customerId: string,
  after: Instant,
): Booking[] {
  return [...house.appointments.values()]
    .flatMap(({ id, status, slot, conversation }): Booking[] => {
      const isOwn = clinicIds.includes(conversation.clinicId) && conversation.customer.id === customerId;
      const isBooked = status === 'booked' || status === 'awaiting_deposit';
      return isOwn && isBooked && slot.start > after ? [{ id, status, slot }] : [];
    })
    .toSorted((one, other) => one.slot.start - other.slot.start);
}
