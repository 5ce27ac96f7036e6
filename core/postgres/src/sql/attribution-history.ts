import { type Instant, ReplyPlan, type StoredHistory } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { readStoredEvent } from '../stored-event.ts';

const standing = `('booked', 'awaiting_deposit', 'arrived', 'completed', 'no_show', 'cancelled')`;

/**
 * A change becomes visible when its transaction ends and bears the time at which that began; an hour covers the longest of
 * them. Judged twice, nothing is written twice.
 */
export async function findCustomersToAttribute(run: Run, clinicId: string, limit: number): Promise<string[]> {
  const rows = await run<{ customer: string }>(
    `select a.customer_id as customer from appointments a
     where a.clinic_id = $1 and exists (select from appointment_changes h where h.clinic_id = a.clinic_id
         and h.appointment_id = a.appointment_id and h.status in ('booked', 'awaiting_deposit'))
       and a.changed_at > coalesce((select max(l.at) - interval '1 hour' from attribution_lines l
         where l.clinic_id = a.clinic_id and l.customer_id = a.customer_id), '-infinity')
     group by a.customer_id order by a.customer_id limit $2`,
    [clinicId, limit],
  );
  return rows.map(({ customer }) => customer);
}

type Change = {
  id: string;
  treatment: string;
  madeBy: 'chat' | 'staff' | 'import';
  at: Instant;
  status: Status;
  saidAt: Instant | null;
};
type Status = StoredHistory['bookings'][number]['changes'][number]['status'];

export async function readHistory(run: Run, clinicId: string, customer: string): Promise<StoredHistory> {
  const changes = await run<Change>(
    `select a.appointment_id as id, a.treatment_key as treatment, a.source as "madeBy", h.at, h.status,
       (select min(s.at) from steps s where s.clinic_id = a.clinic_id and s.conversation_id = a.conversation_id
          and s.event = 'booking.made' and strpos(s.detail, a.appointment_id::text) > 0) as "saidAt"
     from appointments a
     join appointment_changes h on h.clinic_id = a.clinic_id and h.appointment_id = a.appointment_id
     where a.clinic_id = $1 and a.customer_id = $2 and h.status in ${standing} order by h.seq`,
    [clinicId, customer],
  );
  const words = await run<StoredHistory['words'][number]>(
    `select m.message_id as id, m.at, m.author
     from conversations c
     join messages m on m.clinic_id = c.clinic_id and m.conversation_id = c.conversation_id
     where c.clinic_id = $1 and c.customer_id = $2 and m.author in ('staff', 'bot') order by m.seq`,
    [clinicId, customer],
  );
  return {
    customer,
    touches: [...(await followUps(run, clinicId, customer)), ...(await arrivals(run, clinicId, customer))],
    words,
    bookings: bookingsOf(changes),
  };
}

function bookingsOf(changes: readonly Change[]): StoredHistory['bookings'] {
  const byId = Map.groupBy(changes, ({ id }) => id);
  return [...byId.values()].flatMap((own) => {
    const [first] = own;
    /** Cancelled before it was ever made is a hold that was given back. */
    const made = own.find(({ status }) => status === 'booked' || status === 'awaiting_deposit') ?? first;
    if (!made) return [];
    /** By the clock that messages bear, where the conversation's journal tells it. */
    const { id, treatment, madeBy, saidAt, at } = made;
    return [
      {
        id,
        treatment,
        madeBy,
        madeAt: saidAt ?? at,
        changes: own.map(({ at: when, status }) => ({ at: when, status })),
      },
    ];
  });
}

/** Sentences by which the assistant writes first to win somebody back; a reminder of what is booked wins nothing. */
const winningBack = /^(lead|rebook|noShow|birthday|wish)\./;

async function followUps(run: Run, clinicId: string, customer: string): Promise<StoredHistory['touches']> {
  const rows = await run<{ id: string; at: Instant; plan: string }>(
    `select o.outbox_id as id, coalesce(o.sending_at, o.settled_at) as at, o.plan
     from conversations c
     join outbox o on o.clinic_id = c.clinic_id and o.conversation_id = c.conversation_id
     where c.clinic_id = $1 and c.customer_id = $2 and o.proactive and o.state = 'sent'`,
    [clinicId, customer],
  );
  return rows.flatMap(({ id, at, plan }) => {
    const { says, ask } = ReplyPlan.parse(JSON.parse(plan));
    const key = [...says, ...(ask ? [ask] : [])].find((told) => winningBack.test(told.key))?.key;
    return key === undefined ? [] : [{ id, at, kind: 'follow-up' as const, evidence: { sentence: key } }];
  });
}

/** The first time somebody wrote, and every time the vendor says what brought them. */
async function arrivals(run: Run, clinicId: string, customer: string): Promise<StoredHistory['touches']> {
  const rows = await run<{ id: string; at: Instant; event: string; isFirst: boolean }>(
    `select i.event_id as id, i.at, i.event, i.seq = (select min(f.seq) from inbox f
         where f.clinic_id = i.clinic_id and f.conversation_id = i.conversation_id) as "isFirst"
     from conversations c
     join inbox i on i.clinic_id = c.clinic_id and i.conversation_id = c.conversation_id
     where c.clinic_id = $1 and c.customer_id = $2 and (strpos(i.event, '"referral"') > 0 or i.seq =
       (select min(f.seq) from inbox f where f.clinic_id = i.clinic_id and f.conversation_id = i.conversation_id))
     order by i.seq`,
    [clinicId, customer],
  );
  return rows.flatMap(({ id, at, event, isFirst }): StoredHistory['touches'][number][] => {
    const read = readStoredEvent(event, at);
    const referral = read.kind === 'message' || read.kind === 'follow' ? read.referral : undefined;
    if (!referral) return isFirst ? [{ id, at, kind: 'organic' as const, evidence: {} }] : [];
    const { source, ref, adId } = referral;
    return [
      {
        id,
        at,
        kind: source,
        evidence: { ...(ref === undefined ? {} : { ref }), ...(adId === undefined ? {} : { adId }) },
      },
    ];
  });
}
