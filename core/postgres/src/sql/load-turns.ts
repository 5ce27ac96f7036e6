import type { Instant, Lease, MonthDay } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { isOverdue } from './claim-turns.ts';

export type TurnRow = {
  clinicId: string;
  conversationId: string;
  version: string;
  channel: string;
  accountId: string;
  contactId: string;
  customerId: string;
  snapshot: string | null;
  chartVersion: number | null;
  epoch: number;
  name: string | null;
  phone: string | null;
  optedOut: boolean;
  birthday: MonthDay | null;
  /** Queued replies of the present epoch, as one JSON list. */
  unsaid: string | null;
};

const ids = (leases: readonly Lease[]) => [
  leases.map(({ clinicId }) => clinicId),
  leases.map(({ conversationId }) => conversationId),
];

export async function loadTurns(run: Run, leases: readonly Lease[]): Promise<TurnRow[]> {
  return run(
    `select c.clinic_id as "clinicId", c.conversation_id as "conversationId", clinics.version, a.channel, c.account_id as "accountId",
            c.contact_id as "contactId", c.customer_id as "customerId", c.snapshot, c.chart_version as "chartVersion", c.epoch,
            customers.name, customers.phone, customers.opted_out as "optedOut", customers.birthday,
            (select json_agg(json_build_object('id', o.outbox_id, 'plan', o.plan::json, 'proactive', o.proactive,
                 'before', o.before::json) order by o.seq)
             from outbox o
             where o.clinic_id = c.clinic_id and o.conversation_id = c.conversation_id
               and o.state = 'queued' and o.author = 'bot' and o.epoch = c.epoch and o.before is not null)::text as unsaid
     from unnest($1::uuid[], $2::uuid[]) as leased (clinic_id, conversation_id)
     join conversations c using (clinic_id, conversation_id)
     join clinics on clinics.clinic_id = c.clinic_id
     join accounts a on a.clinic_id = c.clinic_id and a.account_id = c.account_id
     join customers on customers.clinic_id = c.clinic_id and customers.customer_id = c.customer_id`,
    ids(leases),
  );
}

/** More than this in one turn is a flood; the rest waits for the next turn. */
const mostAtOnce = 200;

export type WaitingRow = {
  conversationId: string;
  seq: string;
  at: Instant;
  event: string;
  speaks: boolean;
  isUnripe: boolean;
  isOverdue: boolean;
};

/** By time at the vendor, then by arrival. */
export async function loadWaiting(run: Run, leases: readonly Lease[]): Promise<WaitingRow[]> {
  return run(
    `select waiting.*
     from unnest($1::uuid[], $2::uuid[]) as leased (clinic_id, conversation_id)
     cross join lateral (
       select conversation_id as "conversationId", seq, at, event, speaks, ripe_at > now() as "isUnripe",
              ${isOverdue('i')} as "isOverdue"
       from inbox i
       where clinic_id = leased.clinic_id and conversation_id = leased.conversation_id and handled_at is null
       order by at, seq limit ${mostAtOnce}
     ) waiting`,
    ids(leases),
  );
}

export type DueRow = { conversationId: string; name: string; dueAt: Instant };

export async function loadDueTimers(
  run: Run,
  leases: readonly Lease[],
  now: Instant | null,
): Promise<DueRow[]> {
  return run(
    `select t.conversation_id as "conversationId", t.name, t.due_at as "dueAt"
     from unnest($1::uuid[], $2::uuid[]) as leased (clinic_id, conversation_id)
     join timers t using (clinic_id, conversation_id)
     where t.due_at <= coalesce(to_timestamp($3::float8 / 1000), now())
     order by t.due_at, t.name`,
    [...ids(leases), now],
  );
}
