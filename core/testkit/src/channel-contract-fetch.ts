/** An answer of the vendor, word for word. */
export type ScriptedAnswer = { status: number; body: string };

/** Gives the answers one after the other; a further request is cut off, as if the line had died. */
export function answersInTurn(answers: readonly ScriptedAnswer[]): typeof globalThis.fetch {
  const left = [...answers];
  return () => {
    const answer = left.shift();
    if (!answer) return Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }));
    return Promise.resolve(new Response(answer.body, { status: answer.status }));
  };
}

/** Takes the request and says nothing until the caller gives up. */
export const neverAnswers: typeof globalThis.fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('timed out', 'TimeoutError')));
  });

/** Nobody listens there: the request cannot have left. */
export const refusesConnection: typeof globalThis.fetch = () =>
  Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED', syscall: 'connect' } }));
