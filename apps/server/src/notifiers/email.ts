import type { AlertOutcome, Notifier } from '@glowbot/core';
import { createTransport } from 'nodemailer';

export type EmailOptions = { smtpUrl: string; from: string };

/** One plain address: a list or a display name could send an alert to somebody nobody meant. */
const oneAddress = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/;

/** Tells people by e-mail, through the operator's own mail server. */
export function emailNotifier({ smtpUrl, from }: EmailOptions): Notifier {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain =
    from
      .split('@')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') ?? 'localhost';
  return {
    name: 'email',
    async deliver({ id, priority, title, text, link }, to): Promise<AlertOutcome> {
      if (!oneAddress.test(to)) return { kind: 'failed', code: 'not-an-address' };
      try {
        await transport.sendMail({
          from,
          to,
          subject: title,
          text: `${text}\n\n${link}\n`,
          priority: priority === 'urgent' ? 'high' : 'normal',
          /** A mail program shows a repeated attempt once. */
          messageId: `<alert-${id}@${domain}>`,
        });
        return { kind: 'delivered' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** SMTP says with 5xx that trying again is of no use; everything else may be better in a moment. */
function outcomeOf(error: unknown): AlertOutcome {
  const told = error instanceof Error ? error : new Error('no error');
  const response: unknown = Reflect.get(told, 'responseCode');
  if (typeof response === 'number') {
    return { kind: response >= 500 ? 'failed' : 'retry', code: `smtp-${response}` };
  }
  const code: unknown = Reflect.get(told, 'code');
  return { kind: 'retry', code: typeof code === 'string' ? code : 'no-answer' };
}
