import type { TroubleToTell } from '../contracts/account-store.ts';
import type { Alert } from '../contracts/notifier.ts';
import { accountAlertWords } from '../copy/account-alert-words.ts';
import type { OnCallPerson } from '../domain/clinic.ts';
import { onCallOf } from '../domain/on-call.ts';
import type { EngineParts } from './engine-parts.ts';
import type { KeepingDesk } from './renew-account.ts';

/**
 * Tells everybody on the clinic's list that an account is not connected: without it the bot is silent, and all of them must look
 * into the vendor's own inbox until it is. True once somebody was told.
 */
export async function tellTrouble(
  parts: Pick<EngineParts, 'store' | 'notifiers' | 'clock' | 'notice'>,
  desk: KeepingDesk,
  { scope, account }: TroubleToTell,
): Promise<boolean> {
  const { clinic } = await parts.store.loadClinic(scope);
  const { trouble, troubleCode, troubleSince } = account;
  if (trouble === null) return true;
  const why =
    desk.connectors.get(account.channel)?.explain(trouble, troubleCode) ?? 'Tài khoản không còn kết nối.';
  const words = accountAlertWords(clinic, {
    account: account.name,
    why,
    since: troubleSince ?? parts.clock(),
    isLost: account.state === 'lost',
  });
  const alert: Alert = {
    id: `${account.id}:${trouble}:${troubleSince ?? 0}`,
    priority: account.state === 'lost' ? 'urgent' : 'normal',
    ...words,
    link: desk.accountsLink(),
  };
  const told = await Promise.all(onCallOf(clinic).people.map((person) => tellPerson(parts, alert, person)));
  return told.some(Boolean);
}

/** By the first of their ways that takes it. */
async function tellPerson(
  { notifiers, notice }: Pick<EngineParts, 'notifiers' | 'notice'>,
  alert: Alert,
  { key, ways }: OnCallPerson,
): Promise<boolean> {
  for (const { notifier: name, to } of ways) {
    try {
      const outcome = await notifiers.get(name)?.deliver(alert, to);
      if (outcome?.kind === 'delivered') return true;
      notice({
        level: 'warn',
        what: 'account alert not delivered',
        ids: { person: key, notifier: name, code: outcome?.code ?? 'not-configured' },
      });
    } catch (error) {
      notice({
        level: 'error',
        what: 'account alert broke off',
        ids: { person: key, notifier: name },
        error,
      });
    }
  }
  return false;
}
