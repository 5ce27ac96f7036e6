import { randomDigits } from './random-id.ts';
import type { Channel, MessageChange, NewThreadMessage, ThreadMessage } from './thread-message.ts';

export type Account = { readonly channel: Channel; readonly id: string; readonly name: string };

/** One person as one account knows them: a second account would see another id (both vendors' documentation of ids). */
export type Customer = {
  readonly id: string;
  readonly channel: Channel;
  readonly accountId: string;
  readonly name: string;
  /** Zalo prints it beside the account's own id of the person. */
  readonly idByApp: string;
  /** Undefined until the customer first says or taps something. */
  readonly lastInteractionAt: number | undefined;
};

export type WorldChange =
  | { kind: 'customer'; customer: Customer }
  | { kind: 'message'; message: ThreadMessage }
  | { kind: 'typing'; customerId: string; on: boolean };

/** Everything the simulated vendors know: accounts, customers and their threads. */
export type World = ReturnType<typeof createWorld>;

export function createWorld(accounts: readonly Account[], clock: () => number) {
  const customers = new Map<string, Customer>();
  const threads = new Map<string, ThreadMessage[]>();
  const sends: ThreadMessage[] = [];
  const listeners = new Set<(change: WorldChange) => void>();
  let advancedMs = 0;

  const now = () => clock() + advancedMs;
  const tell = (change: WorldChange) => {
    for (const listener of listeners) listener(change);
  };
  const threadOf = (customerId: string) => threads.get(customerId) ?? [];

  function update(customerId: string, messageId: string, changes: MessageChange): ThreadMessage | undefined {
    const thread = threadOf(customerId);
    const index = thread.findIndex((each) => each.id === messageId);
    const before = thread[index];
    if (!before) return undefined;
    const message = { ...before, ...changes };
    thread[index] = message;
    tell({ kind: 'message', message });
    return message;
  }

  /** Messenger Platform, "quick replies": they vanish when tapped or when any later message is sent. */
  function closeQuickReplies(customerId: string): void {
    for (const { id, choices, choicesOpen } of threadOf(customerId)) {
      if (choicesOpen && choices.some((choice) => choice.kind === 'quick-reply')) {
        update(customerId, id, { choicesOpen: false });
      }
    }
  }

  return {
    accounts,
    now,
    advance: (ms: number) => {
      advancedMs += ms;
    },
    onChange(listener: (change: WorldChange) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    addCustomer(account: Account, name: string): Customer {
      const customer: Customer = {
        id: randomDigits(account.channel === 'zalo' ? 19 : 17),
        channel: account.channel,
        accountId: account.id,
        name,
        idByApp: randomDigits(19),
        lastInteractionAt: undefined,
      };
      customers.set(customer.id, customer);
      threads.set(customer.id, []);
      tell({ kind: 'customer', customer });
      return customer;
    },
    customer: (id: string) => customers.get(id),
    customers: (): readonly Customer[] => [...customers.values()],
    touch(customerId: string): void {
      const customer = customers.get(customerId);
      if (customer) customers.set(customerId, { ...customer, lastInteractionAt: now() });
    },
    thread: (customerId: string): readonly ThreadMessage[] => [...threadOf(customerId)],
    /** Messages accepted through the APIs, oldest first. */
    sends: (customerId?: string): readonly ThreadMessage[] =>
      customerId === undefined ? [...sends] : threadOf(customerId).filter((each) => each.by === 'api'),
    add(customer: Customer, { id, by, text, ...more }: NewThreadMessage): ThreadMessage {
      closeQuickReplies(customer.id);
      const { id: customerId, channel, accountId } = customer;
      const message: ThreadMessage = {
        id,
        channel,
        accountId,
        customerId,
        by,
        text,
        at: now(),
        hidden: more.hidden ?? false,
        choices: more.choices ?? [],
        choicesOpen: true,
        tapped: [],
        metadata: more.metadata ?? null,
        webhook: by === 'customer' ? 'waiting' : null,
        deliveredAt: null,
        readAt: null,
      };
      threadOf(customerId).push(message);
      if (by === 'api') sends.push(message);
      tell({ kind: 'message', message });
      if (by !== 'customer') tell({ kind: 'typing', customerId, on: false });
      return message;
    },
    change: update,
    showTyping: (customerId: string, on: boolean) => tell({ kind: 'typing', customerId, on }),
  };
}
