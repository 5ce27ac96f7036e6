import type { AppointmentRecord, ConversationDetail, ConversationSummary, StoredStep } from '@glowbot/core';
import type { Transaction } from '../database.ts';

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::double precision`;

const summaryColumns = `
c.conversation_id as id, a.channel, c.state, case when c.state like 'handoff%' then 'handoff' else 'automated' end as mode,
cu.name as "customerName", ${ms('c.last_message_at')} as "lastMessageAt"
from conversations c
join accounts a on a.clinic_id = c.clinic_id and a.account_id = c.account_id
join customers cu on cu.clinic_id = c.clinic_id and cu.customer_id = c.customer_id
where c.clinic_id = $1
`;

/** Newest first; `before` is the id of the last row already seen. */
export function listConversations(
  tx: Transaction,
  clinicId: string,
  page: { limit: number; before?: string | undefined },
): Promise<ConversationSummary[]> {
  const after = page.before
    ? `and (coalesce(c.last_message_at, '-infinity'), c.conversation_id) <
       (select coalesce(last_message_at, '-infinity'), conversation_id from conversations where clinic_id = $1 and conversation_id::text = $3)`
    : '';
  return tx.query<ConversationSummary>(
    `select ${summaryColumns} ${after} order by coalesce(c.last_message_at, '-infinity') desc, c.conversation_id desc limit $2`,
    page.before ? [clinicId, page.limit, page.before] : [clinicId, page.limit],
  );
}

/** What a detail shows at most; the dashboard pages further back on its own. */
const mostMessages = 200;
const mostSteps = 200;

const messages = `
select message_id as id, author, text, vendor_message_id as "vendorMessageId", attachments::json as attachments, ${ms('at')} as at, delivery from (
  select m.message_id, m.author, m.text, m.vendor_message_id, m.attachments, m.at, o.state as delivery
  from messages m
  left join outbox o on o.clinic_id = m.clinic_id and o.outbox_id::text = m.message_id and m.author = 'bot'
  where m.clinic_id = $1 and m.conversation_id = $2
  order by m.at desc, m.message_id limit ${mostMessages}
) newest order by at, message_id
`;

const stepColumns = `
xid::text || '.' || seq::text as cursor, conversation_id as "conversationId", event, from_state as "from", to_state as "to", detail::json as detail, ${ms('at')} as at
`;

const stepsOf = `
select * from (
  select ${stepColumns}, seq from steps where clinic_id = $1 and conversation_id = $2 order by seq desc limit ${mostSteps}
) newest order by seq
`;

const appointments = `
select appointment_id as id, status, treatment_key as treatment, area_key as area, branch_key as branch, staff_key as staff, room_key as room,
  ${ms('starts_at')} as start, ${ms('ends_at')} as "end"
from appointments where clinic_id = $1 and conversation_id = $2 order by starts_at
`;

export async function readConversation(
  tx: Transaction,
  clinicId: string,
  id: string,
): Promise<ConversationDetail | undefined> {
  const [summary] = await tx.query<ConversationSummary>(
    `select ${summaryColumns} and c.conversation_id = $2`,
    [clinicId, id],
  );
  if (!summary) return undefined;
  return {
    ...summary,
    messages: await tx.query<ConversationDetail['messages'][number]>(messages, [clinicId, id]),
    steps: (await tx.query<StoredStep & { seq: string }>(stepsOf, [clinicId, id])).map(
      ({ seq: _, ...step }) => step,
    ),
    appointments: await tx.query<AppointmentRecord>(appointments, [clinicId, id]),
  };
}

/**
 * Steps in the order in which their transactions become visible for good: only those of transactions older than any still open are
 * shown, so a cursor never passes a step that commits later.
 */
const after = `
select ${stepColumns} from steps
where clinic_id = $1 and (xid, seq) > ($2::xid8, $3::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
order by xid, seq limit $4
`;

const present = `select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`;

export async function readStepsAfter(
  tx: Transaction,
  clinicId: string,
  cursor: string | null,
  limit: number,
): Promise<{ steps: StoredStep[]; cursor: string }> {
  const [xid, seq] = cursor?.split('.') ?? [];
  if (!xid || !seq || !/^\d{1,19}$/.test(xid) || !/^\d{1,18}$/.test(seq)) {
    const [now] = await tx.query<{ xmin: string }>(present);
    return { steps: [], cursor: `${now?.xmin ?? '0'}.0` };
  }
  const steps = await tx.query<StoredStep>(after, [clinicId, xid, seq, limit]);
  return { steps, cursor: steps.at(-1)?.cursor ?? cursor ?? '' };
}
