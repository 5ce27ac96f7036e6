import type { HandoffPriority } from '../domain/clinic.ts';

/** What a person on call is told: that somebody waits, why, and where to take it. Nothing about the customer. */
export type Alert = {
  /** The same for every attempt, so that a notifier that can recognise a repetition may. */
  id: string;
  priority: HandoffPriority;
  title: string;
  text: string;
  /** Leads to the one handoff, without a login, once. */
  link: string;
};

export type AlertOutcome =
  /** Handed over to whoever brings it; whether it is read, only the acknowledgement says. */
  | { kind: 'delivered' }
  /** The same may succeed in a moment. */
  | { kind: 'retry'; code: string }
  /** This address or this way does not work. */
  | { kind: 'failed'; code: string };

/** A way of telling people on call. Clinics name it in the records of their people. */
export interface Notifier {
  readonly name: string;
  deliver(alert: Alert, to: string): Promise<AlertOutcome>;
}
