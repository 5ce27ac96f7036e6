import type { SendRequest } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';
import { isOutdated } from './claim-sends.ts';
import { isAlive } from './workers.ts';

/**
 * Allows sends and stores their exact words before they leave. A row decided before a takeover, or unasked for by somebody who
 * opted out, is withheld for good; one that is not first in its conversation, or that the customer's newer words have outdated, goes
 * back to the queue.
 * The conversation's row is shared first: a takeover has either been committed, and the epochs differ, or waits for this commit.
 */
export async function authoriseSends(
  run: Run,
  requests: readonly (SendRequest & { workerId: string })[],
): Promise<{ id: string; allowed: boolean }[]> {
  return run(
    `with asked as (
       select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
         as asked (asker, clinic_id, outbox_id, texts, said, choices)
     ), fenced as (
       select asked.*, c.conversation_id, c.epoch, c.customer_id
       from asked
       join outbox o using (clinic_id, outbox_id)
       join conversations c using (clinic_id, conversation_id)
       order by c.clinic_id, c.conversation_id
       for share of c
     ), judged as (
       select fenced.*,
         case
           when o.author = 'bot' and o.epoch < fenced.epoch then 'taken-over'
           when o.proactive and customers.opted_out then 'opted-out'
           when o.seq > (
             select first.seq from outbox first
             where first.clinic_id = fenced.clinic_id and first.conversation_id = fenced.conversation_id
               and first.state in ('queued', 'sending', 'unknown')
             order by first.seq limit 1) then 'not-first'
           when ${isOutdated('fenced')} then 'outdated'
           else 'allowed'
         end as verdict
       from fenced
       join outbox o using (clinic_id, outbox_id)
       join customers using (clinic_id, customer_id)
       where o.state = 'queued' and o.worker_id = fenced.asker and ${isAlive('fenced.asker')}
       for no key update of o
     )
     update outbox o
     set state = case when verdict = 'allowed' then 'sending' when verdict in ('not-first', 'outdated') then 'queued' else 'withheld' end,
         why = case when verdict in ('taken-over', 'opted-out') then verdict end,
         worker_id = case when verdict = 'allowed' then o.worker_id end,
         claimed_at = case when verdict = 'allowed' then now() end,
         settled_at = case when verdict in ('taken-over', 'opted-out') then now() end,
         texts = judged.texts, said = judged.said, choices = judged.choices,
         sending_at = case when verdict = 'allowed' then now() end,
         attempts = o.attempts + case when verdict = 'allowed' then 1 else 0 end
     from judged where o.clinic_id = judged.clinic_id and o.outbox_id = judged.outbox_id
     returning o.outbox_id as id, o.state = 'sending' as allowed`,
    [
      requests.map(({ workerId }) => workerId),
      requests.map(({ clinicId }) => clinicId),
      requests.map(({ id }) => id),
      requests.map(({ texts }) => JSON.stringify(texts.map(storable))),
      requests.map(({ texts }) => storable(texts.join('\n'))),
      requests.map(({ choices }) => JSON.stringify(choices)),
    ],
  );
}
