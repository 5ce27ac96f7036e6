import { element, timeElement } from './element.js';
import { fragmentOf } from './session.js';
import { showItems } from './show-items.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./times.js').Times} Times
 * @typedef {import('./read-answers.js').ConversationSummary} ConversationSummary
 */

/**
 * How much a conversation needs a person: it colours its mark.
 * @param {Pick<ConversationSummary, 'mode' | 'state'>} conversation
 * @returns {'waiting' | 'staff' | 'bot'}
 */
export function careOf({ mode, state }) {
  if (mode === 'automated') return 'bot';
  return state.endsWith('.waitingForStaff') ? 'waiting' : 'staff';
}

/**
 * @param {HTMLElement} list
 * @param {readonly ConversationSummary[]} conversations
 * @param {{ openId: string | null, words: Words, times: Times, now: number, titles: Map<string, string | undefined> }} look
 */
export function drawConversations(list, conversations, { openId, words, times, now, titles }) {
  const rows = conversations.map((conversation) => ({
    key: conversation.id,
    channel: words.channel(conversation.channel),
    channelName: conversation.channel,
    customer: conversation.customerName ?? words.ui.unnamed,
    isUnnamed: conversation.customerName === null,
    state: words.state(conversation.state),
    title: titles.get(conversation.id) ?? null,
    path: conversation.state,
    care: careOf(conversation),
    at: conversation.lastMessageAt,
    time:
      conversation.lastMessageAt === null
        ? words.ui.noMessageYet
        : times.brief(conversation.lastMessageAt, now),
  }));
  showItems(list, rows, (row) =>
    element(
      'li',
      {},
      element(
        'a',
        {
          class: 'row',
          href: fragmentOf(row.key),
          'data-testid': 'conversation-row',
          'data-conversation': row.key,
          'data-state': row.path,
          'data-care': row.care,
        },
        element('span', { class: `row-customer${row.isUnnamed ? ' quiet' : ''}` }, row.customer),
        row.at === null
          ? element('span', { class: 'row-time' }, row.time)
          : timeElement(row.at, row.time, 'row-time'),
        element('span', { class: 'row-state' }, element('span', { class: 'mark' }), row.state),
        element('span', { class: 'channel', 'data-channel': row.channelName }, row.channel),
        row.title !== null && element('span', { class: 'row-title quiet' }, row.title),
      ),
    ),
  );
  for (const row of list.querySelectorAll('.row')) {
    if (row.getAttribute('data-conversation') === openId) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  }
}
