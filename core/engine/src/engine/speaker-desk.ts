import type { InboundEvent } from '../contracts/inbound-event.ts';
import type { SpeakerStore } from '../contracts/speaker-store.ts';
import type { RoutedAccount } from '../contracts/turn-store.ts';
import { type Instant, minuteMs } from '../domain/clinic-time.ts';
import { isMachine, type ListedSpeaker, type Speaker } from '../domain/speaker.ts';
import type { Notice } from './engine-parts.ts';
import { createSpeakerWatch } from './speaker-watch.ts';

/** How long the clinic's own list is trusted before it is asked for again. */
const trustMs = 10_000;
/** What is noticed is written down this often, and at once when somebody new speaks or turns out to be something else. */
const noteEveryMs = minuteMs;

type Tally = { class: string; messages: number; notedAt: Instant };

/** Judges who speaks as events arrive, and writes down what it noticed without a statement for each of them. */
export function createSpeakerDesk(store: SpeakerStore, notice: (notice: Notice) => void) {
  const watch = createSpeakerWatch();
  const lists = new Map<string, { at: Instant; list: Promise<readonly ListedSpeaker[]> }>();
  const tallies = new Map<string, Tally>();

  async function listOf(account: RoutedAccount, now: Instant): Promise<readonly ListedSpeaker[]> {
    const known = lists.get(account.accountId);
    if (known && Math.abs(now - known.at) < trustMs) return known.list;
    const list = store.listedSpeakers(account.scope, account.accountId);
    lists.set(account.accountId, { at: now, list });
    list.catch(() => lists.delete(account.accountId));
    return list;
  }

  /** Due notes of one app; the tally starts again with each. */
  function noteOf(account: RoutedAccount, appId: string, speaker: Speaker, now: Instant) {
    const key = JSON.stringify([account.accountId, appId]);
    const before = tallies.get(key);
    const messages = (before?.messages ?? 0) + 1;
    const isNews = before?.class !== speaker.class;
    const isDue = isNews || now - (before?.notedAt ?? 0) >= noteEveryMs;
    tallies.set(key, {
      class: speaker.class,
      messages: isDue ? 0 : messages,
      notedAt: isDue ? now : (before?.notedAt ?? now),
    });
    return isDue ? { isNews, messages } : undefined;
  }

  return {
    /** The clinic has changed its list: here it counts at once, elsewhere within `trustMs`. */
    relisted(accountId: string): void {
      lists.delete(accountId);
    },

    /** The event as it will be kept: an echo says who seems to have spoken. */
    async judged(account: RoutedAccount, event: InboundEvent, now: Instant): Promise<InboundEvent> {
      if (event.kind === 'message') watch.heard(event);
      if (event.kind !== 'echo') return event;
      const speaker = watch.judge(event, await listOf(account, now));
      return speaker ? { ...event, speaker } : event;
    },

    /** After the events are kept: their speakers are noted, and what a machine said just before is put to rest as well. */
    async note(account: RoutedAccount, event: InboundEvent, now: Instant): Promise<void> {
      if (event.kind !== 'echo' || !event.speaker) return;
      const { speaker, appId } = event;
      /** Words without an app's name may be our own: who that was, the turn will find. */
      if (appId === undefined && event.author !== 'person') return;
      const due = noteOf(account, appId ?? '', speaker, now);
      if (!due) return;
      try {
        const entry = { appId: appId ?? '', speaker, messages: due.messages, at: event.at };
        await store.noteSpeakers(account.scope, account.accountId, [entry]);
        if (due.isNews && appId !== undefined && isMachine(speaker))
          await store.quietWaiting(
            account.scope,
            account.accountId,
            appId,
            `${speaker.class}: ${speaker.reason}`,
          );
      } catch (error) {
        notice({
          level: 'warn',
          what: 'noting a speaker failed',
          ids: { accountId: account.accountId },
          error,
        });
      }
    },
  };
}
export type SpeakerDesk = ReturnType<typeof createSpeakerDesk>;
