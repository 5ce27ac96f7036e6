import type { Aftermath } from '../accept-send.ts';
import type { FaultOrder, Faults } from '../faults.ts';
import type { Vendor } from '../vendor.ts';
import type { Postman } from '../webhooks/postman.ts';
import type { Channel, ThreadMessage } from '../world/thread-message.ts';
import type { Customer, World } from '../world/world.ts';
import { SimulatorError } from './simulator-error.ts';
import { waitUntil } from './wait-until.ts';

export type Controls = ReturnType<typeof createControls>;

/** What a person at the chat page, or a test, can make the customers and the clinic's staff do. */
export function createControls(parts: {
  world: World;
  postman: Postman;
  faults: Faults;
  aftermath: Aftermath;
  vendors: Readonly<Record<Channel, Vendor>>;
  /** Aborted when the simulator closes. */
  closing: AbortSignal;
}) {
  const { world, postman, faults, aftermath, vendors, closing } = parts;

  function known(customerId: string): { customer: Customer; vendor: Vendor } {
    const customer = world.customer(customerId);
    if (!customer) throw new SimulatorError(404, 'There is no such customer.');
    return { customer, vendor: vendors[customer.channel] };
  }

  /** The customer's own bubble follows the fate of its webhook. */
  function sendOff(message: ThreadMessage, parcel: ReturnType<Vendor['customerSaid']>, copies: number): void {
    const settled = (accepted: boolean) =>
      world.change(message.customerId, message.id, { webhook: accepted ? 'accepted' : 'given-up' });
    if (parcel) void postman.post(parcel, { copies, settled });
    else settled(false);
  }

  return {
    createCustomer({
      channel,
      name,
      accountId,
    }: {
      channel: Channel;
      name: string;
      accountId?: string | undefined;
    }) {
      const account = world.accounts.find(
        (each) => each.channel === channel && each.id === (accountId ?? each.id),
      );
      if (!account) throw new SimulatorError(404, 'There is no such account on this channel.');
      return world.addCustomer(account, name);
    },

    /** `copies` above 1: the vendor delivers the same event as often, at the same time. */
    customerSays(customerId: string, text: string, { copies = 1 }: { copies?: number | undefined } = {}) {
      const { customer, vendor } = known(customerId);
      world.touch(customerId);
      const message = world.add(customer, { id: vendor.newMessageId(), by: 'customer', text });
      sendOff(message, vendor.customerSaid(customer, message), copies);
      return message;
    },

    /** Returns what the customer said by tapping. */
    customerTaps(customerId: string, messageId: string, choiceIndex: number) {
      const { customer, vendor } = known(customerId);
      const asked = world.thread(customerId).find((each) => each.id === messageId);
      const choice = asked?.choices[choiceIndex];
      if (!asked || !choice) throw new SimulatorError(404, 'There is no such choice.');
      if (!asked.choicesOpen) throw new SimulatorError(400, 'Messenger has taken these quick replies away.');
      if (choice.kind === 'url' || choice.kind === 'phone') {
        throw new SimulatorError(400, 'This button opens something and tells the clinic nothing.');
      }
      world.change(customerId, messageId, { tapped: [...asked.tapped, choiceIndex] });
      world.touch(customerId);
      const zaloPayload = choice.kind === 'show' || choice.kind === 'hide';
      const message = world.add(customer, {
        id: vendor.newMessageId(),
        by: 'customer',
        text: zaloPayload ? choice.payload : choice.title,
        hidden: choice.kind === 'hide',
      });
      sendOff(message, vendor.customerTapped(customer, message, choice), 1);
      return message;
    },

    /** The customer looks at the thread: everything from the clinic is read. */
    customerReads(customerId: string): void {
      const { customer, vendor } = known(customerId);
      const unread = world
        .thread(customerId)
        .filter(({ by, readAt }) => by !== 'customer' && readAt === null);
      const read = unread.flatMap(({ id }) => world.change(customerId, id, { readAt: world.now() }) ?? []);
      const receipt = aftermath.receipts && read.length > 0 ? vendor.read(customer, read) : undefined;
      if (receipt) void postman.post(receipt);
    },

    /** A person answers in the vendor's own inbox, beside the engine. */
    staffTypes(customerId: string, text: string) {
      const { customer, vendor } = known(customerId);
      const message = world.add(customer, { id: vendor.newMessageId(), by: 'staff', text });
      const echo = aftermath.echoes === 'withheld' ? undefined : vendor.accountSaid(customer, message);
      if (echo) void postman.post(echo);
      return message;
    },

    customer: (customerId: string) => known(customerId).customer,
    customers: () => world.customers(),
    thread(customerId: string): readonly ThreadMessage[] {
      known(customerId);
      return world.thread(customerId);
    },

    /** Every message accepted through the APIs, oldest first. */
    sends: (customerId?: string) => world.sends(customerId),

    /** Resolves with the customer's sends as soon as there are `count`; rejects after `timeoutMs`. */
    waitForSends(customerId: string, count: number, timeoutMs: number, gone?: AbortSignal) {
      known(customerId);
      return waitUntil({
        holds: () => (world.sends(customerId).length >= count ? world.sends(customerId) : undefined),
        onChange: (listener) => world.onChange(listener),
        timeoutMs,
        stop: gone ? AbortSignal.any([gone, closing]) : closing,
        otherwise: () =>
          `${world.sends(customerId).length} of ${count} sends were accepted in ${timeoutMs} ms.`,
      });
    },

    /** Resolves when every webhook was accepted or given up, none is held, and none waits for a retry. */
    waitForWebhooks(timeoutMs: number, gone?: AbortSignal): Promise<true> {
      return waitUntil({
        holds: () => (postman.pending() === 0 ? true : undefined),
        onChange: (listener) => postman.onIdle(listener),
        timeoutMs,
        stop: gone ? AbortSignal.any([gone, closing]) : closing,
        otherwise: () => `${postman.pending()} webhooks were still open after ${timeoutMs} ms.`,
      });
    },

    failNextSends: (order: FaultOrder) => faults.order(order),
    clearFaults: () => faults.clear(),

    /** Webhooks pile up until they are released. */
    holdWebhooks: () => postman.hold(),
    releaseWebhooks: (order: 'same' | 'reversed' = 'same') => postman.release(order),
    /** From now on the vendors silently forget one webhook in so many; 0: none. */
    withholdWebhooks(oneIn: number): void {
      let count = 0;
      postman.withhold(() => {
        count += 1;
        return oneIn > 0 && count % oneIn === 0;
      });
    },
    /** How often each webhook is delivered from now on. */
    setWebhookCopies: (copies: number) => postman.setCopies(copies),
    setAftermath: (change: Partial<Aftermath>) => {
      Object.assign(aftermath, change);
    },
    webhookDeliveries: () => postman.deliveries(),

    /** Moves every reply window, token and printed time; running retries keep their pace. */
    advanceClock: (ms: number) => world.advance(ms),
  };
}
