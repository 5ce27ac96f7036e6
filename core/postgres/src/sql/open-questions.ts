import type { Faq, Instant, OpenQuestionRecord } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';

type Row = Omit<OpenQuestionRecord, 'times'> & { times: string };

export async function readOpenQuestions(run: Run, clinicId: string): Promise<OpenQuestionRecord[]> {
  const rows = await run<Row>(
    `select q.question_id as id, (array_agg(a.words order by a.seq))[1] as words, count(*) as times,
       min(a.at) as "firstAskedAt", max(a.at) as "lastAskedAt",
       array_agg(distinct a.conversation_id)::text[] as conversations
     from open_questions q
     join question_askings a on a.clinic_id = q.clinic_id and a.question_id = q.question_id
     where q.clinic_id = $1 and q.settled_at is null
     group by q.question_id order by count(*) desc, max(a.at) desc`,
    [clinicId],
  );
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}

/** False when it is not open, or not there. */
export async function settleQuestion(
  run: Run,
  clinicId: string,
  id: string,
  { by, at, faq }: { by: string; at: Instant; faq: string | null },
): Promise<boolean> {
  const settled = await run(
    `update open_questions set settled_at = to_timestamp($3::float8 / 1000), settled_by = $4, faq = $5
     where clinic_id = $1 and question_id = $2 and settled_at is null returning question_id`,
    [clinicId, id, at, storable(by), faq],
  );
  return settled.length > 0;
}

export async function insertFaq(run: Run, clinicId: string, { key, question, answer }: Faq): Promise<void> {
  await run(
    `insert into faqs (clinic_id, key, position, question, answer)
     values ($1, $2, (select coalesce(max(position), -1) + 1 from faqs where clinic_id = $1), $3, $4)`,
    [clinicId, key, storable(question), storable(answer)],
  );
}
