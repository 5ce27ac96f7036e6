import { element, timeElement } from './element.js';
import { showItems } from './show-items.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./times.js').Times} Times
 * @typedef {import('./read-answers.js').Message} Message
 */

/** Deliveries about which there is nothing to worry: they are told, but quietly. */
const calm = new Set(['sent', 'delivered', 'read']);

/**
 * The messages of a conversation, oldest first, with a line where a new day begins. Stays at the end if it was there.
 * @param {HTMLElement} list
 * @param {readonly Message[]} messages
 * @param {{ words: Words, times: Times, now: number, isNewlyOpened: boolean }} look
 */
export function drawThread(list, messages, { words, times, now, isNewlyOpened }) {
  const pane = list.parentElement ?? list;
  const wasAtEnd = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 60;
  /** @type {string | null} */
  let day = null;
  const items = messages.flatMap((message) => {
    const date = times.dateKey(message.at);
    const line =
      date === day
        ? []
        : [{ key: `day ${date}`, kind: /** @type {const} */ ('day'), text: times.day(message.at, now) }];
    day = date;
    return [...line, bubble(message, words, times)];
  });
  showItems(list, items, (item) =>
    item.kind === 'day' ? element('li', { class: 'day' }, element('span', {}, item.text)) : drawBubble(item),
  );
  if (isNewlyOpened || wasAtEnd) pane.scrollTop = pane.scrollHeight;
}

/** @param {Message} message @param {Words} words @param {Times} times */
function bubble(message, words, times) {
  return {
    key: message.id,
    kind: /** @type {const} */ ('message'),
    author: message.author,
    name: words.ui[message.author],
    text: message.text,
    attachments: message.attachments.map(({ type, url }) => ({ name: words.attachment(type), url })),
    at: message.at,
    time: times.clock(message.at),
    delivery: message.delivery === null ? null : words.delivery(message.delivery),
    isTroubled: message.delivery !== null && !calm.has(message.delivery),
  };
}

/** @param {ReturnType<typeof bubble>} item */
function drawBubble(item) {
  return element(
    'li',
    { class: 'message', 'data-author': item.author, 'data-testid': 'message-row' },
    element(
      'div',
      { class: 'bubble' },
      element('span', { class: 'author' }, item.name),
      item.text !== '' && element('p', { class: 'text' }, item.text),
      ...item.attachments.map(({ name, url }) =>
        element(
          'p',
          { class: 'attachment' },
          /** Shown by the vendor, and without telling it from where: this page loads nothing from elsewhere. */
          url === undefined ? name : element('a', { href: url, target: '_blank', rel: 'noreferrer' }, name),
        ),
      ),
    ),
    element(
      'p',
      { class: 'below' },
      timeElement(item.at, item.time),
      item.delivery !== null &&
        element('span', { class: item.isTroubled ? 'delivery troubled' : 'delivery' }, item.delivery),
    ),
  );
}
