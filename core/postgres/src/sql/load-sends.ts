import { type ClinicScope, ReplyPlan, type SendJob } from '@glowbot/core';
import type { Transaction } from '../database.ts';
import type { ClaimedSend } from './claim-sends.ts';

const statement = `
select o.clinic_id, o.outbox_id, cl.version, o.conversation_id, a.channel, c.account_id, c.contact_id,
  (extract(epoch from c.customer_spoke_at) * 1000)::double precision as spoke_ms, cu.opted_out, o.plan, o.proactive, o.attempts,
  o.look_ups, o.state, o.texts, (extract(epoch from o.sending_at) * 1000)::double precision as sending_ms
from unnest($1::uuid[], $2::uuid[]) as claimed (clinic_id, outbox_id)
join outbox o using (clinic_id, outbox_id)
join conversations c on c.clinic_id = o.clinic_id and c.conversation_id = o.conversation_id
join clinics cl on cl.clinic_id = o.clinic_id
join accounts a on a.clinic_id = c.clinic_id and a.account_id = c.account_id
join customers cu on cu.clinic_id = c.clinic_id and cu.customer_id = c.customer_id
where o.state in ('queued', 'unknown')
order by o.seq
`;

type Row = {
  clinic_id: string;
  outbox_id: string;
  version: number;
  conversation_id: string;
  channel: string;
  account_id: string;
  contact_id: string;
  spoke_ms: number | null;
  opted_out: boolean;
  plan: string;
  proactive: boolean;
  attempts: number;
  look_ups: number;
  state: 'queued' | 'unknown';
  texts: string[];
  sending_ms: number | null;
};

export async function loadSends(
  tx: Transaction,
  scopes: { of(clinicId: string): ClinicScope },
  claimed: readonly ClaimedSend[],
): Promise<SendJob[]> {
  const rows = await tx.query<Row>(statement, [
    claimed.map((send) => send.clinic_id),
    claimed.map((send) => send.outbox_id),
  ]);
  return rows.map((row) => ({
    id: row.outbox_id,
    clinicId: row.clinic_id,
    scope: scopes.of(row.clinic_id),
    clinicVersion: row.version,
    conversationId: row.conversation_id,
    channel: row.channel,
    accountId: row.account_id,
    contactId: row.contact_id,
    customerSpokeAt: row.spoke_ms,
    optedOut: row.opted_out,
    plan: ReplyPlan.parse(JSON.parse(row.plan)),
    proactive: row.proactive,
    attempts: row.attempts,
    lookUps: row.look_ups,
    state: row.state,
    texts: row.texts,
    sendingAt: row.sending_ms,
  }));
}
