import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The vendor's side of the benchmark: accepts every send at once and tells who was answered. */
export async function startFakeGraph(onReply: (customer: string) => void) {
  let sends = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const customer = /"recipient":\{"id":"(\d+)"\}/.exec(body)?.[1] ?? '';
      sends += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ recipient_id: customer, message_id: `m_${sends}` }));
      onReply(customer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
