import type { Instant, LocalDate, MonthDay } from '../domain/clinic-time.ts';
import type { Key } from '../domain/clinic.ts';
import type { Vnd } from '../domain/money.ts';
import type { Phone } from '../domain/phone.ts';
import type { Slot, TimeSpan } from '../domain/slot.ts';
import type { ClinicScope } from './clinic-scope.ts';

export type AppointmentStatus =
  | 'held'
  | 'lapsed'
  | 'released'
  | 'awaiting_deposit'
  | 'booked'
  | 'arrived'
  | 'completed'
  | 'no_show'
  | 'cancelled';

/** An appointment as the clinic's people see it. */
export type Appointment = {
  id: string;
  status: AppointmentStatus;
  slot: Slot;
  customer: { id: string; name: string | null; phone: Phone | null };
  conversationId: string | null;
  /** Shared by the appointments of one visit. */
  visit: string | null;
  source: 'chat' | 'staff' | 'import';
  /** How often it has been moved. */
  moves: number;
  attendanceConfirmed: boolean;
  heldUntil: Instant | null;
  /** `note` is what the transfer is found by. */
  deposit: { amount: Vnd; state: 'due' | 'received' | 'returned' | 'kept'; note: string } | null;
};

export type CustomerEntry = {
  id: string;
  name: string | null;
  phone: Phone | null;
  optedOut: boolean /** Where the clinic knows it. */;
  birthday: MonthDay | null;
};

/** What staff do to the calendar. Times and rules are judged before; the store judges only what can be judged at the commit. */
export type StaffChange =
  | {
      kind: 'create';
      id: string;
      slot: Slot;
      status: 'booked' | 'awaiting_deposit';
      /** A known customer, or a new one. */
      customer: { id: string; name: string; phone: Phone | null };
    }
  | { kind: 'move'; id: string; slot: Slot }
  | { kind: 'cancel'; id: string }
  | { kind: 'mark'; id: string; status: 'booked' | 'arrived' | 'completed' | 'no_show' }
  | { kind: 'settle-deposit'; id: string; state: 'received' | 'returned' | 'kept' };

export type StaffResult =
  | { kind: 'done'; appointment: Appointment }
  | { kind: 'not-found' }
  /** What the appointment is now does not allow it. */
  | { kind: 'not-now'; status: AppointmentStatus }
  /** Somebody else has it at that time. */
  | { kind: 'taken'; what: 'staff' | 'room' | 'machine' };

export type WaitingEntry = {
  id: string;
  conversationId: string;
  customer: { name: string | null; phone: Phone | null };
  treatment: Key;
  branch: Key | null;
  staff: Key | null;
  from: LocalDate;
  to: LocalDate;
  people: number;
  joinedAt: Instant;
  offeredUntil: Instant | null;
};

/** Whose calendar a secret link shows. */
export type FeedSubject = {
  kind: 'staff' | 'branch';
  key: Key;
  /** How much of an appointment stands in it: that somebody is busy, with what, or also with whom (the given name, never more). */
  shows: 'busy' | 'treatment' | 'given-name';
};
export type Feed = FeedSubject & { id: string; createdAt: Instant };

/** An address from which the busy times of a member of staff are read. */
export type BusySource = {
  id: string;
  staff: Key;
  address: string;
  readAt: Instant | null;
  /** Why the last reading failed, in one word. */
  trouble: string | null;
};

export type ImportRows = {
  customers: readonly CustomerEntry[];
  appointments: readonly {
    id: string;
    customerId: string;
    slot: Slot;
    status: 'booked' | 'completed' | 'no_show' | 'cancelled';
  }[];
};

/** The calendar as staff work with it. Every change by them is noted with their name. */
export interface CalendarStore {
  /** Appointments that touch a span, in order of time; held ones too, lapsed and released ones not. */
  appointmentsBetween(scope: ClinicScope, span: TimeSpan): Promise<readonly Appointment[]>;
  appointment(scope: ClinicScope, id: string): Promise<Appointment | undefined>;
  changeAppointment(scope: ClinicScope, by: string, change: StaffChange): Promise<StaffResult>;
  waitingList(scope: ClinicScope): Promise<readonly WaitingEntry[]>;
  customers(scope: ClinicScope): Promise<readonly CustomerEntry[]>;
  /** All rows, or none: `taken` names the first appointment that lost its slot meanwhile. */
  importRows(scope: ClinicScope, rows: ImportRows): Promise<{ kind: 'done' } | { kind: 'taken'; id: string }>;
  /** Makes a secret link; only the digest of its token is kept. */
  issueFeed(scope: ClinicScope, subject: FeedSubject): Promise<{ id: string; token: string }>;
  feeds(scope: ClinicScope): Promise<readonly Feed[]>;
  revokeFeed(scope: ClinicScope, id: string): Promise<boolean>;
  /** What a presented token may show, or undefined when it is not one of ours or was revoked. */
  openFeed(token: string): Promise<{ scope: ClinicScope; subject: FeedSubject } | undefined>;
  addBusySource(scope: ClinicScope, staff: Key, address: string): Promise<string>;
  busySources(scope: ClinicScope): Promise<readonly BusySource[]>;
  /** A source that was not tried since an instant, for whoever asks first; from then on it counts as tried. */
  claimBusySource(scope: ClinicScope, id: string, before: Instant): Promise<BusySource | undefined>;
  removeBusySource(scope: ClinicScope, id: string): Promise<boolean>;
  /** Replaces what was read from the source before; trouble keeps it. */
  storeBusyTimes(
    scope: ClinicScope,
    id: string,
    read: { kind: 'times'; times: readonly TimeSpan[] } | { kind: 'trouble'; why: string },
  ): Promise<void>;
  /** Sources of all clinics not tried since an instant, for the job that reads them. */
  staleBusySources(
    before: Instant,
    limit: number,
  ): Promise<readonly { scope: ClinicScope; clinicId: string; id: string }[]>;
}
