import type { InboundEvent, Instant } from '@glowbot/core';
import { parseItem } from './parse-item.ts';
import { decodeText, digestOf, eventId, rawText, readJson, vendorTime } from '@glowbot/vendor-api';
import { Body, Entry } from './wire.ts';

/** Reads all entries and all their items, each for itself: under load Meta puts many into one body. */
export function parse(body: Uint8Array, receivedAt: Instant, ourAppId: string): readonly InboundEvent[] {
  const text = decodeText(body);
  const json = readJson(text);
  if (!json.ok) return [unrecognised(text, json.reason, null, receivedAt)];
  // `group_feed` documents a list at the top.
  const bodies: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  const events = bodies.flatMap((each) => parseBody(each, receivedAt, ourAppId));
  return events.length > 0 ? events : [unrecognised(text, 'no events', null, receivedAt)];
}

function parseBody(value: unknown, receivedAt: Instant, ourAppId: string): readonly InboundEvent[] {
  const body = Body.safeParse(value);
  if (!body.success) return [unrecognised(JSON.stringify(value), 'not a page event', null, receivedAt)];
  return body.data.entry.flatMap((each) => parseEntry(each, receivedAt, ourAppId));
}

function parseEntry(value: unknown, receivedAt: Instant, ourAppId: string): readonly InboundEvent[] {
  const entry = Entry.safeParse(value).data;
  if (!entry) return [unrecognised(JSON.stringify(value), 'malformed entry', null, receivedAt)];
  const accountId = entry.id ?? null;
  const item = (each: unknown, standby: boolean) =>
    parseItem(each, { accountId, entryTime: entry.time, receivedAt, ourAppId, standby });
  const at = vendorTime([entry.time], receivedAt);
  const events = [
    ...entry.messaging.map((each) => item(each, false)),
    ...entry.standby.map((each) => item(each, true)),
    // Comments, lead forms, template reviews; also the dashboard's test button.
    ...entry.changes.map((each) => unrecognised(JSON.stringify(each), 'change', accountId, at)),
  ];
  return events.length > 0
    ? events
    : [unrecognised(JSON.stringify(value), 'entry without events', accountId, at)];
}

function unrecognised(raw: string, reason: string, accountId: string | null, at: Instant): InboundEvent {
  const id = eventId('unrecognised', accountId ?? '', digestOf(raw));
  return { kind: 'unrecognised', id, accountId, contactId: null, at, reason, raw: rawText(raw) };
}
