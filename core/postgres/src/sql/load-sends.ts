import type { Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export type SendRow = {
  id: string;
  clinicId: string;
  version: string;
  conversationId: string;
  channel: string;
  accountId: string;
  contactId: string;
  customerSpokeAt: Instant | null;
  optedOut: boolean;
  plan: string;
  proactive: boolean;
  attempts: number;
  lookUps: number;
  state: 'queued' | 'unknown';
  texts: string | null;
  sendingAt: Instant | null;
};

/** In the order in which they were decided. */
export async function loadSends(
  run: Run,
  claimed: readonly { clinicId: string; id: string }[],
): Promise<SendRow[]> {
  return run(
    `select o.outbox_id as id, o.clinic_id as "clinicId", clinics.version, o.conversation_id as "conversationId", a.channel,
            c.account_id as "accountId", c.contact_id as "contactId", c.customer_spoke_at as "customerSpokeAt",
            customers.opted_out as "optedOut", o.plan, o.proactive, o.attempts, o.look_ups as "lookUps", o.state, o.texts,
            o.sending_at as "sendingAt"
     from unnest($1::uuid[], $2::uuid[]) as claimed (clinic_id, outbox_id)
     join outbox o using (clinic_id, outbox_id)
     join clinics on clinics.clinic_id = o.clinic_id
     join conversations c on c.clinic_id = o.clinic_id and c.conversation_id = o.conversation_id
     join accounts a on a.clinic_id = c.clinic_id and a.account_id = c.account_id
     join customers on customers.clinic_id = c.clinic_id and customers.customer_id = c.customer_id
     order by o.seq`,
    [claimed.map(({ clinicId }) => clinicId), claimed.map(({ id }) => id)],
  );
}
