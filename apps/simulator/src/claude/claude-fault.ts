import { z } from 'zod';

/** What can go wrong with one call, seen from its caller. */
export const ClaudeFault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    retryAfterSeconds: z.number().min(0).optional(),
  }),
  /** Accepted, and never a byte. */
  z.strictObject({ kind: z.literal('hang') }),
  /** The answer comes, so many milliseconds late. */
  z.strictObject({ kind: z.literal('late'), ms: z.int().min(0).max(120_000) }),
  /** Head and half of the body at once, the other half so many milliseconds later. */
  z.strictObject({ kind: z.literal('slow-body'), ms: z.int().min(0).max(120_000) }),
  /** The connection breaks before the answer. */
  z.strictObject({ kind: z.literal('drop') }),
  /** The connection breaks in the middle of the answer. */
  z.strictObject({ kind: z.literal('broken-body') }),
  /** A streamed answer that ends with an error event after it began. */
  z.strictObject({ kind: z.literal('broken-stream') }),
  /** HTML instead of JSON, as a proxy on the way would answer. */
  z.strictObject({ kind: z.literal('page') }),
  /** 200 and JSON, and not what was agreed. */
  z.strictObject({ kind: z.literal('malformed') }),
  /** A well-formed message whose text is no JSON, or JSON of another shape. */
  z.strictObject({ kind: z.literal('no-json') }),
  z.strictObject({ kind: z.literal('wrong-shape') }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('refusal') }),
  z.strictObject({ kind: z.literal('max-tokens') }),
  /** Blocks and a stop reason that nobody has heard of yet; the answer itself is good. */
  z.strictObject({ kind: z.literal('unheard-of') }),
]);
export type ClaudeFault = z.infer<typeof ClaudeFault>;

/** The next `count` calls go wrong like this; all calls, until the faults are cleared, where no count is given. */
export const ClaudeFaultOrder = z.strictObject({ count: z.int().positive().optional(), fault: ClaudeFault });
export type ClaudeFaultOrder = z.input<typeof ClaudeFaultOrder>;

export type ClaudeFaults = {
  order(order: ClaudeFaultOrder): void;
  next(): ClaudeFault | undefined;
  clear(): void;
};

export function createClaudeFaults(): ClaudeFaults {
  let orders: { left: number; fault: ClaudeFault }[] = [];
  return {
    order(given) {
      const { count = Number.POSITIVE_INFINITY, fault } = ClaudeFaultOrder.parse(given);
      orders.push({ left: count, fault });
    },
    next() {
      const order = orders[0];
      if (!order) return undefined;
      order.left -= 1;
      orders = orders.filter(({ left }) => left > 0);
      return order.fault;
    },
    clear() {
      orders = [];
    },
  };
}
