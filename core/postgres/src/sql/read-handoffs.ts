import type { Run } from '../database/database.ts';

/** An instant inside a JSON document, in milliseconds as everywhere. */
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

const calls = `(
  select coalesce(json_agg(json_build_object('step', c.step, 'person', c.person, 'calledAt', ${ms('c.called_at')},
    'answerBy', ${ms('c.answer_by')}, 'alerts', (
      select coalesce(json_agg(json_build_object('state', a.state, 'dueAt', ${ms('a.due_at')}, 'attempts', (
        select coalesce(json_agg(json_build_object('notifier', t.notifier, 'outcome', t.outcome, 'code', t.code,
          'at', ${ms('t.at')}) order by t.seq), '[]')
        from alert_attempts t where t.clinic_id = a.clinic_id and t.alert_id = a.alert_id)) order by a.alert_id), '[]')
      from alerts a where a.clinic_id = c.clinic_id and a.handoff_id = c.handoff_id and a.call_seq = c.seq)) order by c.seq), '[]')
  from handoff_calls c where c.clinic_id = h.clinic_id and c.handoff_id = h.handoff_id)`;

const brief = `case when h.briefed_at is not null then json_build_object('title', h.brief_title, 'summary', h.brief_summary,
  'replies', h.brief_replies, 'by', h.brief_by, 'at', ${ms('h.briefed_at')}) end`;

const handoffs = `
  select json_build_object('id', h.handoff_id, 'conversationId', h.conversation_id, 'channel', accounts.channel,
    'customerName', customers.name, 'reason', h.reason, 'priority', h.priority, 'openedAt', ${ms('h.opened_at')},
    'owner', h.owner, 'answerBy', ${ms('h.answer_by')}, 'acknowledgedAt', ${ms('h.acknowledged_at')},
    'unattendedAt', ${ms('h.unattended_at')}, 'closedAt', ${ms('h.closed_at')}, 'brief', ${brief}, 'calls', ${calls})::text as record
  from handoffs h
  join conversations c on c.clinic_id = h.clinic_id and c.conversation_id = h.conversation_id
  join accounts on accounts.clinic_id = c.clinic_id and accounts.account_id = c.account_id
  join customers on customers.clinic_id = c.clinic_id and customers.customer_id = c.customer_id`;

type Row = { record: string };

/** Emergencies first, then whoever waits longest; those somebody has in hand come last. */
export async function readOpenHandoffs(run: Run, clinicIds: readonly string[]): Promise<Row[]> {
  return run(
    `${handoffs}
     where h.clinic_id = any ($1::uuid[]) and h.closed_at is null
     order by h.acknowledged_at is not null, h.priority = 'urgent' desc, h.opened_at, h.handoff_id limit 500`,
    [clinicIds],
  );
}

export async function readHandoff(
  run: Run,
  clinicIds: readonly string[],
  id: string,
): Promise<Row | undefined> {
  const [row] = await run<Row>(
    `${handoffs} where h.clinic_id = any ($1::uuid[]) and h.handoff_id::text = $2`,
    [clinicIds, id],
  );
  return row;
}
