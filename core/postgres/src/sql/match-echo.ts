import type { EchoMatch } from '@glowbot/core';
import type { Transaction } from '../database.ts';

/**
 * By our key, else by the vendor's message id, else by the exact words: an echo may arrive before the vendor has answered the send.
 * Words are compared only with what has no vendor id yet, so that staff repeating a sentence of the bot are still staff.
 */
/** A text longer than this that stands within ours is one part of it: channels split what is too long for one message. */
const partLength = 200;

const statement = `
select outbox_id, state from outbox
where clinic_id = $1 and conversation_id = $2 and created_at > now() - interval '1 day'
  and (outbox_id::text = $3
    or $4 = any (vendor_message_ids)
    or (state in ('sending', 'unknown') and (
      normalize(array_to_string(texts, E'\\n'), nfc) = normalize($5::text, nfc)
      or (length($5::text) > ${partLength} and strpos(normalize(array_to_string(texts, E'\\n'), nfc), normalize($5::text, nfc)) > 0))))
order by (outbox_id::text = $3) desc, ($4 = any (vendor_message_ids)) desc, seq
limit 1
`;

export async function matchEcho(
  tx: Transaction,
  clinicId: string,
  conversationId: string,
  echo: { key?: string | undefined; messageId: string; text: string },
): Promise<EchoMatch> {
  const clean = (text: string) => text.replaceAll('\u0000', '');
  const [row] = await tx.query<{ outbox_id: string; state: string }>(statement, [
    clinicId,
    conversationId,
    clean(echo.key ?? ''),
    clean(echo.messageId),
    clean(echo.text),
  ]);
  if (!row) return { kind: 'not-ours' };
  return { kind: 'ours', outboxId: row.outbox_id, alreadySettled: row.state === 'sent' };
}
