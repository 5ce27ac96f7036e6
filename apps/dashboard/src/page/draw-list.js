import { careOf, drawConversations } from './draw-conversations.js';
import { byId } from './element.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./times.js').Times} Times
 * @typedef {import('./watch.js').Known} Known
 */

/**
 * The list with its counts, and what stands beside it while no conversation is shown.
 * @param {Pick<Known, 'conversations' | 'detail' | 'missing' | 'handoffs'>} known
 * @param {string | null} openId
 * @param {{ words: Words, times: Times, now: number }} look
 */
export function drawList({ conversations, detail, missing, handoffs }, openId, look) {
  const { ui } = look.words;
  const rows = conversations ?? [];
  const waiting = rows.filter((conversation) => careOf(conversation) === 'waiting').length;
  const counts = [ui.conversationCount(rows.length), ...(waiting > 0 ? [ui.waitingCount(waiting)] : [])];
  byId('counts', HTMLElement).textContent = conversations ? counts.join(' · ') : '';
  document.title = (waiting > 0 ? `(${waiting}) ` : '') + ui.title;

  const titles = new Map(handoffs.map(({ conversationId, brief }) => [conversationId, brief?.title]));
  drawConversations(byId('conversations', HTMLElement), rows, { ...look, openId, titles });
  const empty = byId('list-empty', HTMLElement);
  empty.textContent = conversations ? ui.noConversations : ui.loading;
  empty.hidden = rows.length > 0;

  byId('watch', HTMLElement).dataset['open'] = openId === null ? 'no' : 'yes';
  const choose = byId('choose', HTMLElement);
  choose.textContent = openId === null ? ui.chooseOne : missing === openId ? ui.notFound : ui.loading;
  choose.hidden = detail !== null && detail.id === openId;
}
