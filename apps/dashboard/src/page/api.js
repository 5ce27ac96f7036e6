import { UnreadableAnswer } from './json-reading.js';
import { readConversation, readConversations, readMachines } from './read-answers.js';
import { readHandoffs, readModel, readModelCalls } from './read-model.js';

/** The server said no (with its status), or nobody answered (status 0). */
export class Problem extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`The API answered with ${status}.`);
    this.status = status;
  }
}

/** @param {string} id */
const one = (id) => `conversations/${encodeURIComponent(id)}`;
const nothing = () => undefined;

/**
 * The clinic's API, with its access token.
 * @param {typeof fetch} ask
 * @param {string} token
 */
export function apiWith(ask, token) {
  /** @param {string} path @param {{ method?: 'POST', headers?: Record<string, string>, body?: string, signal?: AbortSignal }} [request] */
  async function call(path, { headers = {}, ...request } = {}) {
    try {
      return await ask(`/api/${path}`, {
        ...request,
        headers: { ...headers, authorization: `Bearer ${token}` },
        cache: 'no-store',
        credentials: 'omit',
      });
    } catch {
      throw new Problem(0);
    }
  }

  /**
   * @template T
   * @param {string} path
   * @param {(body: unknown) => T} read
   * @param {'POST'} [method]
   * @param {object} [sent]
   */
  async function json(path, read, method, sent) {
    const body =
      sent === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
    const response = await call(path, { ...(method === undefined ? {} : { method }), ...body });
    /** @type {unknown} */
    const answer = await response.json().catch(() => null);
    if (!response.ok) throw new Problem(response.status);
    try {
      return read(answer);
    } catch (error) {
      if (error instanceof UnreadableAnswer) throw new Problem(502);
      throw error;
    }
  }

  return {
    conversations: () => json('conversations?limit=50', readConversations),
    /** @param {string} id */
    conversation: (id) => json(one(id), readConversation),
    machines: () => json('machines', readMachines),
    handoffs: () => json('handoffs', readHandoffs),
    languageModel: () => json('language-model', readModel),
    /** @param {string} id */
    modelCalls: (id) => json(`${one(id)}/language-model`, readModelCalls),
    /** @param {string} id */
    takeOver: (id) => json(`${one(id)}/take-over`, nothing, 'POST'),
    /** @param {string} id */
    release: (id) => json(`${one(id)}/release`, nothing, 'POST'),
    /** @param {string} id @param {{ id: string, text: string }} written */
    write: (id, written) => json(`${one(id)}/messages`, nothing, 'POST', written),
    /** @param {string | null} lastEventId @param {AbortSignal} signal */
    events: (lastEventId, signal) =>
      call('events', {
        signal,
        headers: {
          accept: 'text/event-stream',
          ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
        },
      }),
  };
}

/** @typedef {ReturnType<typeof apiWith>} Api */
