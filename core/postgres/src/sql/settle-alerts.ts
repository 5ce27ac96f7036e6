import type { AlertSettlement, Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';

/**
 * Writes what became of attempts, each with its time. A way that failed is struck off the list and the next one is due at once.
 * When the last alert of a call has failed, the person cannot be reached: the clock they had is over, and the next is called.
 * Alerts of an emergency fail side by side, so their handoff is locked: one of them must see that it is the last.
 */
export async function settleAlerts(
  run: Run,
  workerId: string,
  settlements: readonly AlertSettlement[],
  now: Instant | null,
): Promise<void> {
  await run(
    `select h.handoff_id from alerts a join handoffs h on h.clinic_id = a.clinic_id and h.handoff_id = a.handoff_id
     where (a.clinic_id, a.alert_id) in (select * from unnest($1::uuid[], $2::uuid[]))
     order by h.clinic_id, h.handoff_id for no key update of h`,
    [settlements.map(({ clinicId }) => clinicId), settlements.map(({ id }) => id)],
  );
  await run(
    `with clock as (
       select coalesce(to_timestamp($7::float8 / 1000), now()) as at
     ), settlement as (
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::float8[])
         as settlement (clinic_id, alert_id, notifier, kind, code, after_ms)
     ), settled as (
       update alerts a
       set state = case when settlement.kind = 'delivered' then 'delivered'
             when settlement.kind = 'failed' and cardinality(a.notifiers) = 1 then 'failed' else 'queued' end,
           notifiers = case when settlement.kind = 'failed' and cardinality(a.notifiers) > 1 then a.notifiers[2:] else a.notifiers end,
           attempts = case settlement.kind when 'failed' then 0 else a.attempts + 1 end,
           due_at = clock.at + coalesce(settlement.after_ms, 0) * interval '1 ms',
           settled_at = case when settlement.kind = 'delivered' or cardinality(a.notifiers) = 1 and settlement.kind = 'failed' then clock.at end,
           worker_id = null, claimed_at = null
       from settlement, clock
       where a.clinic_id = settlement.clinic_id and a.alert_id = settlement.alert_id and a.worker_id = $8 and a.state = 'queued'
       returning a.clinic_id, a.alert_id, a.handoff_id, a.call_seq, a.state
     ), unreachable as (
       update timers t set due_at = least(t.due_at, clock.at)
       from settled, clock, handoffs h
       where settled.state = 'failed' and h.clinic_id = settled.clinic_id and h.handoff_id = settled.handoff_id
         and t.clinic_id = h.clinic_id and t.conversation_id = h.conversation_id and t.name = 'unattended'
         and settled.call_seq = (select max(last.seq) from handoff_calls last
           where last.clinic_id = h.clinic_id and last.handoff_id = h.handoff_id)
         and not exists (select from alerts other
           where other.clinic_id = settled.clinic_id and other.handoff_id = settled.handoff_id
             and other.call_seq = settled.call_seq and other.alert_id <> settled.alert_id
             and other.state in ('queued', 'delivered')
             and not exists (select from settled too where too.alert_id = other.alert_id and too.state = 'failed'))
     )
     insert into alert_attempts (clinic_id, alert_id, notifier, outcome, code, at)
     select settlement.clinic_id, settlement.alert_id, settlement.notifier, settlement.kind, settlement.code, clock.at
     from settlement join alerts a on a.clinic_id = settlement.clinic_id and a.alert_id = settlement.alert_id, clock`,
    [
      settlements.map(({ clinicId }) => clinicId),
      settlements.map(({ id }) => id),
      settlements.map(({ notifier }) => notifier),
      settlements.map(({ kind }) => kind),
      settlements.map(({ code }) => (code === null ? null : storable(code))),
      settlements.map((settlement) => (settlement.kind === 'retry' ? settlement.afterMs : null)),
      now,
      workerId,
    ],
  );
}
