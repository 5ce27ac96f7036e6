import { type ClinicScope, HouseEvent, InboundEvent, type InboxItem, type TurnLoad } from '@glowbot/core';
import { z } from 'zod';
import type { Transaction } from '../database.ts';
import type { ClaimedTurn } from './claim-turns.ts';

/** What one turn takes from its inbox at most: a flood is answered in several turns, not in one that never ends. */
const mostAtOnce = 50;

const statement = `
select c.clinic_id, c.conversation_id, cl.version, a.channel, c.account_id, c.contact_id, c.customer_id, c.snapshot, c.chart_version,
  c.epoch, cu.name, cu.phone, cu.opted_out,
  coalesce((
    select json_agg(json_build_object('seq', i.seq::text, 'event', i.event) order by i.happened_at, i.seq)
    from (
      select seq, event, happened_at from inbox
      where clinic_id = c.clinic_id and conversation_id = c.conversation_id and handled_at is null
      order by seq limit ${mostAtOnce}
    ) i
  ), '[]') as waiting,
  coalesce((
    select json_agg(json_build_object('name', t.name, 'due', extract(epoch from t.due_at) * 1000) order by t.due_at)
    from timers t
    where t.clinic_id = c.clinic_id and t.conversation_id = c.conversation_id
      and t.due_at <= to_timestamp($3::double precision / 1000.0)
  ), '[]') as due_timers
from unnest($1::uuid[], $2::uuid[]) as claimed (clinic_id, conversation_id)
join conversations c using (clinic_id, conversation_id)
join clinics cl using (clinic_id)
join accounts a on a.clinic_id = c.clinic_id and a.account_id = c.account_id
join customers cu on cu.clinic_id = c.clinic_id and cu.customer_id = c.customer_id
`;

type Row = {
  clinic_id: string;
  conversation_id: string;
  version: number;
  channel: string;
  account_id: string;
  contact_id: string;
  customer_id: string;
  snapshot: string | null;
  chart_version: number | null;
  epoch: number;
  name: string | null;
  phone: string | null;
  opted_out: boolean;
  waiting: { seq: string; event: string }[];
  due_timers: { name: string; due: number }[];
};

const Stored = z.union([InboundEvent, HouseEvent]);

export async function loadTurns(
  tx: Transaction,
  scopes: { of(clinicId: string): ClinicScope },
  claimed: readonly ClaimedTurn[],
  nowMs: number,
): Promise<TurnLoad[]> {
  const fences = new Map(claimed.map((turn) => [turn.conversation_id, turn.fence]));
  const rows = await tx.query<Row>(statement, [
    claimed.map((turn) => turn.clinic_id),
    claimed.map((turn) => turn.conversation_id),
    nowMs,
  ]);
  return rows.map((row) => ({
    lease: {
      clinicId: row.clinic_id,
      conversationId: row.conversation_id,
      fence: fences.get(row.conversation_id) ?? '0',
    },
    scope: scopes.of(row.clinic_id),
    clinicVersion: row.version,
    conversation: {
      channel: row.channel,
      accountId: row.account_id,
      contactId: row.contact_id,
      customerId: row.customer_id,
      snapshot: row.snapshot,
      chartVersion: row.chart_version,
      epoch: row.epoch,
    },
    customer: { name: row.name, phone: row.phone, optedOut: row.opted_out },
    waiting: row.waiting.map(toInboxItem),
    dueTimers: row.due_timers.map(({ name, due }) => ({ name, dueAt: Math.round(due) })),
  }));
}

/** An event stored by an older version may no longer fit; it is kept, and says so, instead of stopping its conversation. */
function toInboxItem({ seq, event }: { seq: string; event: string }): InboxItem {
  const parsed = Stored.safeParse(JSON.parse(event));
  if (parsed.success) return { seq, event: parsed.data };
  return {
    seq,
    event: {
      kind: 'unrecognised',
      id: `stored:${seq}`,
      accountId: null,
      contactId: null,
      at: 0,
      reason: 'stored by another version',
      raw: '',
    },
  };
}
