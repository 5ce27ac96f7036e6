import type { ServerResponse } from 'node:http';
import type { Answer } from '../http/answer.ts';
import type { World } from '../world/world.ts';

const heartbeatMs = 15_000;

/** Server-sent events for the chat page: each change of the world, as it happens. */
export function createLive(world: World): { open(customerId: string | null): Answer; close(): void } {
  const readers = new Map<ServerResponse, string | null>();
  const stopListening = world.onChange((change) => {
    const text = `event: ${change.kind}\ndata: ${JSON.stringify(change)}\n\n`;
    for (const [response, wanted] of readers) {
      if (wanted === null || wanted === customerOf(change)) response.write(text);
    }
  });
  // A silent connection that is dead at the other end is found by writing to it.
  const heartbeat = setInterval(() => {
    for (const response of readers.keys()) response.write(': still here\n\n');
  }, heartbeatMs);

  return {
    open: (customerId) => ({
      kind: 'stream',
      open(response) {
        readers.set(response, customerId);
        response.once('close', () => readers.delete(response));
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write('retry: 1000\n\n');
      },
    }),
    close() {
      stopListening();
      clearInterval(heartbeat);
    },
  };
}

function customerOf(change: Parameters<Parameters<World['onChange']>[0]>[0]): string {
  if (change.kind === 'customer') return change.customer.id;
  return change.kind === 'message' ? change.message.customerId : change.customerId;
}
