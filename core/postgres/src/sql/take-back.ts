import type { Run } from '../database/database.ts';

type Reply = { clinicId: string; conversationId: string; id: string };

/**
 * Takes unsaid replies back, all of a conversation or none. Returns those that have left meanwhile. The conversations are locked,
 * so none of theirs can be allowed to leave while this decides.
 */
export async function takeBack(run: Run, replies: readonly Reply[]): Promise<Reply[]> {
  return run(
    `with asked as (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as asked (clinic_id, conversation_id, outbox_id)
     ), gone as (
       select asked.* from asked
       left join outbox o on o.clinic_id = asked.clinic_id and o.outbox_id = asked.outbox_id
       where o.state is distinct from 'queued'
     ), taken as (
       update outbox o set state = 'withheld', why = 'said-with-the-next', settled_at = now(), worker_id = null, claimed_at = null
       from asked
       where o.clinic_id = asked.clinic_id and o.outbox_id = asked.outbox_id and o.conversation_id = asked.conversation_id
         and o.state = 'queued'
         and not exists (
           select from gone where gone.clinic_id = asked.clinic_id and gone.conversation_id = asked.conversation_id)
     )
     select clinic_id as "clinicId", conversation_id as "conversationId", outbox_id as id from gone`,
    [
      replies.map(({ clinicId }) => clinicId),
      replies.map(({ conversationId }) => conversationId),
      replies.map(({ id }) => id),
    ],
  );
}
