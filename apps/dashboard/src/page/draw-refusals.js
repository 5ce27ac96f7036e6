import { byId, element, timeElement } from './element.js';
import { showItems } from './show-items.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./times.js').Times} Times
 * @typedef {import('./read-model.js').ModelCall} ModelCall
 */

/**
 * What the model wanted to say in a conversation and was not let: the customer got the clinic's own sentence.
 * @param {readonly ModelCall[]} calls
 * @param {{ words: Words, times: Times, now: number }} look
 */
export function drawRefusals(calls, { words, times, now }) {
  const refused = calls.filter(({ outcome }) => outcome === 'refused').toReversed();
  byId('refusals-part', HTMLElement).hidden = refused.length === 0;
  const rows = refused.map(({ id, use, objections, at }) => ({
    key: id,
    what: use === 'brief' ? words.ui.refusedBrief : words.ui.refusedWording,
    objections,
    at,
    time: times.brief(at, now),
  }));
  showItems(byId('refusals', HTMLElement), rows, ({ what, objections, at, time }) =>
    element(
      'li',
      { class: 'refusal', 'data-testid': 'refusal' },
      element('p', {}, what, ' ', timeElement(at, time, 'quiet')),
      element('ul', { lang: 'en', class: 'quiet' }, ...objections.map((why) => element('li', {}, why))),
    ),
  );
}
