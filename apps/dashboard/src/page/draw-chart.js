import { chartView } from './chart-view.js';
import { element } from './element.js';
import { showItems } from './show-items.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./chart-view.js').Chart} Chart
 * @typedef {import('./chart-view.js').ChartNode} ChartNode
 */

/**
 * The chart as nested boxes: a list of lists, so that it reads in order without being seen.
 * @param {HTMLElement} frame
 * @param {Chart} chart
 * @param {{ current: string, visited: ReadonlySet<string>, words: Words }} look
 */
export function drawChart(frame, chart, { current, visited, words }) {
  const root = chartView(chart, current, visited);
  const items = [...root.simple, ...root.compound].map((node) => ({
    key: node.path,
    language: words.language,
    node,
  }));
  showItems(frame, items, ({ node }) => drawState(node, words));
}

/** @param {ChartNode} node @param {Words} words @returns {HTMLElement} */
function drawState(node, words) {
  const label = words.stateShort(node.path);
  const attributes = { 'data-path': node.path, title: `${words.state(node.path)} (${node.path})` };
  const isSimple = node.simple.length + node.compound.length === 0;
  if (isSimple) {
    const className = [
      'state',
      node.isCurrent && 'current',
      node.wasVisited && 'visited',
      node.isInitial && 'initial',
    ];
    return element(
      'li',
      { ...attributes, class: classes(className), 'aria-current': node.isCurrent && 'step' },
      label,
      node.isInitial && hidden(words.ui.initial),
      node.isCurrent
        ? hidden(words.ui.chartLegendCurrent)
        : node.wasVisited && hidden(words.ui.chartLegendVisited),
    );
  }
  const root = node.path.split('.', 1)[0];
  const className = ['compound', node.isActive && 'active', node.isCurrent && 'current'];
  return element(
    'li',
    { ...attributes, class: classes(className), 'data-root': root },
    element('span', { class: 'compound-name' }, label),
    node.simple.length > 0 &&
      element('ul', { class: 'states' }, ...node.simple.map((inner) => drawState(inner, words))),
    node.compound.length > 0 &&
      element('ul', { class: 'compounds' }, ...node.compound.map((inner) => drawState(inner, words))),
  );
}

/** @param {string} text */
function hidden(text) {
  return element('span', { class: 'unseen' }, ` (${text})`);
}

/** @param {(string | false)[]} names */
function classes(names) {
  return names.filter(Boolean).join(' ');
}
