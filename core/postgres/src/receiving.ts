import { type Arrival, GlowBotError, type Instant, notedAs, paceOf } from '@glowbot/core';
import { coalesce } from './coalesce.ts';
import { customerIdOf } from './customer-id.ts';
import type { Database } from './database/database.ts';
import { sqlState, sqlStateOf } from './database/failure.ts';
import { clinicsOf, issueScope } from './scope.ts';
import { type Contact, createContacts } from './sql/create-contacts.ts';
import { type KeptEvent, keepArrivals } from './sql/keep-arrivals.ts';
import { storable, storableKey } from './storable.ts';

type Receipt = 'kept' | 'duplicate';

/** Contacts heard from lately need no creation; this many are remembered. */
const mostRemembered = 50_000;

/** Vendors' clocks are not ours: what PostgreSQL cannot hold as a time is moved to the nearest it can. */
const lastInstant = Date.UTC(9999, 11, 31);
const holdable = (at: Instant) => Math.min(Math.max(at, 0), lastInstant);

/** Keeps arrivals; those of concurrent webhooks share a commit. */
export function receiving(database: Database): (arrival: Arrival) => Promise<Receipt> {
  const remembered = new Set<string>();

  function remember(conversationIds: readonly string[]): void {
    for (const id of conversationIds) {
      remembered.delete(id);
      remembered.add(id);
    }
    for (const id of remembered) {
      if (remembered.size <= mostRemembered) break;
      remembered.delete(id);
    }
  }

  async function keep(arrivals: readonly Arrival[], contacts: readonly Contact[]): Promise<Receipt[]> {
    const events = arrivals.map(toKeptEvent);
    const scope = issueScope(events.map(({ clinicId }) => clinicId));
    const kept = await database.inScope(scope, async (run) => {
      if (contacts.length > 0) await createContacts(run, contacts);
      return keepArrivals(run, events);
    });
    const news = new Set(kept.map(keyOf));
    /** An event that comes twice in one batch was kept once: only its first may say so. */
    return events.map((event) => (news.delete(keyOf(event)) ? 'kept' : 'duplicate'));
  }

  return coalesce<Arrival, Receipt>(async (arrivals) => {
    const contacts = [
      ...new Map(arrivals.flatMap(contactOf).map((contact) => [contact.conversationId, contact])).values(),
    ];
    const strangers = contacts.filter(({ conversationId }) => !remembered.has(conversationId));
    const receipts = await keep(arrivals, strangers).catch((error: unknown) => {
      /** A remembered contact is gone, for instance erased by another process. */
      if (sqlStateOf(error) !== sqlState.foreignKey || strangers.length === contacts.length) throw error;
      return keep(arrivals, contacts);
    });
    remember(contacts.map(({ conversationId }) => conversationId));
    return receipts;
  });
}

function toKeptEvent({ account, conversationId, event }: Arrival): KeptEvent {
  if (!clinicsOf(account.scope).includes(account.clinicId)) {
    throw new GlowBotError('SCOPE_REFUSED', 'An account was presented with the scope of another clinic.');
  }
  return {
    clinicId: account.clinicId,
    accountId: account.accountId,
    conversationId,
    eventId: storableKey(event.id),
    at: holdable(event.at),
    event: JSON.stringify(event),
    pace: paceOf(event),
    note: storable(notedAs(event)),
  };
}

function contactOf({ account, conversationId, event }: Arrival): Contact[] {
  if (conversationId === null || event.contactId === null) return [];
  /** What a machine says to somebody who never wrote makes no conversation. */
  if (event.kind === 'echo' && paceOf(event) === 'noted') return [];
  const { clinicId, accountId } = account;
  const contactId = storableKey(event.contactId);
  return [
    {
      clinicId,
      accountId,
      contactId,
      conversationId,
      customerId: customerIdOf(clinicId, accountId, contactId),
    },
  ];
}

function keyOf({
  clinicId,
  accountId,
  eventId,
}: {
  clinicId: string;
  accountId: string;
  eventId: string;
}): string {
  return JSON.stringify([clinicId, accountId, eventId]);
}
