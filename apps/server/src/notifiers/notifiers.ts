import type { Notifier } from '@glowbot/core';
import { doorNotifier } from './door.ts';
import { emailNotifier } from './email.ts';

export type AlertConfig = {
  email: { smtpUrl: string; from: string } | undefined;
  /** Addresses of doors by the name people's ways use for them. */
  doors: { secret: string; urls: ReadonlyMap<string, string> } | undefined;
};

/** Every way of telling people that this server has been given. */
export function createNotifiers({ email, doors }: AlertConfig): Notifier[] {
  const { secret = '', urls = new Map<string, string>() } = doors ?? {};
  return [
    ...(email ? [emailNotifier(email)] : []),
    ...[...urls].map(([name, url]) => doorNotifier({ name, url, secret })),
  ];
}
