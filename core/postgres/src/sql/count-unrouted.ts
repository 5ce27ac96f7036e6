import type { Run } from '../database/database.ts';

export async function countUnrouted(run: Run, channel: string, externalId: string): Promise<void> {
  await run(
    `insert into unrouted_events (channel, external_id) values ($1, $2)
     on conflict (channel, external_id) do update set events = unrouted_events.events + 1, last_at = now()`,
    [channel, externalId],
  );
}
