import type { Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export type SummaryRow = {
  id: string;
  channel: string;
  state: string;
  customerName: string | null;
  lastMessageAt: Instant | null;
};

const summary = `select c.conversation_id as id, a.channel, c.state, customers.name as "customerName",
    (select max(m.at) from messages m where m.clinic_id = c.clinic_id and m.conversation_id = c.conversation_id) as "lastMessageAt"
  from conversations c
  join accounts a on a.clinic_id = c.clinic_id and a.account_id = c.account_id
  join customers on customers.clinic_id = c.clinic_id and customers.customer_id = c.customer_id`;

/** Last touched first. `before` is the id of the last conversation already seen. */
export async function readSummaries(
  run: Run,
  clinicIds: readonly string[],
  page: { limit: number; before: string | null },
): Promise<SummaryRow[]> {
  return run(
    `${summary}
     where c.clinic_id = any ($1::uuid[])
       and ($2::text is null or (c.touched_at, c.conversation_id) < (
         select seen.touched_at, seen.conversation_id from conversations seen where seen.clinic_id = any ($1::uuid[]) and seen.conversation_id::text = $2))
     order by c.touched_at desc, c.conversation_id desc limit $3`,
    [clinicIds, page.before, page.limit],
  );
}

export async function readSummary(
  run: Run,
  clinicIds: readonly string[],
  id: string,
): Promise<SummaryRow | undefined> {
  const [row] = await run<SummaryRow>(
    `${summary} where c.clinic_id = any ($1::uuid[]) and c.conversation_id::text = $2`,
    [clinicIds, id],
  );
  return row;
}

export type MessageRow = {
  id: string;
  author: 'customer' | 'staff' | 'bot';
  text: string;
  vendorMessageId: string | null;
  attachments: string;
  at: Instant;
  delivery: string | null;
};

/** The newest of a thread, in the order they were said; words that left through us carry what became of them. */
export async function readThread(run: Run, clinicIds: readonly string[], id: string): Promise<MessageRow[]> {
  return run(
    `select id, author, text, "vendorMessageId", attachments, at, delivery from (
       select m.message_id as id, m.author, m.text, m.vendor_message_id as "vendorMessageId", m.attachments, m.at, o.state as delivery, m.seq
       from messages m
       left join outbox o on m.author in ('bot', 'staff') and o.clinic_id = m.clinic_id and o.outbox_id::text = m.message_id
         and o.conversation_id = m.conversation_id
       where m.clinic_id = any ($1::uuid[]) and m.conversation_id = $2
       order by m.at desc, m.seq desc limit 500
     ) newest order by at, seq`,
    [clinicIds, id],
  );
}

export type AppointmentRow = {
  id: string;
  status: string;
  treatment: string;
  area: string | null;
  branch: string;
  staff: string;
  room: string;
  start: Instant;
  end: Instant;
};

export async function readAppointments(
  run: Run,
  clinicIds: readonly string[],
  id: string,
): Promise<AppointmentRow[]> {
  return run(
    `select appointment_id as id, status, treatment_key as treatment, area_key as area, branch_key as branch, staff_key as staff,
            room_key as room, starts_at as start, ends_at as end
     from appointments where clinic_id = any ($1::uuid[]) and conversation_id = $2 order by starts_at, created_at`,
    [clinicIds, id],
  );
}
