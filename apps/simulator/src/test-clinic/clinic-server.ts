import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

export type Received = { method: string; url: string; headers: IncomingHttpHeaders; body: Buffer };

export type ClinicServer = {
  url: string;
  received: readonly Received[];
  /** What the next requests get; 200 without it. */
  answerWith(answer: (request: Received, response: ServerResponse, index: number) => void): void;
  /** Resolves as soon as so many requests have come in. */
  waitFor(count: number): Promise<readonly Received[]>;
  close(): Promise<void>;
};

/** Stands for the clinic's server in tests: keeps what the vendors send. */
export async function startClinicServer(): Promise<ClinicServer> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  let answer = (_request: Received, response: ServerResponse, _index: number): void => {
    response.end();
  };
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = '', url = '', headers } = request;
    const kept = { method, url, headers, body: Buffer.concat(chunks) };
    received.push(kept);
    answer(kept, response, received.length - 1);
    for (const tell of waiting) tell();
  }
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The clinic server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    answerWith: (given) => {
      answer = given;
    },
    waitFor: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve([...received]);
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
