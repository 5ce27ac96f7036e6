import type { FailureNext, SendOutcome } from '@glowbot/core';
import { readJson, type VendorAnswer } from '@glowbot/vendor-api';
import { Accepted, Refused } from './wire.ts';

/**
 * Meta's error numbers by what must happen next: `code/subcode` decides before `code`, texts are localised and never
 * read (Messenger Platform, "error codes"; Graph API, "rate limits"). 'unclear': refused in words, perhaps done.
 */
const nextByCode: ReadonlyMap<string, FailureNext | 'unclear'> = new Map<string, FailureNext | 'unclear'>([
  ['1', 'retry'],
  /** The send's own answer was unreadable to Meta; the message may be out. */
  ['1/1357046', 'unclear'],
  ['2', 'retry'],
  ['2/2018344', 'account-attention'],
  ['4', 'retry'],
  ['9/2018352', 'retry'],
  ['17', 'retry'],
  ['32', 'retry'],
  ['613', 'retry'],
  /** A warning for abusive behaviour: the same text must not go out again. */
  ['613/2018338', 'account-attention'],
  ['1200', 'retry'],
  ['80001', 'retry'],
  ['80006', 'retry'],

  ['102', 'renew-token'],
  ['190', 'renew-token'],

  ['10/2018278', 'window-closed'],
  ['10/2018065', 'window-closed'],
  ['10/2534022', 'window-closed'],
  ['10/1545041', 'window-closed'],

  ['10/2018108', 'unreachable'],
  ['100/33', 'unreachable'],
  ['100/2018001', 'unreachable'],
  ['200/1545041', 'unreachable'],
  ['551', 'unreachable'],

  ['10/2018300', 'not-ours'],
  ['2018300', 'not-ours'],
  ['2018321', 'not-ours'],
  ['100/2534037', 'not-ours'],

  ['3', 'account-attention'],
  ['10', 'account-attention'],
  ['200', 'account-attention'],
  ['230', 'account-attention'],
  ['299', 'account-attention'],
  ['368', 'account-attention'],
  ['2022', 'account-attention'],
  ['10303', 'account-attention'],
  ['2018144', 'account-attention'],
  ['2018171', 'account-attention'],
  ['2018247', 'account-attention'],

  ['100', 'defect'],
  ['194', 'defect'],
  ['506', 'defect'],
  ['10900', 'defect'],
  ['36000', 'defect'],
  ['9000001', 'defect'],
]);

export type GraphResult =
  | { kind: 'success'; value: unknown }
  | { kind: 'refused'; next: FailureNext; code: string }
  | { kind: 'unclear'; why: string };

/** An answer of the Graph API, named by what must happen next. A 200 may hold an error, so the body decides. */
export function readGraphAnswer(answer: VendorAnswer): GraphResult {
  if (answer.kind === 'never-left') return { kind: 'refused', next: 'retry', code: answer.why };
  if (answer.kind === 'silence') return { kind: 'unclear', why: answer.why };
  const json = readJson(answer.text);
  const refused = json.ok ? Refused.safeParse(json.value).data : undefined;
  if (refused) return readRefusal(refused.error, answer.status);
  if (answer.status === 429) return { kind: 'refused', next: 'retry', code: 'http-429' };
  if (!json.ok || answer.status >= 300)
    return { kind: 'unclear', why: `http-${answer.status} without proof` };
  return { kind: 'success', value: json.value };
}

function readRefusal(
  { code, error_subcode: subcode, is_transient: transient }: Refused['error'],
  status: number,
): GraphResult {
  const full = subcode === undefined ? String(code) : `${code}/${subcode}`;
  const next = nextByCode.get(full) ?? nextByCode.get(String(code));
  if (next === 'unclear') return { kind: 'unclear', why: full };
  if (next) return { kind: 'refused', next, code: full };
  if (status >= 500) return { kind: 'unclear', why: `http-${status} with ${full}` };
  return { kind: 'refused', next: transient ? 'retry' : 'defect', code: full };
}

/** The id Meta gave to an accepted message, or how the whole send ends here. */
export function readSendResult(
  result: GraphResult,
  sentParts: number,
): { messageId: string } | { outcome: SendOutcome } {
  if (result.kind === 'refused') {
    return { outcome: { kind: 'failed', next: result.next, vendorCode: result.code, sentParts } };
  }
  if (result.kind === 'unclear') return { outcome: { kind: 'unknown', why: result.why, sentParts } };
  const accepted = Accepted.safeParse(result.value);
  if (accepted.success) return { messageId: accepted.data.message_id };
  return { outcome: { kind: 'unknown', why: 'accepted without a message id', sentParts } };
}
