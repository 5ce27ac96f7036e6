import type { HouseEvent } from '../contracts/turn-store.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { ConversationEvent } from '../machines/events.ts';
import { staffWord } from './staff-word.ts';

/** What an event of the house means to a chart. Whoever wrote something has taken over, and what they wrote is heeded. */
export function houseEvents(event: HouseEvent, at: Instant): ConversationEvent[] {
  switch (event.kind) {
    case 'staff.tookOver':
      return event.text === undefined
        ? [{ type: event.kind, at }]
        : [
            { type: event.kind, at },
            { type: 'staff.said', at, word: staffWord(event.text) },
          ];
    case 'staff.wrote':
      return [
        { type: 'staff.tookOver', at },
        { type: 'staff.said', at, word: staffWord(event.text) },
      ];
    case 'visit.completed':
    case 'visit.missed':
      return [{ type: event.kind, at, booking: event.booking }];
    case 'booking.moved':
      return [{ type: event.kind, at, booking: event.booking, before: event.before }];
    case 'booking.cancelled':
      return [{ type: event.kind, at, booking: event.booking }];
    case 'deposit.received':
      return [{ type: event.kind, at, booking: event.booking, amount: event.amount }];
    case 'staff.acknowledged':
    case 'staff.released':
    case 'concession.confirmed':
    case 'speaker.unsure':
    case 'delivery.failed':
    case 'turn.failed':
      return [{ type: event.kind, at }];
  }
}
