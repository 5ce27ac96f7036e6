import { Problem } from './api.js';
import { conversationView } from './conversation-view.js';
import { drawList } from './draw-list.js';
import { byId } from './element.js';
import { followSteps } from './follow-steps.js';
import { field } from './json-field.js';
import { modelView } from './model-view.js';
import { refreshSoon } from './refresh-soon.js';
import { timesIn } from './times.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./api.js').Api} Api
 * @typedef {import('./conversation-view.js').Command} Command
 */

/** Between two refreshes of a burst; long enough for many steps, short enough to feel at once. */
const restMs = 400;
/** The assistant's words are stored a moment after the step that decided them, and delivered a moment later. */
const lookAgainMs = [1_200, 4_000];
/** Times grow old and deliveries settle without a step. */
const lookAnywayMs = 30_000;
const commandPatienceMs = 10_000;

/** @param {number} ms @param {AbortSignal} [signal] @returns {Promise<void>} */
function pause(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const rest = () => pause(restMs);

/** @param {string} id */
const at = (id) => byId(id, HTMLElement);

/**
 * Everything between the API and the views: what is known, when it is read again, and what is drawn.
 * @param {{ connection: ReturnType<typeof import('./connection-view.js').connectionView>, onRefused: () => void }} parts
 */
export function watch({ connection, onRefused }) {
  const view = conversationView((command) => void send(command), write);
  const ofModel = modelView();
  /** @type {Words | null} */
  let words = null;
  /** @type {{ api: Api, end: AbortController, retryNow: () => void } | null} */
  let session = null;
  /** @type {string | null} */
  let openId = null;
  /** @type {Known} */
  let known = nothing();

  /** @param {unknown} error */
  function trouble(error) {
    if (!words || !session) return;
    if (!(error instanceof Problem)) throw error;
    if (error.status === 401 || error.status === 403) return onRefused();
    const { problemOffline, problemGone, problemServer } = words.ui;
    connection.tell(error.status === 0 ? problemOffline : error.status === 404 ? problemGone : problemServer);
  }

  /** Runs a request for this session; its answer counts only while the session lasts. @param {(api: Api, isOver: () => boolean) => Promise<void>} ask */
  async function asking(ask) {
    const mine = session;
    if (!mine) return;
    try {
      await ask(mine.api, () => session !== mine);
      if (session === mine) connection.tell('');
    } catch (error) {
      if (session === mine) trouble(error);
    }
    draw();
  }

  const refreshList = refreshSoon(
    () =>
      asking(async (api, isOver) => {
        if (known.machines.length === 0) {
          const machines = await api.machines();
          if (!isOver()) known.machines = machines;
        }
        const [{ conversations, zone }, handoffs] = await Promise.all([api.conversations(), api.handoffs()]);
        if (isOver()) return;
        known.handoffs = handoffs;
        known.conversations = conversations;
        known.zone = zone ?? undefined;
      }),
    rest,
  );
  const refreshModel = refreshSoon(
    () =>
      asking(async (api, isOver) => {
        const model = await api.languageModel();
        if (!isOver()) known.model = model;
      }),
    rest,
  );
  const refreshOpen = refreshSoon(
    () =>
      asking(async (api, isOver) => {
        const id = openId;
        if (id === null) return;
        try {
          const [detail, calls] = await Promise.all([api.conversation(id), api.modelCalls(id)]);
          if (isOver() || id !== openId) return;
          known.calls = calls;
          announce(known.detail?.id === id ? known.detail : null, detail);
          known.detail = detail;
          if (known.sent && detail.state !== known.sent.from) known.sent = null;
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 404) throw error;
          if (!isOver() && id === openId) known.missing = id;
        }
      }),
    rest,
  );

  /**
   * Says aloud what is new in the open conversation.
   * @param {import('./read-answers.js').ConversationDetail | null} before
   * @param {import('./read-answers.js').ConversationDetail} detail
   */
  function announce(before, detail) {
    if (!before || !words) return;
    const { ui } = words;
    const heard = new Set(before.messages.map(({ id }) => id));
    const said = detail.messages
      .filter(({ id }) => !heard.has(id))
      .map(({ author, text }) => `${ui[author]}: ${text}`);
    const moved = detail.state === before.state ? [] : [words.state(detail.state)];
    if (said.length + moved.length > 0) at('announcer').textContent = [...said, ...moved].join('. ');
  }

  /** @param {Command} command */
  async function send(command) {
    const { detail } = known;
    if (!detail) return;
    const sent = { command, from: detail.state };
    known.sent = sent;
    draw();
    await asking(async (api) => {
      try {
        await api[command](detail.id);
      } catch (error) {
        known.sent = null;
        throw error;
      }
    });
    await pause(commandPatienceMs);
    if (known.sent === sent) known.sent = null;
    await refreshOpen();
  }

  /** @param {string} conversationId @param {import('./compose-view.js').Written} written */
  async function write(conversationId, written) {
    let arrived = false;
    await asking(async (api) => {
      await api.write(conversationId, written);
      arrived = true;
    });
    return arrived;
  }

  function draw() {
    if (!words) return;
    const now = Date.now();
    const times = timesIn(words.language, known.zone);
    const { detail } = known;
    drawList(known, openId, { words, times, now });
    const isShown = detail !== null && detail.id === openId;
    const sent = known.sent?.command ?? null;
    const brief = known.handoffs.find(({ conversationId }) => conversationId === openId)?.brief ?? null;
    const { machines, calls } = known;
    if (isShown) view.show(detail, { machines, words, times, now, sent, brief, calls });
    else view.hide();
    ofModel.show(known.model, words);
  }

  /** @param {boolean} wasLost */
  async function catchUp(wasLost) {
    await Promise.all([refreshList(), refreshOpen(), refreshModel()]);
    if (wasLost && words) at('announcer').textContent = words.ui.caughtUp;
  }

  /** @param {string} data */
  function onStep(data) {
    /** @type {unknown} */
    let step = null;
    try {
      step = JSON.parse(data);
    } catch {
      /** A step that cannot be read still says that something happened. */
    }
    void refreshList();
    const about = field(step, 'conversationId');
    if (about !== openId && typeof about === 'string') return;
    void refreshOpen();
    for (const ms of lookAgainMs) void pause(ms).then(refreshOpen);
  }

  return {
    /** @param {Api} api */
    start(api) {
      const end = new AbortController();
      known = nothing();
      let wasLost = false;
      const following = followSteps({
        open: api.events,
        wait: pause,
        random: Math.random,
        signal: end.signal,
        onStep,
        onConnection(now) {
          if (end.signal.aborted) return;
          connection.show(now);
          if (now.kind === 'refused') onRefused();
          if (now.kind === 'lost') wasLost = true;
          if (now.kind !== 'live') return;
          void catchUp(wasLost);
          wasLost = false;
        },
      });
      session = { api, end, retryNow: following.retryNow };
      const tick = setInterval(() => {
        if (document.visibilityState === 'visible')
          void Promise.all([refreshList(), refreshOpen(), refreshModel()]);
      }, lookAnywayMs);
      end.signal.addEventListener('abort', () => clearInterval(tick));
      at('watch').hidden = false;
      /** The first list does not wait for the stream: some proxies hold a stream back until it has said much. */
      void Promise.all([refreshList(), refreshOpen()]);
    },
    stop() {
      session?.end.abort();
      session = null;
      known = nothing();
      at('watch').hidden = true;
      connection.show(null);
      connection.tell('');
      draw();
    },
    retryNow() {
      session?.retryNow();
      void Promise.all([refreshList(), refreshOpen()]);
    },
    /** @param {string | null} id */
    open(id) {
      if (id === openId) return;
      openId = id;
      known.sent = null;
      draw();
      void refreshOpen();
    },
    /** @param {Words} inWords */
    say(inWords) {
      words = inWords;
      draw();
    },
  };
}

/**
 * @typedef {object} Known What the server last said.
 * @property {import('./chart-view.js').Chart[]} machines
 * @property {import('./read-answers.js').ConversationSummary[] | null} conversations null until they were first read
 * @property {import('./read-answers.js').ConversationDetail | null} detail
 * @property {string | null} missing an id the server did not know
 * @property {{ command: Command, from: string } | null} sent
 * @property {string | undefined} zone
 * @property {import('./read-model.js').Handoff[]} handoffs those that are open
 * @property {import('./read-model.js').ModelCall[]} calls of the open conversation
 * @property {import('./read-model.js').Model | null} model
 */

/** @returns {Known} */
function nothing() {
  return {
    machines: [],
    conversations: null,
    detail: null,
    missing: null,
    sent: null,
    zone: undefined,
    handoffs: [],
    calls: [],
    model: null,
  };
}
