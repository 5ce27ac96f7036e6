import type { ChannelAdapter, OpenAccount, SendOutcome } from '../contracts/channel-adapter.ts';
import type { OutboxSettlement, SendJob } from '../contracts/outbox-store.ts';
import { guard, knownFrom } from '../copy/guard/index.ts';
import { minuteMs } from '../domain/clinic-time.ts';
import type { ClinicCache } from './clinic-cache.ts';
import type { EngineParts } from './engine-parts.ts';
import type { OpenedAccounts } from './opened-accounts.ts';
import { policy } from './policy.ts';
import { renewAccount } from './renew-account.ts';
import { wordWithModel } from './word-with-model.ts';

type DispatchParts = Pick<
  EngineParts,
  'store' | 'channels' | 'clock' | 'newId' | 'idOf' | 'notice' | 'languageModel' | 'keeping'
>;

/** Attempts that were proven not to have been said may be repeated this often. */
const mostAttempts = 5;
/** How long an unknown outcome is looked up before a person is asked to look. */
const mostLookUps = 6;

/** What dispatching draws on beside its parts: kept from one message to the next. */
export type DispatchDesk = { clinics: ClinicCache; accounts: OpenedAccounts };

/** Brings one outbox row to its end: worded, allowed, said once, and settled. A row that cannot even be worded goes to a person. */
export async function dispatch(
  parts: DispatchParts,
  desk: DispatchDesk,
  workerId: string,
  job: SendJob,
): Promise<void> {
  let settlement: Settlement | undefined;
  try {
    settlement = await bringToItsEnd(parts, desk, workerId, job);
  } catch (error) {
    parts.notice({ level: 'error', what: 'dispatch failed', ids: { outboxId: job.id }, error });
    /** Whether it left is not known: what was already on its way is looked up, what never left is a defect. */
    settlement =
      job.state === 'unknown' && job.lookUps < mostLookUps
        ? { kind: 'unknown', afterMs: 5_000, why: 'look-up failed' }
        : { kind: 'failed', next: 'defect', vendorCode: 'not-sendable' };
  }
  if (settlement) await settle(parts, workerId, job, settlement);
}

async function bringToItsEnd(
  parts: DispatchParts,
  desk: DispatchDesk,
  workerId: string,
  job: SendJob,
): Promise<Settlement | undefined> {
  const adapter = parts.channels.get(job.channel);
  if (!adapter) return { kind: 'failed', next: 'account-attention', vendorCode: 'no-such-channel' };
  const opened = await desk.accounts.get(job.scope, job.accountId);
  if (opened.state !== 'connected')
    return { kind: 'failed', next: 'account-attention', vendorCode: `account-${opened.state}` };
  const account = {
    externalId: opened.externalId,
    credentials: adapter.credentials.parse(opened.credentials),
  };
  if (job.state === 'unknown') return lookUp(parts, adapter, account, job);
  const settlement = await wordAndSend(parts, desk.clinics, workerId, adapter, account, job);
  return settlement?.kind === 'failed' && settlement.next === 'renew-token'
    ? afterRenewal(parts, desk, job, opened.version, settlement)
    : settlement;
}

/** The vendor did not take the access token, so nothing was said. With a newer one the same words may go. */
async function afterRenewal(
  parts: DispatchParts,
  { accounts }: DispatchDesk,
  job: SendJob,
  version: number,
  refused: Extract<Settlement, { kind: 'failed' }>,
): Promise<Settlement> {
  const { keeping } = parts;
  const { scope, accountId, channel } = job;
  accounts.forget(accountId);
  if (!keeping) return refused;
  if (!keeping.connectors.get(channel)?.renew) {
    const trouble = { trouble: 'grant-lost', code: refused.vendorCode, isLost: true } as const;
    await keeping.store.noteTrouble(scope, accountId, trouble);
    return refused;
  }
  const renewed = await renewAccount(parts, keeping, { scope, accountId, channel, version });
  if (renewed === 'lost' || job.attempts >= mostAttempts) return refused;
  return {
    kind: 'retry',
    afterMs: renewed === 'renewed' ? 0 : 2_000 * job.attempts + 1_000,
    vendorCode: refused.vendorCode,
  };
}

type Settlement = OutboxSettlement extends infer S
  ? S extends OutboxSettlement
    ? Omit<S, 'id' | 'clinicId'>
    : never
  : never;

async function wordAndSend(
  parts: DispatchParts,
  clinics: ClinicCache,
  workerId: string,
  adapter: ChannelAdapter,
  account: OpenAccount<unknown>,
  job: SendJob,
): Promise<Settlement | undefined> {
  const { clinic, claimable } = await clinics.get(job.clinicId, job.clinicVersion, job.scope);
  const now = parts.clock();
  const verdict = policy(job, adapter.capabilities, clinic.zone, now);
  if (verdict.kind === 'withheld') return { kind: 'withheld', why: verdict.why };
  if (verdict.kind === 'postponed')
    return { kind: 'retry', afterMs: verdict.afterMs, vendorCode: verdict.why };

  const context = { records: claimable(), now, known: knownFrom(job.plan, clinic) };
  const { text, choices } = await wordWithModel(parts, job, clinic, now, (worded) => {
    const verdictOnWording = guard(worded, context);
    return verdictOnWording.ok ? [] : verdictOnWording.reasons;
  });
  /** A model's wording has passed the guard. A template is made of records; a refusal is reported, for one of the two is wrong. */
  const judged = guard(text, context);
  if (!judged.ok) {
    const whys = [...new Set(judged.refused.map(({ refused }) => refused))].join(' ');
    parts.notice({ level: 'warn', what: 'guard doubts a template', ids: { outboxId: job.id, whys } });
  }
  const calls = adapter.render({ key: job.id, contactId: job.contactId, text, choices });
  const [authorised] = await parts.store.authoriseSends(workerId, [
    { id: job.id, clinicId: job.clinicId, texts: [text], choices },
  ]);
  /** Not allowed: somebody took over, or an earlier message is still open. The row keeps its own account of that. */
  if (!authorised?.allowed) return undefined;
  try {
    return settlementOf(await adapter.send(calls, account), job, text);
  } catch (error) {
    /** The words are stored and allowed, so the request may have left: only the vendor can say. */
    parts.notice({ level: 'error', what: 'send broke off', ids: { outboxId: job.id }, error });
    return { kind: 'unknown', afterMs: 1_000, why: 'send broke off' };
  }
}

function settlementOf(outcome: SendOutcome, job: SendJob, text: string): Settlement {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', vendorMessageIds: outcome.messageIds, text };
    case 'unknown':
      return { kind: 'unknown', afterMs: 1_000, why: outcome.why };
    case 'failed': {
      const mayRepeat = outcome.next === 'retry' && outcome.sentParts === 0 && job.attempts < mostAttempts;
      /** A first part has been said: whoever says the rest must know, however good the next token is. */
      if (outcome.next === 'renew-token' && outcome.sentParts > 0)
        return { kind: 'failed', next: 'defect', vendorCode: outcome.vendorCode };
      if (!mayRepeat) return { kind: 'failed', next: outcome.next, vendorCode: outcome.vendorCode };
      return {
        kind: 'retry',
        afterMs: Math.min(500 * 4 ** job.attempts, 5 * minuteMs),
        vendorCode: outcome.vendorCode,
      };
    }
  }
}

/** Perhaps it was said. The vendor's own record decides; only what it does not show may be said again. */
async function lookUp(
  parts: DispatchParts,
  adapter: ChannelAdapter,
  account: OpenAccount<unknown>,
  job: SendJob,
): Promise<Settlement> {
  const found = await adapter.lookUp(
    { key: job.id, contactId: job.contactId, texts: job.texts, notBefore: job.sendingAt ?? parts.clock() },
    account,
  );
  switch (found.kind) {
    case 'found':
      return { kind: 'sent', vendorMessageIds: found.messageIds, text: job.texts.join('\n') };
    case 'absent':
      return { kind: 'retry', afterMs: 0, vendorCode: 'absent-at-vendor' };
    case 'unsure':
      return job.lookUps >= mostLookUps
        ? { kind: 'failed', next: 'defect', vendorCode: `unsure: ${found.why}` }
        : { kind: 'unknown', afterMs: 2_000 * 2 ** job.lookUps, why: found.why };
  }
}

/** A final failure leaves a customer unanswered: the conversation goes to a person. */
async function settle(
  parts: DispatchParts,
  workerId: string,
  job: SendJob,
  settlement: Settlement,
): Promise<void> {
  await parts.store.settleSends(workerId, [{ ...settlement, id: job.id, clinicId: job.clinicId }]);
  if (settlement.kind !== 'failed') return;
  parts.notice({
    level: 'warn',
    what: 'message not delivered',
    ids: {
      outboxId: job.id,
      conversationId: job.conversationId,
      next: settlement.next,
      code: settlement.vendorCode,
    },
  });
  if (settlement.next !== 'not-ours') {
    await parts.store.receiveFromHouse(job.scope, job.conversationId, {
      kind: 'delivery.failed',
      id: `delivery.failed:${job.id}`,
      at: parts.clock(),
      why: settlement.next,
    });
  }
}
