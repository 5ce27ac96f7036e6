import type { HouseEvent } from '../contracts/turn-store.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { ConversationEvent } from '../machines/events.ts';
import { staffWord } from './staff-word.ts';

type Attending = Extract<HouseEvent, { kind: 'staff.tookOver' | 'staff.wrote' | 'staff.acknowledged' }>;

const attending: ReadonlySet<HouseEvent['kind']> = new Set<Attending['kind']>([
  'staff.tookOver',
  'staff.wrote',
  'staff.acknowledged',
]);

/** Somebody of the clinic is there: they took over, wrote, or promised to. */
export const isAttending = (event: HouseEvent): event is Attending => attending.has(event.kind);

/** What an event of the house means to a chart. Whoever wrote something has taken over, and what they wrote is heeded. */
export function houseEvents(event: HouseEvent, at: Instant): ConversationEvent[] {
  switch (event.kind) {
    case 'staff.tookOver':
    case 'staff.wrote':
      return [
        { type: 'staff.tookOver', at },
        ...(event.text === undefined
          ? []
          : [{ type: 'staff.said' as const, at, word: staffWord(event.text) }]),
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
