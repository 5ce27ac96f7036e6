import Anthropic from '@anthropic-ai/sdk';
import type { Unavailability } from '@glowbot/core';

/** What a failed attempt means for us, and whether another one may help. */
export type Failure = {
  why: Unavailability;
  mayRepeat: boolean;
  /** The vendor's own wish how long to wait. */
  waitMs: number | null;
  requestId: string | null;
};

/**
 * Sorted by the status and never by the message, whose wording changes. Our own signal decides what an abort was: the SDK
 * shows one before the headers as an error of its own and one in the body as a DOMException.
 */
export function failureOf(error: unknown, aborted: 'moot' | 'no-answer-in-time' | null): Failure {
  if (aborted) return { why: aborted, mayRepeat: false, waitMs: null, requestId: null };
  if (error instanceof Anthropic.APIConnectionTimeoutError) return once('no-answer-in-time');
  if (error instanceof Anthropic.APIConnectionError) return again('vendor-failed');
  if (error instanceof Anthropic.APIError) {
    const requestId = error.requestID ?? null;
    const refusal: { status?: unknown; headers?: unknown } = error;
    return { ...ofStatus(refusal.status), waitMs: waitOf(refusal.headers), requestId };
  }
  /** A body that broke off, or that was no JSON. */
  return again('vendor-failed');
}

const once = (why: Unavailability): Failure => ({ why, mayRepeat: false, waitMs: null, requestId: null });
const again = (why: Unavailability): Failure => ({ ...once(why), mayRepeat: true });

function ofStatus(status: unknown): Failure {
  switch (status) {
    case 401:
    case 402:
    case 403:
      return once('key-refused');
    case 408:
    case 409:
      return again('vendor-failed');
    case 429:
      return again('rate-limited');
    default:
      return typeof status === 'number' && status < 500 ? once('request-refused') : again('vendor-failed');
  }
}

/** `retry-after-ms`, or `retry-after` in seconds; a date there is left to our own waits. */
function waitOf(headers: unknown): number | null {
  if (!(headers instanceof Headers)) return null;
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (ms >= 0) return ms;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? seconds * 1000 : null;
}
