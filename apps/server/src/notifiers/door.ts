import { createHmac } from 'node:crypto';
import type { AlertOutcome, Notifier } from '@glowbot/core';

export type DoorOptions = { name: string; url: string; secret: string };

const answerWithinMs = 10_000;

/**
 * A door to a way of the operator's own: an SMS gateway, a Zalo or Telegram bot. Every alert is posted there as JSON, signed over
 * its exact bytes, so that the door knows who knocks; it answers 2xx once it has taken the alert over.
 */
export function doorNotifier({ name, url, secret }: DoorOptions): Notifier {
  return {
    name,
    async deliver(alert, to): Promise<AlertOutcome> {
      const body = JSON.stringify({ ...alert, to });
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-glowbot-signature': `sha256=${signature}` },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(answerWithinMs),
        });
        await answer.body?.cancel();
        return outcomeOf(answer.status);
      } catch {
        return { kind: 'retry', code: 'no-answer' };
      }
    },
  };
}

function outcomeOf(status: number): AlertOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  const maySucceed = status >= 500 || status === 408 || status === 429;
  return { kind: maySucceed ? 'retry' : 'failed', code: `http-${status}` };
}
