import { z } from 'zod';

/** `accepted` decides whether the message reaches the customer although the caller learns nothing of it. */
const accepted = z.boolean().default(false);

export const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: z.int().min(200).max(599), accepted }),
  z.strictObject({ kind: z.literal('code'), code: z.int(), subcode: z.int().optional() }),
  z.strictObject({ kind: z.literal('hang'), accepted }),
  z.strictObject({ kind: z.literal('dropAfterAccept') }),
  z.strictObject({ kind: z.literal('malformed'), accepted }),
]);
export type Fault = z.infer<typeof Fault>;

/** The next `count` sends that would have succeeded, of one channel or one customer if named, fail like this. */
export const FaultOrder = z.strictObject({
  count: z.int().positive(),
  channel: z.enum(['facebook', 'zalo']).optional(),
  customerId: z.string().optional(),
  fault: Fault,
});
export type FaultOrder = z.input<typeof FaultOrder>;

export type Faults = {
  order(order: FaultOrder): void;
  /** Uses one up. */
  next(channel: 'facebook' | 'zalo', customerId: string): Fault | undefined;
  clear(): void;
};

export function createFaults(): Faults {
  let orders: z.output<typeof FaultOrder>[] = [];
  return {
    order: (order) => {
      orders.push(FaultOrder.parse(order));
    },
    next(channel, customerId) {
      const order = orders.find(
        (each) => (each.channel ?? channel) === channel && (each.customerId ?? customerId) === customerId,
      );
      if (!order) return undefined;
      order.count -= 1;
      orders = orders.filter((each) => each.count > 0);
      return order.fault;
    },
    clear: () => {
      orders = [];
    },
  };
}
