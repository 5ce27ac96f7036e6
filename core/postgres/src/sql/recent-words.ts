import type { RecentWords } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** The last messages that have words, oldest first. */
export async function readRecentLines(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
  most: number,
): Promise<RecentWords['lines']> {
  const latestFirst = await run<RecentWords['lines'][number]>(
    `select author, text from messages
     where clinic_id = any ($1::uuid[]) and conversation_id::text = $2 and text <> '' order by at desc, seq desc limit $3`,
    [clinicIds, conversationId, most],
  );
  return latestFirst.toReversed();
}

/** Under which name the conversation's customer is known. */
export async function readCustomerNames(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
): Promise<string[]> {
  const rows = await run<{ name: string }>(
    `select customers.name from conversations c
     join customers on customers.clinic_id = c.clinic_id and customers.customer_id = c.customer_id
     where c.clinic_id = any ($1::uuid[]) and c.conversation_id::text = $2 and customers.name is not null`,
    [clinicIds, conversationId],
  );
  return rows.map(({ name }) => name);
}
