import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

export type Webhooks = {
  /** Posts one signed text message; resolves with the status once the server has acknowledged it. */
  post(customer: string, text: string): Promise<number>;
  close(): void;
};

/** Meta's side of the benchmark, signed without any code of the product. */
export function webhookClient(options: { url: string; pageId: string; appSecret: string }): Webhooks {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const target = new URL('/webhooks/facebook', options.url);
  let messages = 0;
  return {
    post(customer, text) {
      messages += 1;
      const at = Date.now();
      const body = JSON.stringify({
        object: 'page',
        entry: [
          {
            id: options.pageId,
            time: at,
            messaging: [
              {
                sender: { id: customer },
                recipient: { id: options.pageId },
                timestamp: at,
                message: { mid: `m_in_${messages}_${at}`, text },
              },
            ],
          },
        ],
      });
      const mac = createHmac('sha256', options.appSecret).update(body).digest('hex');
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-hub-signature-256': `sha256=${mac}`,
      };
      return new Promise((resolve, reject) => {
        const call = request(target, { method: 'POST', agent, headers }, (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
        });
        call.on('error', reject);
        call.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
