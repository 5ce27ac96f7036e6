import type { SendOutcome } from '@glowbot/core';
import type { OpenapiResult } from '@glowbot/zalo-api';
import { Accepted } from './wire.ts';

/** The id Zalo gave to an accepted message, or how the whole send ends here. */
export function readSendResult(
  result: OpenapiResult,
  sentParts: number,
): { messageId: string } | { outcome: SendOutcome } {
  if (result.kind === 'refused') {
    return { outcome: { kind: 'failed', next: result.next, vendorCode: result.code, sentParts } };
  }
  if (result.kind === 'unclear') return { outcome: { kind: 'unknown', why: result.why, sentParts } };
  const accepted = Accepted.safeParse(result.data);
  if (accepted.success) return { messageId: accepted.data.message_id };
  return { outcome: { kind: 'unknown', why: 'accepted without a message id', sentParts } };
}
