import type { Channel } from '../world/thread-message.ts';
import type { WebhookCaller } from './call-webhook.ts';
import type { Delivery, Parcel } from './parcel.ts';

export type Postman = ReturnType<typeof createPostman>;

const keptDeliveries = 2000;

/**
 * Carries webhooks. First attempts of one customer's events keep their order, retries may overtake or be overtaken:
 * neither vendor promises more.
 */
export function createPostman(settings: {
  caller: WebhookCaller;
  url: (channel: Channel) => string;
  retryMs: readonly number[];
  now: () => number;
}) {
  const { caller, url, retryMs, now } = settings;
  const deliveries: Delivery[] = [];
  const lanes = new Map<string, Promise<void>>();
  const retries = new Set<NodeJS.Timeout>();
  const idle = new Set<() => void>();
  let held: (() => void)[] | undefined;
  let copiesOfEach = 1;
  let withheld: (parcel: Parcel) => boolean = () => false;
  let pending = 0;
  let closed = false;
  let nextId = 1;

  function record(parcel: Parcel): Delivery {
    const delivery: Delivery = {
      id: nextId++,
      channel: parcel.channel,
      customerId: parcel.customerId,
      event: parcel.event,
      body: parcel.body.toString('utf8'),
      state: 'sending',
      attempts: [],
    };
    deliveries.push(delivery);
    if (deliveries.length > keptDeliveries) deliveries.shift();
    return delivery;
  }

  async function attempt(
    parcel: Parcel,
    delivery: Delivery,
    settled: (accepted: boolean) => void,
  ): Promise<void> {
    if (closed) return;
    delivery.state = 'sending';
    const tried = delivery.attempts.length;
    const counted: Record<string, string> =
      tried > 0 && parcel.retryCountHeader ? { [parcel.retryCountHeader]: String(tried) } : {};
    const outcome = await caller.call({
      url: url(parcel.channel),
      method: 'POST',
      headers: { ...parcel.headers, ...counted, 'content-length': String(parcel.body.length) },
      body: parcel.body,
      deadlineMs: parcel.deadlineMs,
    });
    delivery.attempts.push({
      at: now(),
      outcome: outcome.kind === 'answered' ? outcome.status : outcome.kind,
    });
    const wait = retryMs[tried];
    if (outcome.kind === 'answered' && outcome.status === 200) {
      delivery.state = 'accepted';
      settled(true);
    } else if (wait === undefined || closed) {
      delivery.state = 'given-up';
      settled(false);
    } else {
      delivery.state = 'waiting-to-retry';
      const timer = setTimeout(() => {
        retries.delete(timer);
        void attempt(parcel, delivery, settled);
      }, wait);
      retries.add(timer);
    }
  }

  /** One thing after the other for each customer. */
  function inLane(customerId: string, act: () => Promise<void>): Promise<void> {
    const run = (lanes.get(customerId) ?? Promise.resolve()).then(act);
    lanes.set(customerId, run);
    void run.finally(() => {
      if (lanes.get(customerId) === run) lanes.delete(customerId);
    });
    return run;
  }

  function start(
    parcel: Parcel,
    copies: readonly Delivery[],
    settled: (accepted: boolean) => void,
  ): Promise<void> {
    let open = copies.length;
    let told = false;
    const settleOne = (accepted: boolean) => {
      open -= 1;
      if (!told && (accepted || open === 0)) {
        told = true;
        settled(accepted);
      }
      pending -= 1;
      if (pending === 0) for (const tell of idle) tell();
    };
    return inLane(parcel.customerId, async () => {
      await Promise.all(copies.map((delivery) => attempt(parcel, delivery, settleOne)));
    });
  }

  return {
    /** Resolves when the first attempt is over or the parcel is held. */
    async post(
      parcel: Parcel,
      more: { copies?: number; settled?: (accepted: boolean) => void } = {},
    ): Promise<void> {
      const copies = Array.from({ length: (more.copies ?? 1) * copiesOfEach }, () => record(parcel));
      pending += copies.length;
      const settled = more.settled ?? (() => {});
      if (withheld(parcel)) {
        for (const copy of copies) copy.state = 'withheld';
        pending -= copies.length;
        settled(true);
        return;
      }
      if (!held) return start(parcel, copies, settled);
      for (const copy of copies) copy.state = 'held';
      held.push(() => void start(parcel, copies, settled));
    },
    /** What the vendor silently forgets to deliver from now on; nothing any more without an argument. */
    withhold(which: (parcel: Parcel) => boolean = () => false): void {
      withheld = which;
    },
    hold(): void {
      held ??= [];
    },
    release(order: 'same' | 'reversed'): void {
      const waiting = held ?? [];
      held = undefined;
      for (const begin of order === 'same' ? waiting : waiting.toReversed()) begin();
    },
    isHolding: () => held !== undefined,
    setCopies(copies: number): void {
      copiesOfEach = copies;
    },
    deliveries: (): readonly Delivery[] => structuredClone(deliveries),
    pending: () => pending,
    /** Called each time the last open delivery is accepted or given up. */
    onIdle(listener: () => void): () => void {
      idle.add(listener);
      return () => idle.delete(listener);
    },
    close(): void {
      closed = true;
      for (const timer of retries) clearTimeout(timer);
      caller.close();
    },
  };
}
