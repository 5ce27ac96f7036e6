import { element, timeElement } from './element.js';
import { showItems } from './show-items.js';
import { stepEffects } from './step-effects.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./times.js').Times} Times
 * @typedef {import('./read-answers.js').StoredStep} StoredStep
 */

/**
 * What happened in the chart, newest first: the event, where it led, and what was said and asked on the way.
 * @param {HTMLElement} list
 * @param {readonly StoredStep[]} steps oldest first
 * @param {{ words: Words, times: Times, now: number }} look
 */
export function drawSteps(list, steps, { words, times, now }) {
  const items = steps.map((step) => view(step, words, times, now)).toReversed();
  showItems(list, items, drawStep);
}

/** @param {StoredStep} step @param {Words} words @param {Times} times @param {number} now */
function view(step, words, times, now) {
  const { spoken, done, isUnhandled } = stepEffects(step.detail);
  const day = times.day(step.at, now);
  const isToday = times.dateKey(step.at) === times.dateKey(now);
  return {
    key: step.cursor,
    event: step.event,
    eventLabel: words.event(step.event),
    from: step.from,
    to: step.to,
    fromLabel: words.state(step.from),
    toLabel: words.state(step.to),
    stayed: step.from === step.to ? words.ui.stayed : null,
    at: step.at,
    time: `${times.clockWithSeconds(step.at)}${isToday ? '' : `, ${day}`}`,
    spoken: spoken.map(({ kind, key, times: asked }) => ({
      kind,
      verb: words.ui[kind],
      key,
      label: words.copyKey(key) + (asked > 1 ? ` (${words.ui.timesAsked(asked)})` : ''),
    })),
    done: done.map(
      ({ name, reason }) => words.effect(name) + (reason === null ? '' : `: ${words.reason(reason)}`),
    ),
    unhandled: isUnhandled ? words.ui.unhandled : null,
  };
}

/** @param {ReturnType<typeof view>} step */
function drawStep(step) {
  return element(
    'li',
    {
      class: 'step',
      'data-testid': 'step-row',
      'data-event': step.event,
      'data-from': step.from,
      'data-to': step.to,
    },
    element(
      'div',
      { class: 'step-head' },
      element('strong', { title: step.event }, step.eventLabel),
      timeElement(step.at, step.time),
    ),
    element(
      'p',
      { class: 'move' },
      step.stayed === null
        ? element('span', { class: 'from', title: step.from }, step.fromLabel)
        : element('span', { class: 'quiet' }, step.stayed),
      step.stayed === null && element('span', { class: 'arrow' }),
      element('span', { class: 'to', title: step.to }, step.toLabel),
    ),
    step.spoken.length > 0 &&
      element(
        'ul',
        { class: 'spoken' },
        ...step.spoken.map(({ kind, verb, key, label }) =>
          element(
            'li',
            { 'data-kind': kind, 'data-key': key, title: key },
            element('b', {}, `${verb}:`),
            ` ${label}`,
          ),
        ),
      ),
    step.done.length > 0 && element('p', { class: 'done' }, step.done.join(' · ')),
    step.unhandled !== null && element('p', { class: 'done' }, step.unhandled),
  );
}
