import { eventStreamParser } from './event-stream-parser.js';

/**
 * @typedef {{ kind: 'connecting' } | { kind: 'live' } | { kind: 'lost', retryInMs: number } | { kind: 'refused' }} Connection
 *
 * @typedef {object} Following
 * @property {(lastEventId: string | null, signal: AbortSignal) => Promise<Response>} open Asks for the stream.
 * @property {(ms: number, signal: AbortSignal) => Promise<void>} wait Resolves after the time, or early when aborted.
 * @property {() => number} random
 * @property {(connection: Connection) => void} onConnection Told of every change; 'live' means: catch up now.
 * @property {(data: string) => void} onStep
 * @property {AbortSignal} signal Ends everything.
 */

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
/** The server says every 15 seconds that it is still there; a line silent for three of these is dead. */
export const silenceMs = 45_000;

/**
 * How long to wait before the n-th try in a row: growing, and a little different in every browser,
 * so that a restarted server is not asked by all of them at once.
 * @param {number} failures
 * @param {() => number} random
 */
export function delayBefore(failures, random) {
  const longest = Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs);
  return Math.round(longest * (0.75 + random() * 0.25));
}

/**
 * Follows the clinic's steps until the signal ends it, reconnecting after every loss and resuming where it stopped.
 * @param {Following} following
 * @returns {{ retryNow: () => void, ended: Promise<void> }}
 */
export function followSteps({ open, wait, random, onConnection, onStep, signal }) {
  let lastEventId = /** @type {string | null} */ (null);
  let failures = 0;
  let waiting = new AbortController();

  /** Reads one connection to its end. @returns {Promise<'lost' | 'refused'>} */
  async function readOnce() {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener('abort', stop, { once: true });
    let guard = new AbortController();
    /** Gives the line up when nothing at all was heard for too long. */
    const listenAnew = () => {
      guard.abort();
      guard = new AbortController();
      const { signal: heard } = guard;
      void wait(silenceMs, heard).then(() => heard.aborted || attempt.abort());
    };
    try {
      listenAnew();
      const response = await open(lastEventId, attempt.signal);
      if (response.status === 401 || response.status === 403) return 'refused';
      if (!response.ok || !response.body) return 'lost';
      onConnection({ kind: 'live' });
      const parser = eventStreamParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return 'lost';
        listenAnew();
        failures = 0;
        for (const event of parser.push(value)) {
          if (event.id !== '') lastEventId = event.id;
          if (event.event === 'step') onStep(event.data);
        }
      }
    } catch {
      return 'lost';
    } finally {
      guard.abort();
      attempt.abort();
      signal.removeEventListener('abort', stop);
    }
  }

  async function follow() {
    while (!signal.aborted) {
      onConnection({ kind: 'connecting' });
      const outcome = await readOnce();
      if (signal.aborted) return;
      if (outcome === 'refused') {
        onConnection({ kind: 'refused' });
        return;
      }
      failures += 1;
      const retryInMs = delayBefore(failures, random);
      onConnection({ kind: 'lost', retryInMs });
      waiting = new AbortController();
      await wait(retryInMs, AbortSignal.any([waiting.signal, signal]));
    }
  }

  return { retryNow: () => waiting.abort(), ended: follow() };
}
