import type { EchoMatch, Instant } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable, storableKey } from '../storable.ts';

type Echo = { key?: string | undefined; messageId: string; text: string; at: Instant };

/**
 * Finds the row that an echo is of: by our key, by the vendor's message id, or by its exact words among rows whose vendor id is
 * not known. A long answer leaves in parts: an echo of one part is ours, and settles nothing, for the rest may still be on its way.
 */
export async function matchEcho(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
  echo: Echo,
): Promise<EchoMatch> {
  const [match] = await run<{ id: string; state: string; isPart: boolean }>(
    `select outbox_id as id, state, is_part as "isPart"
     from (
       select o.outbox_id, o.state, o.seq,
         o.outbox_id::text = $3 as by_key,
         $4 = any (o.vendor_message_ids) as by_id,
         o.state in ('sending', 'unknown') or (o.state = 'sent' and o.vendor_message_ids = '{}') as is_open,
         normalize(btrim(o.said, E' \\n\\t'), NFC) = $5 as is_whole,
         $5 <> '' and normalize(btrim(o.said, E' \\n\\t'), NFC) <> $5 and position($5 in normalize(o.said, NFC)) > 0 as is_part
       from outbox o
       where o.clinic_id = any ($1::uuid[]) and o.conversation_id = $2 and o.sending_at > now() - interval '24 hours'
     ) candidate
     -- A short text can be part of a longer one by chance, and a person's own.
     where by_key or by_id or (is_open and (is_whole or (is_part and length($5) >= 20)))
     order by by_key desc, by_id desc, is_whole desc nulls last, seq
     limit 1`,
    [
      clinicIds,
      conversationId,
      echo.key ?? null,
      storableKey(echo.messageId),
      storable(echo.text).normalize('NFC').trim(),
    ],
  );
  if (!match) return { kind: 'not-ours' };
  return { kind: 'ours', outboxId: match.id, alreadySettled: match.state === 'sent' || match.isPart };
}
