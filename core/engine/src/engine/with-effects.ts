import type { TurnCommit } from '../contracts/turn-store.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Instant, MonthDay } from '../domain/clinic-time.ts';
import type { Effect } from '../machines/effects.ts';
import { birthdayTimer, careOf, depositTimers, reminderNames, remindersOf } from './timers.ts';

/** Writes each outside effect into its place in the commit. */
export function withEffects(
  commit: TurnCommit,
  effects: readonly Effect[],
  { now, clinic, birthday }: { now: Instant; clinic: Clinic; birthday: MonthDay | null },
): TurnCommit {
  const result = {
    ...commit,
    setTimers: [...commit.setTimers],
    cancelTimers: [...commit.cancelTimers],
    calendar: [...commit.calendar],
  };
  for (const effect of effects) {
    switch (effect.type) {
      case 'setTimer':
        result.setTimers.push({ name: effect.timer, dueAt: effect.at });
        break;
      case 'cancelTimer':
        result.cancelTimers.push(effect.timer);
        break;
      case 'scheduleReminders':
        result.cancelTimers.push(...reminderNames(effect.bookingId));
        result.setTimers.push(...remindersOf(effect.bookingId, effect.start, now));
        break;
      case 'awaitDeposit':
        result.setTimers.push(...depositTimers(effect.bookingIds, clinic, now));
        break;
      case 'cancelReminders':
        result.cancelTimers.push(...reminderNames(effect.bookingId));
        break;
      case 'scheduleCare':
        result.setTimers.push(...careOf(effect.bookingId, effect.treatment, clinic, now));
        break;
      case 'scheduleBirthday':
        if (birthday !== null) result.setTimers.push(birthdayTimer(birthday, clinic, now));
        break;
      case 'nameCustomer':
        result.customer = { ...result.customer, name: effect.name, phone: effect.phone };
        break;
      case 'optOut':
        result.customer = { ...result.customer, optedOut: effect.optedOut };
        break;
      case 'confirmAttendance':
        result.calendar.push({ kind: 'attendance-confirmed', id: effect.bookingId });
        break;
      case 'say':
      case 'answer':
      case 'ask':
      case 'releaseHold':
      case 'fallSilent':
      case 'openHandoff':
      case 'alertStaff':
      case 'closeHandoff':
      case 'checkAvailability':
      case 'findSlots':
      case 'holdSlot':
      case 'makeBooking':
      case 'findBooking':
      case 'moveBooking':
      case 'cancelBooking':
      case 'cancelUnpaid':
      case 'joinWaitingList':
      case 'takeFreed':
      case 'passFreed':
      case 'leaveWaitingList':
      case 'callStaff':
        break;
    }
  }
  return result;
}
