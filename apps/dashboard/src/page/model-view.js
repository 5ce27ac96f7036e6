import { byId, element } from './element.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./read-model.js').Model} Model
 */

/** Whether the language model takes part just now, and what it did this month. */
export function modelView() {
  const button = byId('model-open', HTMLButtonElement);
  const dialog = byId('model', HTMLDialogElement);
  button.addEventListener('click', () => dialog.showModal());
  byId('model-close', HTMLButtonElement).addEventListener('click', () => dialog.close());

  return {
    /** @param {Model | null} model null: nothing is known of one @param {Words} words */
    show(model, words) {
      button.hidden = model === null;
      if (!model) {
        dialog.close();
        return;
      }
      const isHelping = model.state === 'helping';
      button.textContent = isHelping ? words.ui.modelHelping : words.ui.modelAway;
      button.dataset['state'] = model.state;
      const why = model.why === null ? '' : ` (${words.modelFailure(model.why)})`;
      byId('model-state', HTMLElement).textContent = words.modelState(model.state) + why;
      byId('model-figures', HTMLElement).replaceChildren(
        ...figuresOf(model, words).flatMap(([name, value]) => [
          element('dt', {}, name),
          element('dd', {}, value),
        ]),
      );
    },
  };
}

/**
 * @param {Model} model
 * @param {Words} words
 * @returns {[name: string, value: string][]}
 */
function figuresOf(model, { ui, language }) {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const dollars = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 4,
  });
  const share = (/** @type {number | null} */ value) => (value === null ? '–' : percent.format(value));
  const unpriced = model.unpriced.length > 0 ? ` + ${model.unpriced.join(', ')}` : '';
  const [year, month] = model.month.split('-');
  return [
    [ui.modelMonth, `${month}/${year}`],
    [ui.modelTurns, number.format(model.turns)],
    [ui.modelWithoutCall, share(model.shareWithoutCall)],
    [ui.modelCalls, number.format(model.calls)],
    [ui.modelRefused, number.format(model.refused)],
    [ui.modelFailed, number.format(model.failed)],
    [ui.modelCacheRead, share(model.cacheReadShare)],
    [ui.modelTokens, number.format(model.tokensTaken)],
    [ui.modelTokensLeft, `${number.format(model.tokensLeft)} / ${number.format(model.tokenBudget)}`],
    [ui.modelCost, dollars.format(model.costUsd) + unpriced],
  ];
}
