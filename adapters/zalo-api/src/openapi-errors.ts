import type { FailureNext } from '@glowbot/core';

/**
 * Zalo's OA error numbers by what must happen next (Zalo OA documentation, "error codes"; 216, 401 and -401 were seen
 * in live traffic for a token that -216 is documented for). The ZBS template API reuses some numbers with
 * other meanings: this table is not for it.
 */
const nextByCode: ReadonlyMap<number, FailureNext> = new Map<number, FailureNext>([
  /** Calls per minute used up. */
  [-32, 'retry'],
  /** "Send message failed", without a reason. */
  [-200, 'retry'],
  [-214, 'retry'],
  /** Not at night; only for kinds of message that have quiet hours. */
  [-234, 'retry'],

  [-216, 'renew-token'],
  [-220, 'renew-token'],
  [216, 'renew-token'],
  [401, 'renew-token'],
  [-401, 'renew-token'],

  /** Not a follower, and has not written. */
  [-213, 'window-closed'],
  /** This person has received all that may be sent to them for now. */
  [-218, 'window-closed'],
  [-230, 'window-closed'],
  [-232, 'window-closed'],

  [-217, 'unreachable'],
  [-227, 'unreachable'],
  [-244, 'unreachable'],

  [-100, 'defect'],
  [-201, 'defect'],
  [-210, 'defect'],
  [-233, 'defect'],
  [-240, 'defect'],
  [-248, 'defect'],
  [-249, 'defect'],

  [-204, 'account-attention'],
  [-205, 'account-attention'],
  [-209, 'account-attention'],
  [-211, 'account-attention'],
  [-212, 'account-attention'],
  [-219, 'account-attention'],
  [-221, 'account-attention'],
  [-223, 'account-attention'],
  [-224, 'account-attention'],
  [-235, 'account-attention'],
  [-237, 'account-attention'],
  [-238, 'account-attention'],
  [-241, 'account-attention'],
  /** A wrong appsecret_proof: a new token would be refused just the same, so never renew on it. */
  [-242, 'account-attention'],
  [-320, 'account-attention'],
  [-321, 'account-attention'],
  [-403, 'account-attention'],
  [-1340, 'account-attention'],
  [-1341, 'account-attention'],
]);

/** Undefined for a number Zalo has not documented. */
export function openapiFailureNext(code: number): FailureNext | undefined {
  return nextByCode.get(code);
}
