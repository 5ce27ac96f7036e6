import type { InboundEvent } from '../contracts/inbound-event.ts';
import { hourMs, type Instant, minuteMs } from '../domain/clinic-time.ts';
import type { ListedSpeaker, Speaker } from '../domain/speaker.ts';

type Echo = Extract<InboundEvent, { kind: 'echo' }>;

/** Nobody types the same to so many people within a minute. */
const sameWordsToMany = 6;
/** Nor anything to so many, not even a full reception with ready-made answers. */
const anythingToMany = 60;
/** Reading a message and typing an answer takes longer than this. */
const inhumanMs = 3_000;
/** Once may be chance: somebody was writing already when the customer's words came. */
const inhumanlyOften = 3;
/** What was sent to many counts as such for this long after its last piece. */
const rememberMs = hourMs;
const mostRemembered = 2_000;

type Words = { since: Instant; contacts: Set<string>; manyAt: Instant | null; quick: Set<string> };
type App = { since: Instant; contacts: Set<string>; manyAt: Instant | null; quick: number };

/**
 * What is noticed about those who speak on accounts, in memory: what was said to whom lately, and how fast. It sees one process's
 * share of the events, which is enough to know a machine by; a person it never takes for one by a single message.
 */
export function createSpeakerWatch() {
  const words = new Map<string, Words>();
  const apps = new Map<string, App>();
  /** Since when a customer waits for an answer. */
  const waiting = new Map<string, Instant>();

  function isQuick(contact: string, at: Instant): boolean {
    const since = waiting.get(contact);
    waiting.delete(contact);
    return since !== undefined && at - since < inhumanMs;
  }

  function noteWords({ accountId, contactId, text, at }: Echo, quick: boolean): Words {
    const known = recall(words, JSON.stringify([accountId, text.normalize('NFC').trim()]), () => ({
      since: at,
      contacts: new Set<string>(),
      manyAt: null,
      quick: new Set<string>(),
    }));
    if (at - known.since > minuteMs) restart(known, at);
    if (known.contacts.size < sameWordsToMany) known.contacts.add(contactId);
    if (known.contacts.size >= sameWordsToMany) known.manyAt = at;
    if (quick && known.quick.size < inhumanlyOften) known.quick.add(contactId);
    return known;
  }

  function noteApp(accountId: string, appId: string, { contactId, at }: Echo, quick: boolean): App {
    const known = recall(apps, JSON.stringify([accountId, appId]), () => ({
      since: at,
      contacts: new Set<string>(),
      manyAt: null,
      quick: 0,
    }));
    if (at - known.since > minuteMs) restart(known, at);
    if (known.contacts.size < anythingToMany) known.contacts.add(contactId);
    if (known.contacts.size >= anythingToMany) known.manyAt = at;
    /** A slow answer is a person's, and lifts the suspicion. */
    known.quick = quick ? known.quick + 1 : 0;
    return known;
  }

  return {
    /** A customer wrote: the clock of whoever answers begins. */
    heard({ accountId, contactId, at }: { accountId: string; contactId: string; at: Instant }): void {
      const contact = JSON.stringify([accountId, contactId]);
      if (!waiting.has(contact)) keep(waiting, contact, at);
    },

    /**
     * Who said this, as far as it shows. Undefined: nothing is known but that it left the account; our own words look the same
     * where the vendor names no app.
     */
    judge(echo: Echo, listed: readonly ListedSpeaker[]): Speaker | undefined {
      const { accountId, contactId, appId, text, at } = echo;
      const quick = isQuick(JSON.stringify([accountId, contactId]), at);
      const said = text === '' ? undefined : noteWords(echo, quick);
      const app = appId === undefined ? undefined : noteApp(accountId, appId, echo, quick);
      const entry = listed.find((one) => one.appId === (appId ?? ''));
      if (entry && echo.author !== 'person') return { class: entry.as, reason: 'listed by the clinic' };
      if (said && said.quick.size >= inhumanlyOften)
        return { class: 'auto-reply', reason: `same words within ${inhumanMs} ms, ${inhumanlyOften} times` };
      if (echo.author === 'person') return { class: 'person', reason: 'the vendor says so' };
      if (isRecent(said?.manyAt, at))
        return { class: 'broadcast', reason: `same words to ${sameWordsToMany} people in a minute` };
      if (isRecent(app?.manyAt, at))
        return { class: 'broadcast', reason: `words to ${anythingToMany} people in a minute` };
      if (app && app.quick >= inhumanlyOften)
        return { class: 'bot', reason: `answers within ${inhumanMs} ms, ${inhumanlyOften} times in a row` };
      return app && { class: 'person-elsewhere', reason: 'not ours, and does not repeat itself' };
    },
  };
}

const isRecent = (since: Instant | null | undefined, at: Instant) =>
  since !== null && since !== undefined && Math.abs(at - since) < rememberMs;

function restart(known: { since: Instant; contacts: Set<string> }, at: Instant): void {
  known.since = at;
  known.contacts.clear();
}

function recall<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  keep(known, key, found);
  return found;
}

/** The longest untouched is forgotten first. */
function keep<T>(known: Map<string, T>, key: string, value: T): void {
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
}
