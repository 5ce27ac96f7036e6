import type { Appointment, Booking, HouseEvent, Instant, StaffChange } from '@glowbot/core';
import type { Run } from './database/database.ts';
import { keepHouseEvent } from './sql/keep-house-event.ts';

/** What staff did, and how the appointment stood before and stands now. */
type Done = { before: Appointment; appointment: Appointment; change: StaffChange; at: Instant };

/** A change by staff is an event in the conversation that the appointment came from, in the transaction that makes it true. */
export async function tellConversation(run: Run, clinicId: string, done: Done): Promise<void> {
  const { conversationId } = done.appointment;
  const event = eventOf(done);
  if (conversationId !== null && event) await keepHouseEvent(run, [clinicId], conversationId, event);
}

function eventOf({ before, appointment, change, at }: Done): HouseEvent | undefined {
  const { id, slot, moves, status, deposit } = appointment;
  const booking = (stood: Booking['status']): Booking => ({ id, slot, status: stood });
  switch (change.kind) {
    case 'create':
      return undefined;
    case 'move':
      return {
        kind: 'booking.moved',
        id: `booking.moved:${id}:${moves}`,
        at,
        booking: booking(status === 'awaiting_deposit' ? status : 'booked'),
        before: { start: before.slot.start, branch: before.slot.branch },
      };
    case 'cancel':
      /** Nothing was booked yet: the conversation finds its hold gone. */
      if (before.status === 'held') return undefined;
      return { kind: 'booking.cancelled', id: `booking.cancelled:${id}`, at, booking: booking('booked') };
    case 'mark': {
      if (status !== 'completed' && status !== 'no_show') return undefined;
      const kind = status === 'completed' ? 'visit.completed' : 'visit.missed';
      return { kind, id: `${kind}:${id}`, at, booking: booking('booked') };
    }
    case 'settle-deposit':
      if (change.state !== 'received' || !deposit) return undefined;
      return {
        kind: 'deposit.received',
        id: `deposit.received:${id}`,
        at,
        booking: booking('booked'),
        amount: deposit.amount,
      };
  }
}
