import type { Route } from './http/answer.ts';
import type { Parcel } from './webhooks/parcel.ts';
import type { Choice, ThreadMessage } from './world/thread-message.ts';
import type { Customer } from './world/world.ts';

/** What the customers, the staff and the receipts need from a vendor; undefined means it sends no webhook for this. */
export type Vendor = {
  customerSaid(customer: Customer, message: ThreadMessage): Parcel | undefined;
  customerTapped(customer: Customer, tap: ThreadMessage, choice: Choice): Parcel | undefined;
  accountSaid(customer: Customer, message: ThreadMessage): Parcel | undefined;
  delivered(customer: Customer, message: ThreadMessage): Parcel | undefined;
  /** `messages` are those the customer has just read, oldest first. */
  read(customer: Customer, messages: readonly ThreadMessage[]): Parcel | undefined;
  newMessageId(): string;
  routes: readonly Route[];
};
