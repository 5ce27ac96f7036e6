/**
 * @typedef {{ id: string, event: string, data: string }} StreamEvent
 */

/**
 * Reads Server-Sent Events from text that arrives in pieces cut anywhere. The browser's own EventSource
 * cannot send an access token in a header, so its parsing is done here, by the rules of the HTML standard,
 * "Server-sent events, interpreting an event stream".
 */
export function eventStreamParser() {
  let rest = '';
  let isStart = true;
  let lastId = '';
  let event = '';
  /** @type {string[]} */
  let data = [];

  /** @param {string} line */
  function read(line) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    if (field === 'id' && !value.includes('\0')) lastId = value;
  }

  return {
    /**
     * The events this piece completes. What is unfinished waits for the next piece.
     * @param {string} piece
     * @returns {StreamEvent[]}
     */
    push(piece) {
      rest += isStart ? piece.replace(/^\uFEFF/, '') : piece;
      isStart &&= piece === '';
      /** @type {StreamEvent[]} */
      const complete = [];
      for (;;) {
        const end = rest.search(/[\r\n]/);
        /** A carriage return at the very end may be half of a pair. */
        if (end < 0 || (rest[end] === '\r' && end === rest.length - 1)) return complete;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (rest.startsWith('\r\n', end) ? 2 : 1));
        if (line !== '') {
          read(line);
          continue;
        }
        if (data.length > 0) complete.push({ id: lastId, event: event || 'message', data: data.join('\n') });
        event = '';
        data = [];
      }
    },
  };
}
