import { HouseEvent, InboundEvent, type Instant } from '@glowbot/core';
import { z } from 'zod';

const StoredEvent = z.union([InboundEvent, HouseEvent]);

/** An event as it was kept. One that another version wrote and this one cannot read becomes `unrecognised`, with all its content. */
export function readStoredEvent(content: string, at: Instant): InboundEvent | HouseEvent {
  const json: unknown = JSON.parse(content);
  const event = StoredEvent.safeParse(json);
  if (event.success) return event.data;
  const ids = z
    .object({ id: z.string(), accountId: z.string(), contactId: z.string() })
    .partial()
    .safeParse(json);
  return {
    kind: 'unrecognised',
    id: ids.data?.id ?? 'unreadable',
    accountId: ids.data?.accountId ?? null,
    contactId: ids.data?.contactId ?? null,
    at,
    reason: 'stored by another version',
    raw: content,
  };
}
