import { byId } from './element.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./follow-steps.js').Connection} Connection
 */

/**
 * Says whether what is on the page is what is happening, and counts down to the next try when it is not.
 * @param {{ clock: () => number, onRetry: () => void }} parts
 */
export function connectionView({ clock, onRetry }) {
  const badge = byId('connection', HTMLElement);
  const badgeText = byId('connection-text', HTMLElement);
  const banner = byId('lost', HTMLElement);
  const bannerText = byId('lost-text', HTMLElement);
  const retryText = byId('lost-retry', HTMLElement);
  byId('retry', HTMLButtonElement).addEventListener('click', onRetry);

  /** @type {Words | null} */
  let words = null;
  /** @type {Connection['kind'] | null} */
  let kind = null;
  let retryAt = /** @type {number | null} */ (null);
  let isLost = false;
  let problem = '';

  function draw() {
    if (!words) return;
    badge.hidden = kind === null || kind === 'refused';
    badge.dataset['kind'] = isLost ? 'lost' : (kind ?? 'connecting');
    write(badgeText, isLost ? words.ui.lostShort : kind === 'live' ? words.ui.live : words.ui.connecting);
    banner.hidden = !isLost && problem === '';
    write(bannerText, isLost ? words.ui.lost : problem);
    const seconds = retryAt === null ? 0 : Math.ceil((retryAt - clock()) / 1000);
    write(retryText, isLost ? (seconds > 0 ? words.ui.lostRetry(seconds) : words.ui.connecting) : '');
  }
  setInterval(draw, 1000);

  return {
    /** @param {Connection | null} connection */
    show(connection) {
      kind = connection?.kind ?? null;
      if (connection?.kind === 'lost') isLost = true;
      if (connection?.kind !== 'lost' && connection?.kind !== 'connecting') isLost = false;
      retryAt = connection?.kind === 'lost' ? clock() + connection.retryInMs : null;
      draw();
    },
    /** @param {string} text empty when all is well again */
    tell(text) {
      problem = text;
      draw();
    },
    /** @param {Words} inWords */
    say(inWords) {
      words = inWords;
      draw();
    },
  };
}

/**
 * Writes only what differs: a screen reader reads a status again whenever it is written.
 * @param {HTMLElement} where
 * @param {string} text
 */
function write(where, text) {
  if (where.textContent !== text) where.textContent = text;
}
