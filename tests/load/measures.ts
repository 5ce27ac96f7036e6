import type { DatabaseConnection } from '@glowbot/postgres';
import pg from 'pg';
import type { Webhooks } from './webhook-client.ts';

export type Spread = { p50: number; p99: number; max: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? Number.NaN };
}

/** Single-row inserts, each its own commit, from 16 clients: what this machine's PostgreSQL can do at most. */
export async function commitsPerSecond(connection: DatabaseConnection, seconds: number): Promise<number> {
  const pool = new pg.Pool({ ...connection, max: 16 });
  try {
    await pool.query('create unlogged table if not exists bench_marker (n int)');
    await pool.query(
      'create table if not exists bench_commits (id bigint generated always as identity, body text)',
    );
    const body = 'x'.repeat(300);
    const until = performance.now() + seconds * 1_000;
    let commits = 0;
    const client = async () => {
      while (performance.now() < until) {
        await pool.query('insert into bench_commits (body) values ($1)', [body]);
        commits += 1;
      }
    };
    await Promise.all(Array.from({ length: 16 }, client));
    return commits / seconds;
  } finally {
    await pool.end();
  }
}

/** Posts at a steady rate, whatever the answers do, and measures each from the moment it was due. */
export async function acknowledgements(
  webhooks: Webhooks,
  plan: { perSecond: number; seconds: number; conversations: number },
  replied: (customer: string) => Promise<void>,
): Promise<{ ack: Spread; reply: Spread; refused: number }> {
  const total = plan.perSecond * plan.seconds;
  const began = performance.now();
  const acks: number[] = [];
  const replies: number[] = [];
  let refused = 0;
  const one = async (index: number) => {
    const due = began + (index * 1_000) / plan.perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const customer = String(10_000 + (index % plan.conversations));
    const answered = replied(customer).then(() => replies.push(performance.now() - due));
    const status = await webhooks.post(customer, 'giá peel da bao nhiêu ạ');
    acks.push(performance.now() - due);
    if (status !== 200) refused += 1;
    await answered;
  };
  await Promise.all(Array.from({ length: total }, (_, index) => one(index)));
  return { ack: spreadOf(acks), reply: spreadOf(replies), refused };
}

const script = [
  'giá peel da bao nhiêu ạ',
  'giá trị mụn',
  'lăn kim giá sao',
  'địa chỉ ở đâu vậy',
  'mấy giờ mở cửa',
  'có phải đặt cọc không',
];

/** Every conversation says its next sentence when the last was answered; as many at once as are in flight. */
export async function turnsPerSecond(
  webhooks: Webhooks,
  plan: { conversations: number; turns: number; inFlight: number; onTurn: (done: number) => void },
  replied: (customer: string) => Promise<void>,
): Promise<{ perSecond: number; turns: number }> {
  const began = performance.now();
  let next = 0;
  let done = 0;
  const lane = async () => {
    while (next < plan.conversations) {
      const customer = String(50_000 + next);
      next += 1;
      for (let turn = 0; turn < plan.turns; turn += 1) {
        const answered = replied(customer);
        await webhooks.post(customer, script[turn % script.length] ?? '');
        await answered;
        done += 1;
        plan.onTurn(done);
      }
    }
  };
  await Promise.all(Array.from({ length: plan.inFlight }, lane));
  return { perSecond: (done * 1_000) / (performance.now() - began), turns: done };
}
