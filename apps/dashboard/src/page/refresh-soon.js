/**
 * Runs `work` whenever asked, but never twice at once: requests that come meanwhile are answered by one more run.
 * So a burst of steps costs few requests, and an older answer never overwrites a newer one.
 * @param {() => Promise<void>} work
 * @param {() => Promise<void>} rest what lies between a run and the one asked for meanwhile
 * @returns {() => Promise<void>} resolves when a run that began after the request is over
 */
export function refreshSoon(work, rest) {
  /** @type {Promise<void> | null} */
  let running = null;
  /** @type {Promise<void> | null} */
  let next = null;

  /** @returns {Promise<void>} */
  function run() {
    running = work().finally(() => {
      running = null;
    });
    return running;
  }

  return function refresh() {
    if (next) return next;
    if (!running) return run();
    next = running
      .catch(() => {})
      .then(rest)
      .then(() => {
        next = null;
        return run();
      });
    return next;
  };
}
