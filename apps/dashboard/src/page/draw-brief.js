import { byId, element } from './element.js';
import { showItems } from './show-items.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./read-model.js').Brief} Brief
 */

/**
 * What a handoff is about, above its messages, with replies that staff may take, change and send.
 * @param {Brief | null} brief
 * @param {Words} words
 * @param {(text: string) => void} onUse
 */
export function drawBrief(brief, { ui }, onUse) {
  byId('brief', HTMLElement).hidden = brief === null;
  if (!brief) return;
  byId('brief-title', HTMLElement).textContent = brief.title;
  byId('brief-by', HTMLElement).textContent = brief.by === 'model' ? ui.briefByModel : ui.briefByRules;
  byId('brief-summary', HTMLElement).textContent = brief.summary;
  byId('brief-replies-name', HTMLElement).hidden = brief.replies.length === 0;
  const rows = brief.replies.map((text) => ({ key: text, text, use: ui.useReply }));
  showItems(byId('brief-replies', HTMLElement), rows, ({ text, use }) => {
    const button = element('button', { type: 'button', class: 'plain' }, use);
    button.addEventListener('click', () => onUse(text));
    return element('li', { 'data-testid': 'brief-reply' }, element('span', {}, text), button);
  });
}
