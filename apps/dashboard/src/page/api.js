import { field } from './json-field.js';

/**
 * @typedef {import('@glowbot/core').ConversationSummary} ConversationSummary
 * @typedef {import('@glowbot/core').ConversationDetail} ConversationDetail
 * @typedef {import('@glowbot/core').StoredStep} StoredStep
 * @typedef {import('@glowbot/core').AppointmentRecord} AppointmentRecord
 * @typedef {ConversationDetail['messages'][number]} Message
 * @typedef {import('./chart-view.js').Chart} Chart
 */

/** The server said no (status and its own words), or nobody answered (status 0). */
export class Problem extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/**
 * The clinic's API, with its access token.
 * @param {typeof fetch} ask
 * @param {string} token
 */
export function apiWith(ask, token) {
  /** @param {string} path @param {RequestInit} [request] */
  async function call(path, { headers, ...request } = {}) {
    try {
      return await ask(`/api/${path}`, {
        ...request,
        headers: { ...headers, authorization: `Bearer ${token}` },
        cache: 'no-store',
        credentials: 'omit',
      });
    } catch {
      throw new Problem(0, '');
    }
  }

  /** @param {string} path @param {RequestInit} [request] @returns {Promise<unknown>} */
  async function json(path, request) {
    const response = await call(path, request);
    /** @type {unknown} */
    const body = await response.json().catch(() => null);
    if (response.ok) return body;
    throw new Problem(response.status, typeof field(body, 'detail') === 'string' ? String(field(body, 'detail')) : '');
  }

  /** @param {string} id */
  const one = (id) => `conversations/${encodeURIComponent(id)}`;

  return {
    /** @returns {Promise<{ conversations: ConversationSummary[], zone: string | null }>} */
    async conversations() {
      const body = await json('conversations?limit=50');
      const zone = field(body, 'zone');
      return { conversations: listIn(body, 'conversations'), zone: typeof zone === 'string' ? zone : null };
    },
    /** @param {string} id @returns {Promise<ConversationDetail>} */
    async conversation(id) {
      const body = await json(one(id));
      listIn(body, 'messages');
      listIn(body, 'steps');
      listIn(body, 'appointments');
      return /** @type {ConversationDetail} */ (body);
    },
    /** @returns {Promise<Chart[]>} */
    async machines() {
      return listIn(await json('machines'), 'machines');
    },
    /** @param {string} id */
    takeOver: (id) => json(`${one(id)}/take-over`, { method: 'POST' }),
    /** @param {string} id */
    release: (id) => json(`${one(id)}/release`, { method: 'POST' }),
    /** @param {string | null} lastEventId @param {AbortSignal} signal */
    events: (lastEventId, signal) =>
      call('events', {
        signal,
        headers: { accept: 'text/event-stream', ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }) },
      }),
  };
}

/** @typedef {ReturnType<typeof apiWith>} Api */

/** @param {unknown} body @param {string} name */
function listIn(body, name) {
  const found = field(body, name);
  if (!Array.isArray(found)) throw new Problem(502, `The answer has no ${name}.`);
  return found;
}
