/**
 * @typedef {{ name: string, initial?: string, events?: readonly string[], states?: readonly ChartState[] }} ChartState
 * A state as the API describes it.
 * @typedef {Omit<ChartState, 'name'> & { name?: string, id?: string }} Chart
 * @typedef {object} ChartNode A state as it is drawn.
 * @property {string} path
 * @property {boolean} isInitial The compound around it begins here.
 * @property {boolean} isActive The conversation is in it or in a state inside it.
 * @property {boolean} isCurrent The conversation is in it, and in nothing inside it.
 * @property {boolean} wasVisited
 * @property {ChartNode[]} simple States with nothing inside, in order.
 * @property {ChartNode[]} compound States with states inside, in order.
 */

/**
 * The chart as it is drawn for a conversation in state `current`: in every state the simple states first, then the boxes.
 * @param {Chart} chart
 * @param {string} current e.g. `automated.book.askingTime`
 * @param {ReadonlySet<string>} visited paths
 * @returns {ChartNode}
 */
export function chartView(chart, current, visited) {
  const known = deepestKnown(chart, current);

  /**
   * @param {Chart} state
   * @param {string} path
   * @param {boolean} isInitial
   * @returns {ChartNode}
   */
  function view(state, path, isInitial) {
    const nodes = (state.states ?? []).map((inner) => ({
      isCompound: (inner.states ?? []).length > 0,
      node: view(inner, path === '' ? inner.name : `${path}.${inner.name}`, inner.name === state.initial),
    }));
    return {
      path,
      isInitial,
      isActive: path === '' || known === path || known.startsWith(`${path}.`),
      isCurrent: path !== '' && known === path,
      wasVisited: visited.has(path),
      simple: nodes.filter(({ isCompound }) => !isCompound).map(({ node }) => node),
      compound: nodes.filter(({ isCompound }) => isCompound).map(({ node }) => node),
    };
  }

  return view(chart, '', false);
}

/**
 * The part of a path that the chart knows: a conversation may rest in a state that a newer chart no longer has.
 * @param {Chart} chart
 * @param {string} path
 */
export function deepestKnown(chart, path) {
  return statesAlong(chart, path)
    .map(({ name }) => name)
    .join('.');
}

/**
 * The events that can move a conversation on from where it is, nearest state first.
 * @param {Chart} chart
 * @param {string} current
 * @returns {string[]}
 */
export function eventsFrom(chart, current) {
  const events = statesAlong(chart, current)
    .toReversed()
    .flatMap((state) => state.events ?? []);
  return [...new Set(events)];
}

/**
 * The chart that knows most of this state.
 * @template {Chart} C
 * @param {readonly C[]} charts
 * @param {string} current
 * @returns {C | undefined}
 */
export function chartWith(charts, current) {
  const depth = (/** @type {C} */ chart) => statesAlong(chart, current).length;
  return charts.toSorted((a, b) => depth(b) - depth(a))[0];
}

/**
 * @param {Chart} chart
 * @param {string} path
 * @returns {ChartState[]}
 */
function statesAlong(chart, path) {
  /** @type {ChartState[]} */
  const found = [];
  /** @type {Chart} */
  let state = chart;
  for (const name of path.split('.')) {
    const inner = state.states?.find((candidate) => candidate.name === name);
    if (!inner) break;
    found.push(inner);
    state = inner;
  }
  return found;
}
