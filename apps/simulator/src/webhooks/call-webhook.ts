import { Agent, request } from 'node:http';

type WebhookCall = {
  url: string;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: Buffer;
  deadlineMs: number;
};

/** What the clinic's server did with a call; `late` is no complete answer before the vendor's deadline. */
type WebhookOutcome =
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'late' }
  | { kind: 'unreachable' };

export type WebhookCaller = { call(call: WebhookCall): Promise<WebhookOutcome>; close(): void };

/** Verification answers are short; anything longer is only drained. */
const keptCharacters = 4096;

export function createWebhookCaller(): WebhookCaller {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const stops = new Set<() => void>();
  return {
    call: ({ url, method, headers, body, deadlineMs }) =>
      new Promise((resolve) => {
        const settle = (outcome: WebhookOutcome) => {
          clearTimeout(deadline);
          stops.delete(stop);
          resolve(outcome);
        };
        const outgoing = request(url, { method, agent, headers }, (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            if (text.length < keptCharacters) text += chunk;
          });
          answer.on('end', () => settle({ kind: 'answered', status: answer.statusCode ?? 0, body: text }));
          answer.on('error', () => settle({ kind: 'unreachable' }));
        });
        const stop = () => {
          outgoing.destroy();
          settle({ kind: 'late' });
        };
        const deadline = setTimeout(stop, deadlineMs);
        stops.add(stop);
        outgoing.on('error', () => settle({ kind: 'unreachable' }));
        outgoing.end(body);
      }),
    close() {
      for (const stop of stops) stop();
      agent.destroy();
    },
  };
}
