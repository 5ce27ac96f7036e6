import type { Run } from '../database/database.ts';

/** Whether the worker named by a parameter or a qualified column is alive, by the database's clock. */
export const isAlive = (worker: string) =>
  `exists (select from workers where workers.worker_id = ${worker} and workers.alive_until > now())`;

/** A sign of life. Rows of workers long dead go with it. */
export async function keepAlive(run: Run, workerId: string, ttlMs: number): Promise<void> {
  await run(
    `with forgotten as (delete from workers where alive_until < now() - interval '1 day' and worker_id <> $1)
     insert into workers (worker_id, alive_until) values ($1, clock_timestamp() + $2::float8 * interval '1 ms')
     on conflict (worker_id) do update set alive_until = excluded.alive_until`,
    [workerId, ttlMs],
  );
}

/** Its leases die with it. */
export async function forgetWorker(run: Run, workerId: string): Promise<void> {
  await run('delete from workers where worker_id = $1', [workerId]);
}
