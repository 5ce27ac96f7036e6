import type { TurnCommit } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';
import { owners, rowsOf } from './rows-of.ts';

/** A question that is open already is not opened twice, also by turns at the same moment; every asking is kept. */
export async function storeQuestions(run: Run, commits: readonly TurnCommit[]): Promise<void> {
  const rows = rowsOf(commits, ({ questions }) => questions);
  if (rows.length === 0) return;
  const [clinics, conversations] = owners(rows);
  const signatures = rows.map(({ row }) => storable(row.signature));
  await run(
    `insert into open_questions (clinic_id, question_id, signature)
     select distinct on (clinic_id, signature) clinic_id, question_id, signature
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as asked (clinic_id, question_id, signature)
     order by clinic_id, signature
     on conflict (clinic_id, signature) where settled_at is null do nothing`,
    [clinics, rows.map(({ row }) => row.id), signatures],
  );
  await run(
    `insert into question_askings (clinic_id, question_id, conversation_id, words, at)
     select asked.clinic_id, q.question_id, asked.conversation_id, asked.words, to_timestamp(asked.at / 1000)
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::float8[])
       as asked (clinic_id, conversation_id, signature, words, at)
     join open_questions q on q.clinic_id = asked.clinic_id and q.signature = asked.signature and q.settled_at is null`,
    [
      clinics,
      conversations,
      signatures,
      rows.map(({ row }) => storable(row.words)),
      rows.map(({ row }) => row.at),
    ],
  );
}
