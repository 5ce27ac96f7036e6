import type { Instant } from '../domain/clinic-time.ts';
import type { Slot } from '../domain/slot.ts';
import type { WaitingWish } from '../domain/waiting.ts';

/** A change of the calendar by a customer's turn, in the order it must be made. What is not this conversation's own is not changed. */
export type CalendarChange =
  | {
      kind: 'hold';
      id: string;
      slot: Slot;
      until: Instant;
      /** The booking this slot is to replace: the two do not stand in each other's way, so that a move by half an hour is one. */
      replaces?: string;
      /** The place on the waiting list this slot is offered to. */
      waiting?: string;
      /** Shared by the appointments of one visit. */
      visit?: string;
    }
  | { kind: 'release'; id: string }
  | { kind: 'book'; id: string; slot: Slot; status: 'booked' | 'awaiting_deposit'; visit?: string }
  /** The booking moves to the slot held for it and keeps its id; its old time is free only once the new one is its own. */
  | { kind: 'reschedule'; id: string; slot: Slot; hold: string }
  | { kind: 'cancel'; id: string }
  | { kind: 'attendance-confirmed'; id: string }
  | { kind: 'join-waiting-list'; id: string; wish: WaitingWish }
  | { kind: 'leave-waiting-list'; id: string }
  /** Woken for something free that does not suit: the next on the list is woken. */
  | { kind: 'waiting-passed'; id: string };
