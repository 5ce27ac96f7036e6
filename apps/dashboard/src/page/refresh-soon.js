/**
 * Runs `work` whenever asked, but never twice at once: requests that come meanwhile are answered by one more run.
 * So a burst of steps costs two requests, and an older answer never overwrites a newer one.
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>} resolves when a run that began after the request is over
 */
export function refreshSoon(work) {
  /** @type {Promise<void> | null} */
  let running = null;
  /** @type {Promise<void> | null} */
  let next = null;

  async function run() {
    try {
      await work();
    } finally {
      running = null;
    }
  }

  return function refresh() {
    if (!running) return (running = run());
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return refresh();
      });
    return next;
  };
}
