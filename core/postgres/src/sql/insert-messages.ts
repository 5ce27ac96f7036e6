import type { ThreadMessage } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';

/** Adds messages to their threads, each once. */
export async function insertMessages(
  run: Run,
  rows: readonly { clinicId: string; conversationId: string; row: ThreadMessage }[],
): Promise<void> {
  if (rows.length === 0) return;
  await run(
    `insert into messages (clinic_id, conversation_id, message_id, author, text, vendor_message_id, attachments, at)
     select clinic_id, conversation_id, message_id, author, text, vendor_message_id, attachments, to_timestamp(least(greatest(at, 0), 253402214400000) / 1000)
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::float8[]) with ordinality
       as said (clinic_id, conversation_id, message_id, author, text, vendor_message_id, attachments, at, nth)
     order by nth
     on conflict do nothing`,
    [
      rows.map(({ clinicId }) => clinicId),
      rows.map(({ conversationId }) => conversationId),
      rows.map(({ row }) => storable(row.id)),
      rows.map(({ row }) => row.author),
      rows.map(({ row }) => storable(row.text)),
      rows.map(({ row }) => (row.vendorMessageId === null ? null : storable(row.vendorMessageId))),
      rows.map(({ row }) => JSON.stringify(row.attachments)),
      rows.map(({ row }) => row.at),
    ],
  );
}
