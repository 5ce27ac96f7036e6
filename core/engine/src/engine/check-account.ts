import type { AccountConnector, GrantedAccount } from '../contracts/account-connector.ts';
import type { ClinicScope } from '../contracts/clinic-scope.ts';
import type { EngineParts } from './engine-parts.ts';
import { type KeepingDesk, renewAccount, renewalTime } from './renew-account.ts';

type CheckParts = Pick<EngineParts, 'store' | 'clock' | 'newId' | 'notice'>;

/** What a check has found: everything as it should be, mended on the way, in trouble, or nobody could be asked. */
export type Checked = 'good' | 'mended' | 'trouble' | 'unclear';

/** Stores an account that its owner has consented to connect, and makes the vendor send its events here. */
export async function connectGranted(
  { store, clock }: Pick<EngineParts, 'store' | 'clock'>,
  desk: KeepingDesk,
  connector: AccountConnector,
  scope: ClinicScope,
  granted: GrantedAccount<unknown>,
): Promise<{ accountId: string; subscribed: boolean }> {
  const { externalId, credentials } = granted;
  const expiresAt = connector.expiresAt(credentials);
  const accountId = await store.connectAccount(scope, {
    ...granted,
    channel: connector.channel,
    expiresAt,
    renewAt: renewalTime(expiresAt, clock()),
  });
  /** Connected again, there may be words that nobody brought in between. */
  await desk.store.askToReconcile(scope, accountId);
  const refused = await connector.subscribe({ externalId, credentials });
  if (refused)
    await desk.store.noteTrouble(scope, accountId, {
      trouble: 'unsubscribed',
      code: refused.code,
      isLost: false,
    });
  return { accountId, subscribed: refused === undefined };
}

/** Asks the vendor how an account is, mends what can be mended, and writes down the rest. */
export async function checkAccount(
  parts: CheckParts,
  desk: KeepingDesk,
  { scope, accountId, channel }: { scope: ClinicScope; accountId: string; channel: string },
): Promise<Checked> {
  const connector = desk.connectors.get(channel);
  const opened = await parts.store.openAccount(scope, accountId);
  if (!connector || opened.state === 'disconnected') return 'unclear';
  const { externalId, credentials, version } = opened;
  const note = (trouble: Parameters<KeepingDesk['store']['noteTrouble']>[2]) =>
    desk.store.noteTrouble(scope, accountId, trouble);

  const probe = await connector.probe({ externalId, credentials });
  switch (probe.kind) {
    case 'good':
      await note(null);
      return 'good';
    case 'unclear':
      return 'unclear';
    case 'dead': {
      if (connector.renew && opened.state === 'connected') {
        const renewed = await renewAccount(parts, desk, { scope, accountId, channel, version });
        return renewed === 'renewed' ? 'mended' : renewed === 'later' ? 'unclear' : 'trouble';
      }
      await note({ trouble: 'grant-lost', code: probe.code, isLost: true });
      return 'trouble';
    }
    case 'trouble': {
      const { trouble, code } = probe;
      const refused =
        trouble === 'unsubscribed' ? await connector.subscribe({ externalId, credentials }) : { code };
      await note(refused ? { trouble, code: refused.code, isLost: false } : null);
      return refused ? 'trouble' : 'mended';
    }
  }
}
