import type { TurnCommit } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';
import { insertMessages } from './insert-messages.ts';
import { owners, rowsOf } from './rows-of.ts';

/** The new snapshots; with them the leases are given back. */
export async function storeConversations(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const rows = rowsOf(commits, ({ conversation }) => [conversation]);
  await run(
    `update conversations c
     set snapshot = turn.snapshot, chart_version = turn.chart_version, state = turn.state, epoch = turn.epoch,
         customer_spoke_at = greatest(c.customer_spoke_at, to_timestamp(turn.spoke_at / 1000)),
         touched_at = now(), lease_worker = null, leased_at = null, attempts = 0, retry_at = null
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::int[], $7::float8[])
       as turn (clinic_id, conversation_id, snapshot, chart_version, state, epoch, spoke_at)
     where c.clinic_id = turn.clinic_id and c.conversation_id = turn.conversation_id`,
    [
      ...owners(rows),
      rows.map(({ row }) => row.snapshot),
      rows.map(({ row }) => row.chartVersion),
      rows.map(({ row }) => row.state),
      rows.map(({ row }) => row.epoch),
      rows.map(({ row }) => row.customerSpokeAt),
    ],
  );
}

/** Gives every handled event its terminal state, once. */
export async function storeHandled(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const rows = rowsOf(commits, ({ handled }) => handled);
  if (rows.length === 0) return;
  await run(
    `update inbox i set handled_at = now(), outcome = handled.outcome, reason = handled.reason
     from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[])
       as handled (clinic_id, conversation_id, seq, outcome, reason)
     where i.clinic_id = handled.clinic_id and i.seq = handled.seq
       and i.conversation_id = handled.conversation_id and i.handled_at is null`,
    [
      ...owners(rows),
      rows.map(({ row }) => row.seq),
      rows.map(({ row }) => row.outcome),
      rows.map(({ row }) => (row.reason === null ? null : storable(row.reason))),
    ],
  );
}

export async function storeMessages(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  await insertMessages(
    run,
    rowsOf(commits, ({ messages }) => messages),
  );
}

export async function storeOutbox(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const rows = rowsOf(commits, ({ outbox }) => outbox);
  if (rows.length === 0) return;
  await run(
    `insert into outbox (clinic_id, conversation_id, outbox_id, plan, proactive, epoch, before, author)
     select clinic_id, conversation_id, outbox_id, plan, proactive, epoch, before, author
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::int[], $7::text[], $8::text[]) with ordinality
       as draft (clinic_id, conversation_id, outbox_id, plan, proactive, epoch, before, author, nth)
     order by nth`,
    [
      ...owners(rows),
      rows.map(({ row }) => row.id),
      rows.map(({ row }) => JSON.stringify(row.plan)),
      rows.map(({ row }) => row.proactive),
      rows.map(({ row }) => row.epoch),
      rows.map(({ row }) => JSON.stringify(row.before)),
      rows.map(({ row }) => row.author),
    ],
  );
}

export async function storeSteps(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const rows = rowsOf(commits, ({ steps }) => steps);
  if (rows.length === 0) return;
  await run(
    `insert into steps (clinic_id, conversation_id, event, from_state, to_state, detail, at)
     select clinic_id, conversation_id, event, from_state, to_state, detail, to_timestamp(at / 1000)
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[]) with ordinality
       as step (clinic_id, conversation_id, event, from_state, to_state, detail, at, nth)
     order by nth`,
    [
      ...owners(rows),
      rows.map(({ row }) => row.event),
      rows.map(({ row }) => row.from),
      rows.map(({ row }) => row.to),
      rows.map(({ row }) => JSON.stringify(row.detail ?? null)),
      rows.map(({ row }) => row.at),
    ],
  );
}

/** A timer that fired or was cancelled is gone; one set under the same name in the same turn is a new one. */
export async function storeTimers(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const gone = rowsOf(commits, ({ firedTimers, cancelTimers }) => [...firedTimers, ...cancelTimers]);
  if (gone.length > 0) {
    await run(
      `delete from timers t using unnest($1::uuid[], $2::uuid[], $3::text[]) as gone (clinic_id, conversation_id, name)
       where t.clinic_id = gone.clinic_id and t.conversation_id = gone.conversation_id and t.name = gone.name`,
      [...owners(gone), gone.map(({ row }) => row)],
    );
  }
  /** Set twice in one turn, the last word counts; one statement cannot write a row twice. */
  const set = rowsOf(commits, ({ setTimers }) => [
    ...new Map(setTimers.map((timer) => [timer.name, timer])).values(),
  ]);
  if (set.length === 0) return;
  await run(
    `insert into timers (clinic_id, conversation_id, name, due_at)
     select clinic_id, conversation_id, name, to_timestamp(due_at / 1000)
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[]) as timer (clinic_id, conversation_id, name, due_at)
     on conflict (clinic_id, conversation_id, name) do update set due_at = excluded.due_at`,
    [...owners(set), set.map(({ row }) => row.name), set.map(({ row }) => row.dueAt)],
  );
}

/** What a customer told about themselves; what was not told stays. */
export async function storeCustomers(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const rows = rowsOf(commits, ({ customer }) =>
    Object.values(customer).some((value) => value !== undefined) ? [customer] : [],
  );
  if (rows.length === 0) return;
  await run(
    `update customers set name = coalesce(told.name, customers.name), phone = coalesce(told.phone, customers.phone),
            opted_out = coalesce(told.opted_out, customers.opted_out)
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[])
       as told (clinic_id, conversation_id, name, phone, opted_out)
     join conversations c on c.clinic_id = told.clinic_id and c.conversation_id = told.conversation_id
     where customers.clinic_id = c.clinic_id and customers.customer_id = c.customer_id`,
    [
      ...owners(rows),
      rows.map(({ row }) => (row.name === undefined ? null : storable(row.name))),
      rows.map(({ row }) => row.phone ?? null),
      rows.map(({ row }) => row.optedOut ?? null),
    ],
  );
}

/** Somebody took over: what the bot had decided before and not yet begun to send stays unsaid. */
export async function withholdOlder(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const rows = rowsOf(commits, ({ conversation }) => [conversation.epoch]);
  await run(
    `update outbox o set state = 'withheld', why = 'taken-over', settled_at = now(), worker_id = null, claimed_at = null
     from unnest($1::uuid[], $2::uuid[], $3::int[]) as turn (clinic_id, conversation_id, epoch)
     where o.clinic_id = turn.clinic_id and o.conversation_id = turn.conversation_id
       and o.state = 'queued' and o.author = 'bot' and o.epoch < turn.epoch`,
    [...owners(rows), rows.map(({ row }) => row)],
  );
}
