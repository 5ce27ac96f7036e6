import type { Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';

export type StepRow = {
  cursor: string;
  conversationId: string;
  event: string;
  from: string;
  to: string;
  detail: string;
  at: Instant;
};

const columns = `xid || '.' || seq as cursor, conversation_id as "conversationId", event, from_state as "from", to_state as "to", detail, at`;

/** The newest steps of one conversation, oldest first. */
export async function readSteps(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
): Promise<StepRow[]> {
  return run(
    `select cursor, "conversationId", event, "from", "to", detail, at from (
       select ${columns}, xid, seq from steps
       where clinic_id = any ($1::uuid[]) and conversation_id = $2 order by xid desc, seq desc limit 500
     ) newest order by xid, seq`,
    [clinicIds, conversationId],
  );
}

/** All steps of one conversation, oldest first. */
export async function readJournal(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
): Promise<StepRow[]> {
  return run(
    `select ${columns} from steps where clinic_id = any ($1::uuid[]) and conversation_id = $2 order by xid, seq`,
    [clinicIds, conversationId],
  );
}

export type StepCursor = { xid: string; seq: string };

/**
 * Steps after a cursor. Numbers are given when a transaction begins to write and not when it commits, so only those below every
 * transaction still open are read: a slow one cannot slip in behind a cursor that has passed it.
 */
export async function readStepsAfter(
  run: Run,
  clinicIds: readonly string[],
  cursor: StepCursor,
  limit: number,
): Promise<StepRow[]> {
  return run(
    `select ${columns} from steps
     where clinic_id = any ($1::uuid[]) and (xid, seq) > ($2::xid8, $3::bigint)
       and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid, seq limit $4`,
    [clinicIds, cursor.xid, cursor.seq, limit],
  );
}

/** Everything committed from now on comes after this. */
export async function readPresent(run: Run): Promise<StepCursor> {
  const [present] = await run<StepCursor>(
    `select pg_snapshot_xmin(pg_current_snapshot()) as xid, '0' as seq`,
  );
  if (!present) throw new RangeError('the database did not say where it is');
  return present;
}
