import type { WebhookRequest } from '../contracts/channel-adapter.ts';
import type { ChannelAdapter } from '../contracts/channel-adapter.ts';
import type { Arrival } from '../contracts/turn-store.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { EngineParts } from './engine-parts.ts';
import { toConversationId } from './to-conversation-id.ts';

export type Receipt =
  | { kind: 'handshake'; answer: string }
  | { kind: 'refused'; status: 401 | 403; reason: string }
  /** Everything that is ours to keep is committed: the vendor may be told so. */
  | { kind: 'accepted'; kept: number; duplicates: number; unrouted: number };

/** From raw bytes to the durable inbox. Nothing is thought about here: vendors hang up on slow listeners. */
export async function receive(
  parts: Pick<EngineParts, 'store' | 'clock' | 'idOf' | 'notice' | 'languageModel' | 'speakers'>,
  adapter: ChannelAdapter,
  request: WebhookRequest,
): Promise<Receipt> {
  const verdict = adapter.verify(request);
  if (verdict.kind === 'handshake') return verdict;
  if (verdict.kind === 'refused') {
    parts.notice({
      level: 'warn',
      what: 'webhook refused',
      ids: { channel: adapter.channel, reason: verdict.reason },
    });
    return verdict;
  }

  const arrivals: Arrival[] = [];
  let unrouted = 0;
  const now = parts.clock();
  for (const event of adapter.parse(request.body, now)) {
    const account =
      event.accountId === null ? undefined : await parts.store.routeAccount(adapter.channel, event.accountId);
    if (!account) {
      unrouted += 1;
      await parts.store.noteUnrouted(adapter.channel, event.accountId ?? 'unknown');
      continue;
    }
    const conversationId =
      event.contactId === null ? null : toConversationId(parts, account, event.contactId);
    arrivals.push({
      account,
      conversationId,
      event: (await parts.speakers?.judged(account, event, now)) ?? event,
    });
  }
  const results = arrivals.length > 0 ? await parts.store.receive(arrivals) : [];
  /** Whoever waits for a model's answer to earlier words need not wait any longer. */
  for (const { conversationId, event } of arrivals) {
    if (conversationId !== null && event.kind === 'message') parts.languageModel?.bell.ring(conversationId);
  }
  await noteSpeakers(parts, arrivals, now);
  const kept = results.filter((result) => result === 'kept').length;
  if (unrouted > 0) {
    parts.notice({
      level: 'warn',
      what: 'event of an account nobody connected',
      ids: { channel: adapter.channel, unrouted },
    });
  }
  return { kind: 'accepted', kept, duplicates: results.length - kept, unrouted };
}

async function noteSpeakers(
  { speakers }: Pick<EngineParts, 'speakers'>,
  arrivals: readonly Arrival[],
  now: Instant,
): Promise<void> {
  if (!speakers) return;
  for (const { account, event } of arrivals) {
    await speakers.note(account, event, now);
  }
}
