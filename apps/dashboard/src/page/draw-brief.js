import { byId, element } from './element.js';
import { showItems } from './show-items.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./read-model.js').Brief} Brief
 */

/**
 * What a handoff is about, above its messages, with replies to copy: staff answer in the channel's own inbox.
 * @param {Brief | null} brief
 * @param {Words} words
 */
export function drawBrief(brief, { ui }) {
  byId('brief', HTMLElement).hidden = brief === null;
  if (!brief) return;
  byId('brief-title', HTMLElement).textContent = brief.title;
  byId('brief-by', HTMLElement).textContent = brief.by === 'model' ? ui.briefByModel : ui.briefByRules;
  byId('brief-summary', HTMLElement).textContent = brief.summary;
  byId('brief-replies-name', HTMLElement).hidden = brief.replies.length === 0;
  const rows = brief.replies.map((text) => ({ key: text, text, copy: ui.copy, copied: ui.copied }));
  showItems(byId('brief-replies', HTMLElement), rows, ({ text, copy, copied }) => {
    const button = element('button', { type: 'button', class: 'plain' }, copy);
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = copied;
      });
    });
    return element('li', { 'data-testid': 'brief-reply' }, element('span', {}, text), button);
  });
}
