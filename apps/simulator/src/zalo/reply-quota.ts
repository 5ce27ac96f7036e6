import type { Customer, World } from '../world/world.ts';
import { type ZaloError, zaloErrors } from './openapi-answer.ts';
import type { Oa } from './tokens.ts';

export type ReplyQuota = {
  /** The `quota` object of the answer; undefined when the message was charged. */
  take(oa: Oa, customer: Customer): { quota: Record<string, string | number> | undefined };
  refusal(customer: Customer): ZaloError | undefined;
};

const hourMs = 60 * 60 * 1000;
const freeMs = 48 * hourMs;
const windowMs = 7 * 24 * hourMs;
/** The monthly allowance outside 48 hours of the smallest package that has one. */
const packageQuota = 500;

/** Zalo OA documentation, "consultation message": free for 48 hours, metered until the seventh day, then refused. */
export function createReplyQuota(world: World): ReplyQuota {
  const used = new Map<string, number>();
  const ageOf = ({ lastInteractionAt }: Customer) =>
    lastInteractionAt === undefined ? undefined : world.now() - lastInteractionAt;
  return {
    refusal(customer) {
      const age = ageOf(customer);
      if (age === undefined) return zaloErrors.noInteraction;
      return age > windowMs ? zaloErrors.window : undefined;
    },
    take(oa, customer) {
      if ((ageOf(customer) ?? 0) <= freeMs) return { quota: { quota_type: 'reply' } };
      const count = (used.get(oa.id) ?? 0) + 1;
      used.set(oa.id, count);
      if (count > packageQuota) return { quota: undefined };
      const quota = { quota_type: 'sub_quota', remain: packageQuota - count, total: packageQuota };
      return { quota: { ...quota, owner_type: 'OA', owner_id: oa.id } };
    },
  };
}
