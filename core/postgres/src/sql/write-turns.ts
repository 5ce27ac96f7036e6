import type { TurnCommit } from '@glowbot/core';
import type { Transaction } from '../database.ts';

/** PostgreSQL's text holds every character but this one. */
const storable = (text: string) => text.replaceAll('\u0000', '');

const holdersOf = `
select c.conversation_id
from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as lease (clinic_id, conversation_id, fence)
join conversations c using (clinic_id, conversation_id)
where c.lease_worker = $1 and c.fence = lease.fence
  and exists (select from workers w where w.worker_id = $1 and w.alive_until > clock_timestamp())
for no key update of c
`;

/** Which of these turns are still ours to commit. Locks their conversations until the end of the transaction. */
export async function stillHeld(
  tx: Transaction,
  workerId: string,
  commits: readonly TurnCommit[],
): Promise<Set<string>> {
  const rows = await tx.query<{ conversation_id: string }>(holdersOf, [
    workerId,
    commits.map(({ lease }) => lease.clinicId),
    commits.map(({ lease }) => lease.conversationId),
    commits.map(({ lease }) => lease.fence),
  ]);
  return new Set(rows.map((row) => row.conversation_id));
}

/** Queued replies of an earlier epoch are withdrawn in the very commit that raises it. */
const conversations = `
with turn as (
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::int[], $7::double precision[])
    as turn (clinic_id, conversation_id, snapshot, chart_version, state, epoch, spoke_ms)
), withdrawn as (
  update outbox o set state = 'withheld', why = 'taken-over', settled_at = now(), worker_id = null
  from turn
  where o.clinic_id = turn.clinic_id and o.conversation_id = turn.conversation_id
    and o.state = 'queued' and o.epoch < turn.epoch
)
update conversations c
set snapshot = turn.snapshot, chart_version = turn.chart_version, state = turn.state, epoch = turn.epoch,
  customer_spoke_at = greatest(c.customer_spoke_at, to_timestamp(turn.spoke_ms / 1000.0)),
  last_message_at = greatest(c.last_message_at, to_timestamp(turn.spoke_ms / 1000.0)),
  lease_worker = null, attempts = 0, retry_at = '-infinity'
from turn
where c.clinic_id = turn.clinic_id and c.conversation_id = turn.conversation_id
`;

const handled = `
update inbox i set handled_at = now(), outcome = h.outcome, reason = h.reason
from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as h (clinic_id, seq, outcome, reason)
where i.clinic_id = h.clinic_id and i.seq = h.seq
`;

const messages = `
insert into messages (clinic_id, conversation_id, message_id, author, text, vendor_message_id, attachments, at)
select clinic_id, conversation_id, message_id, author, text, vendor_message_id, attachments, to_timestamp(at_ms / 1000.0)
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::double precision[])
  as message (clinic_id, conversation_id, message_id, author, text, vendor_message_id, attachments, at_ms)
on conflict do nothing
`;

const outbox = `
insert into outbox (clinic_id, outbox_id, conversation_id, plan, proactive, epoch)
select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::int[])
`;

const droppedTimers = `
delete from timers t using unnest($1::uuid[], $2::uuid[], $3::text[]) as gone (clinic_id, conversation_id, name)
where t.clinic_id = gone.clinic_id and t.conversation_id = gone.conversation_id and t.name = gone.name
`;

const setTimers = `
insert into timers (clinic_id, conversation_id, name, due_at)
select clinic_id, conversation_id, name, to_timestamp(due_ms / 1000.0)
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::double precision[]) as timer (clinic_id, conversation_id, name, due_ms)
on conflict (clinic_id, conversation_id, name) do update set due_at = excluded.due_at
`;

const steps = `
insert into steps (clinic_id, conversation_id, event, from_state, to_state, detail, at)
select clinic_id, conversation_id, event, from_state, to_state, detail, to_timestamp(at_ms / 1000.0)
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::double precision[])
  as step (clinic_id, conversation_id, event, from_state, to_state, detail, at_ms)
`;

const customers = `
update customers cu
set name = coalesce(change.name, cu.name), phone = coalesce(change.phone, cu.phone),
  opted_out = coalesce(change.opted_out, cu.opted_out)
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[])
    as change (clinic_id, conversation_id, name, phone, opted_out)
  join conversations c using (clinic_id, conversation_id)
where cu.clinic_id = c.clinic_id and cu.customer_id = c.customer_id
`;

const openHandoff = `
insert into handoffs (clinic_id, handoff_id, conversation_id, reason, priority) values ($1, $2, $3, $4, $5)
`;
const escalateHandoff = `
update handoffs set priority = 'urgent', escalated_at = now()
where clinic_id = $1 and conversation_id = $2 and closed_at is null
`;
const closeHandoff = `
update handoffs set closed_at = now() where clinic_id = $1 and conversation_id = $2 and closed_at is null
`;

/** Rows of many turns as the columns of one statement. Nothing to write is no statement. */
async function writeRows(
  tx: Transaction,
  statement: string,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const [first] = rows;
  if (first)
    await tx.query(
      statement,
      first.map((_, column) => rows.map((row) => row[column])),
    );
}

/** Everything of these turns but their calendar changes. */
export async function writeTurns(tx: Transaction, commits: readonly TurnCommit[]): Promise<void> {
  const each = <Part>(
    pick: (commit: TurnCommit) => readonly Part[],
    row: (part: Part, clinicId: string, conversationId: string) => unknown[],
  ) =>
    commits.flatMap((commit) =>
      pick(commit).map((part) => row(part, commit.lease.clinicId, commit.lease.conversationId)),
    );

  await writeRows(
    tx,
    conversations,
    each(
      ({ conversation }) => [conversation],
      (c, clinic, id) => [clinic, id, c.snapshot, c.chartVersion, c.state, c.epoch, c.customerSpokeAt],
    ),
  );
  await writeRows(
    tx,
    handled,
    each(
      (commit) => commit.handled,
      (h, clinic) => [clinic, h.seq, h.outcome, h.reason],
    ),
  );
  await writeRows(
    tx,
    messages,
    each(
      (commit) => commit.messages,
      (m, clinic, id) => [
        clinic,
        id,
        storable(m.id),
        m.author,
        storable(m.text),
        m.vendorMessageId && storable(m.vendorMessageId),
        JSON.stringify(m.attachments),
        m.at,
      ],
    ),
  );
  await writeRows(
    tx,
    outbox,
    each(
      (commit) => commit.outbox,
      (o, clinic, id) => [clinic, o.id, id, JSON.stringify(o.plan), o.proactive, o.epoch],
    ),
  );
  await writeRows(
    tx,
    droppedTimers,
    each(
      (commit) => [...commit.firedTimers, ...commit.cancelTimers],
      (timer, clinic, id) => [clinic, id, timer],
    ),
  );
  await writeRows(
    tx,
    setTimers,
    each(lastOfEachTimer, (timer, clinic, id) => [clinic, id, timer.name, timer.dueAt]),
  );
  await writeRows(
    tx,
    customers,
    each(
      ({ customer }) => (Object.keys(customer).length > 0 ? [customer] : []),
      (c, clinic, id) => [
        clinic,
        id,
        c.name === undefined ? null : storable(c.name),
        c.phone ?? null,
        c.optedOut ?? null,
      ],
    ),
  );
  await writeRows(
    tx,
    steps,
    each(
      (commit) => commit.steps,
      (s, clinic, id) => [clinic, id, s.event, s.from, s.to, JSON.stringify(s.detail), s.at],
    ),
  );
  for (const { lease, handoff } of commits) {
    if (handoff?.kind === 'open') {
      await tx.query(openHandoff, [
        lease.clinicId,
        handoff.id,
        lease.conversationId,
        handoff.reason,
        handoff.priority,
      ]);
    } else if (handoff) {
      const statement = handoff.kind === 'escalate' ? escalateHandoff : closeHandoff;
      await tx.query(statement, [lease.clinicId, lease.conversationId]);
    }
  }
}

/** Setting a timer twice in one turn means the later time; one statement may not touch a row twice. */
function lastOfEachTimer({ setTimers: timers }: TurnCommit): TurnCommit['setTimers'] {
  return [...new Map(timers.map((timer) => [timer.name, timer])).values()];
}
