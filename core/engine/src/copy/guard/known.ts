import type { Key } from '../../domain/clinic.ts';
import type { LocalDate, LocalDateTime, LocalTime } from '../../domain/clinic-time.ts';
import type { Vnd } from '../../domain/money.ts';

/** An appointment of the customer spoken to, on the clinic's own calendar. */
export type KnownBooking = {
  /** 'cancelled' stands no more; any other does. */
  status: string;
  treatment?: Key | undefined;
  area?: Key | null | undefined;
  date: LocalDate;
  time: LocalTime;
  branch?: Key | undefined;
  staff?: Key | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
};

/** What the engine knows of the customer spoken to. Nothing known: no appointment and no free time may be claimed. */
export type Known = {
  /** Appointments that stand or stood; empty when it is known that there is none. */
  bookings?: readonly KnownBooking[] | undefined;
  /** Kept for this customer, agreed to by nobody yet. */
  held?: readonly KnownBooking[] | undefined;
  /** Starts that have been found free. */
  offered?: readonly { date: LocalDate; branch?: Key | undefined; times: readonly LocalTime[] }[] | undefined;
  /** Moments the engine decided to speak of: until when a slot is kept, by when somebody answers. */
  moments?: readonly LocalDateTime[] | undefined;
  /** Days the engine decided to speak of, without an hour. */
  days?: readonly LocalDate[] | undefined;
  /** Amounts staff have agreed to for this customer. */
  amounts?: readonly Vnd[] | undefined;
  /** The customer's own name and phone, which may be said back. */
  names?: readonly string[] | undefined;
  phones?: readonly string[] | undefined;
  /** What to write into a transfer. */
  notes?: readonly string[] | undefined;
};
