import type { HandingOver, HandoffChange, Lease } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { type Owned, owners, rowsOf } from './rows-of.ts';

type Turn = HandingOver & { lease: Lease };

/** Makes each turn's changes of its handoff in their order; turns of different conversations go side by side. */
export async function storeHandoffs(run: Run, commits: readonly Turn[]): Promise<void> {
  const most = Math.max(0, ...commits.map(({ handoffs }) => handoffs.length));
  for (let nth = 0; nth < most; nth += 1) {
    const changes = rowsOf(commits, ({ handoffs }) => handoffs.slice(nth, nth + 1));
    await opened(run, of(changes, 'opened'));
    await called(run, of(changes, 'called'));
    await acknowledged(run, of(changes, 'acknowledged'));
    await closed(run, of(changes, 'closed'));
  }
}

type Change<K extends HandoffChange['kind']> = Extract<HandoffChange, { kind: K }>;

function of<K extends HandoffChange['kind']>(
  changes: readonly Owned<HandoffChange>[],
  kind: K,
): Owned<Change<K>>[] {
  const is = (one: Owned<HandoffChange>): one is Owned<Change<K>> => one.row.kind === kind;
  return changes.filter(is);
}

const instants = (changes: readonly Owned<{ at: number }>[]) => changes.map(({ row }) => row.at);

/** A conversation has one open handoff at most. Only an emergency changes the one that is open: it must be answered anew. */
async function opened(run: Run, changes: readonly Owned<Change<'opened'>>[]): Promise<void> {
  if (changes.length === 0) return;
  await run(
    `insert into handoffs (clinic_id, conversation_id, handoff_id, reason, priority, opened_at)
     select clinic_id, conversation_id, handoff_id, reason, priority, to_timestamp(at / 1000)
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::float8[])
       as opened (clinic_id, conversation_id, handoff_id, reason, priority, at)
     on conflict (clinic_id, conversation_id) where closed_at is null
     do update set reason = excluded.reason, priority = 'urgent', raised_at = excluded.opened_at,
       acknowledged_at = null, acknowledged_by = null, unattended_at = null, answer_by = null,
       brief_title = null, brief_summary = null, brief_replies = null, brief_by = null, briefed_at = null,
       brief_claimed_at = null
     where handoffs.priority = 'normal' and excluded.priority = 'urgent'`,
    [
      ...owners(changes),
      changes.map(({ row }) => row.id),
      changes.map(({ row }) => row.reason),
      changes.map(({ row }) => row.priority),
      instants(changes),
    ],
  );
}

/**
 * Somebody's turn, or nobody's any more: then it stays visible as unattended, with its last owner. Whoever had acknowledged
 * it did not write: calling goes on.
 */
async function called(run: Run, changes: readonly Owned<Change<'called'>>[]): Promise<void> {
  if (changes.length === 0) return;
  await run(
    `with call as (
       select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::float8[], $6::float8[])
         as call (clinic_id, conversation_id, step, person, answer_by, at)
     ), noted as (
       update handoffs h
       set owner = coalesce(call.person, h.owner), answer_by = to_timestamp(call.answer_by / 1000),
           unattended_at = case when call.person is null then to_timestamp(call.at / 1000) end,
           acknowledged_at = null, acknowledged_by = null
       from call
       where h.clinic_id = call.clinic_id and h.conversation_id = call.conversation_id and h.closed_at is null
       returning h.clinic_id, h.handoff_id, call.step, call.person, call.answer_by, call.at
     )
     insert into handoff_calls (clinic_id, handoff_id, step, person, called_at, answer_by)
     select clinic_id, handoff_id, step, person, to_timestamp(at / 1000), to_timestamp(answer_by / 1000) from noted`,
    [
      ...owners(changes),
      changes.map(({ row }) => row.step),
      changes.map(({ row }) => row.person),
      changes.map(({ row }) => row.answerBy),
      instants(changes),
    ],
  );
}

async function acknowledged(run: Run, changes: readonly Owned<Change<'acknowledged'>>[]): Promise<void> {
  if (changes.length === 0) return;
  await run(
    `with answered as (
       update handoffs h
       set acknowledged_at = to_timestamp(answer.at / 1000), acknowledged_by = answer.by, owner = answer.by,
           answer_by = null, unattended_at = null
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[]) as answer (clinic_id, conversation_id, by, at)
       where h.clinic_id = answer.clinic_id and h.conversation_id = answer.conversation_id
         and h.closed_at is null and h.acknowledged_at is null
       returning h.clinic_id, h.handoff_id
     )
     ${withdrawn('answered')}`,
    [...owners(changes), changes.map(({ row }) => row.by), instants(changes)],
  );
}

async function closed(run: Run, changes: readonly Owned<Change<'closed'>>[]): Promise<void> {
  if (changes.length === 0) return;
  await run(
    `with ended as (
       update handoffs h set closed_at = to_timestamp(ending.at / 1000), answer_by = null
       from unnest($1::uuid[], $2::uuid[], $3::float8[]) as ending (clinic_id, conversation_id, at)
       where h.clinic_id = ending.clinic_id and h.conversation_id = ending.conversation_id and h.closed_at is null
       returning h.clinic_id, h.handoff_id
     )
     ${withdrawn('ended')}`,
    [...owners(changes), instants(changes)],
  );
}

/** Nobody is called for what somebody has in hand. */
const withdrawn = (handoffs: string) => `
  update alerts a set state = 'withdrawn', settled_at = now(), worker_id = null, claimed_at = null
  from ${handoffs} where a.clinic_id = ${handoffs}.clinic_id and a.handoff_id = ${handoffs}.handoff_id and a.state = 'queued'`;

/** Alerts belong to the call that caused them: the last one of its step. */
export async function storeAlerts(run: Run, commits: readonly Turn[]): Promise<void> {
  const rows = rowsOf(commits, ({ alerts }) => alerts);
  if (rows.length === 0) return;
  await run(
    `insert into alerts (clinic_id, alert_id, handoff_id, call_seq, person, notifiers, due_at)
     select draft.clinic_id, draft.alert_id, h.handoff_id, call.seq, draft.person,
            array(select json_array_elements_text(draft.notifiers::json)), to_timestamp(draft.due_at / 1000)
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::float8[])
       as draft (clinic_id, conversation_id, alert_id, person, step, notifiers, due_at)
     join handoffs h on h.clinic_id = draft.clinic_id and h.conversation_id = draft.conversation_id
       and h.closed_at is null and h.acknowledged_at is null
     join lateral (
       select seq from handoff_calls c
       where c.clinic_id = h.clinic_id and c.handoff_id = h.handoff_id and c.step = draft.step and c.person = draft.person
       order by seq desc limit 1
     ) call on true`,
    [
      ...owners(rows),
      rows.map(({ row }) => row.id),
      rows.map(({ row }) => row.person),
      rows.map(({ row }) => row.step),
      rows.map(({ row }) => JSON.stringify(row.notifiers)),
      rows.map(({ row }) => row.dueAt),
    ],
  );
}
