import type { DueGap, KnownMessage } from '../contracts/account-store.ts';
import type { InboundEvent } from '../contracts/inbound-event.ts';
import { dayMs, hourMs, type Instant, minuteMs } from '../domain/clinic-time.ts';
import type { EngineParts } from './engine-parts.ts';
import type { KeepingDesk } from './renew-account.ts';
import { toConversationId } from './to-conversation-id.ts';

type FillParts = Pick<EngineParts, 'store' | 'clock' | 'idOf' | 'notice'>;
type Told = Extract<InboundEvent, { kind: 'message' | 'echo' }>;

/** What came just before the last look may have been on its way then. */
const overlapMs = 10 * minuteMs;
/** Older words are nobody's to find by machine. */
const oldestMs = 7 * dayMs;
/** Our own words are known for a day; of an older echo nobody could say whether it is ours. */
const oldestEchoMs = 20 * hourMs;
/** The vendor's list and its webhook may print one moment differently. */
const sameMomentMs = 3_000;

/**
 * Webhooks are not the truth: the vendor's own list of what was said is read, and what never arrived is taken in, once, in order,
 * marked as late. It waits in the same inbox as everything else, so a colleague's answer that was missed with it is heard first.
 */
export async function fillGaps(
  parts: FillParts,
  desk: KeepingDesk,
  gap: DueGap,
): Promise<{ found: number } | { unread: string }> {
  const { account, reconciledAt, connectedAt } = gap;
  const connector = desk.connectors.get(account.channel);
  const opened = await parts.store.openAccount(account.scope, account.accountId);
  if (!connector?.readSince || opened.state !== 'connected') return { unread: 'not readable' };
  const now = parts.clock();
  /** What was said before an account was first connected is not ours to read. */
  const from = reconciledAt === null ? connectedAt : reconciledAt - overlapMs;
  const since = Math.max(from, now - oldestMs);
  const read = await connector.readSince(opened, since, desk.pause);
  if (read.kind === 'unclear') return { unread: read.why };

  const known = await desk.store.knownMessages(account.scope, account.accountId, since - minuteMs);
  const missing = missingFrom(read.events, known)
    .filter((event) => event.kind === 'message' || now - event.at < oldestEchoMs)
    .toSorted((one, other) => one.at - other.at);
  if (missing.length > 0) {
    await parts.store.receive(
      missing.map((event) => ({
        account,
        conversationId: toConversationId(parts, account, event.contactId),
        event: event.kind === 'message' ? { ...event, isLate: true as const } : event,
      })),
    );
    parts.notice({
      level: 'warn',
      what: 'messages found that no webhook brought',
      ids: { accountId: account.accountId, channel: account.channel, found: missing.length },
    });
  }
  await desk.store.reconciled(
    account.scope,
    account.accountId,
    read.isWhole ? now : (reconciledAt ?? connectedAt),
  );
  return { found: missing.length };
}

/** By the vendor's id; and, in case a list has ids of its own, by who said what to whom when, each known message standing for one. */
function missingFrom(events: readonly InboundEvent[], known: readonly KnownMessage[]): Told[] {
  const ids = new Set(known.map(({ id }) => id));
  const listed = events.filter((event): event is Told => event.kind === 'message' || event.kind === 'echo');
  const listedIds = new Set(listed.map(({ id }) => id));
  const unmatched = new Map<string, Instant[]>();
  for (const { id, ...message } of known) {
    if (!listedIds.has(id))
      unmatched.set(keyOf(message), [...(unmatched.get(keyOf(message)) ?? []), message.at]);
  }
  return listed.filter((event) => {
    if (ids.has(event.id)) return false;
    const moments = unmatched.get(keyOf(event)) ?? [];
    const same = moments.findIndex((at) => Math.abs(at - event.at) <= sameMomentMs);
    if (same >= 0) moments.splice(same, 1);
    return same < 0;
  });
}

function keyOf({ kind, contactId, text }: { kind: string; contactId: string; text: string }): string {
  return JSON.stringify([kind, contactId, text.normalize('NFC').trim()]);
}
