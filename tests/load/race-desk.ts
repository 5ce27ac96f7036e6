import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Choice,
  type EngineParts,
  type InboundEvent,
  type Instant,
  receive,
  startWorker,
  workerDefaults,
} from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { createStore, type DatabaseConnection } from '@glowbot/postgres';
import { type Reply, stageChannel, stageChannelName } from '@glowbot/rehearsal';
import pg from 'pg';

/** Monday, 23 November 2026, ten in the morning at the clinic. It stays so: nothing here depends on time passing. */
const now: Instant = Date.parse('2026-11-23T10:00:00+07:00');

/** Two processes of a clinic's server, as far as a database can tell. */
const servers = 2;

export type Said = { text: string; choice?: Choice['meaning'] };

/** The engine as it runs in production, from `receive` to `dispatch`, on a real database; only the vendor is a list of replies. */
export async function openRaceDesk(connection: DatabaseConnection) {
  const masterKeys = { current: randomBytes(32).toString('base64'), old: [] };
  const slug = `race-${randomUUID()}`;
  const opened = Array.from({ length: servers }, () =>
    createStore({ connection, masterKeys, clock: () => now }),
  );
  const [first] = opened;
  if (!first) throw new RangeError('no server');
  const clinic = { ...demoClinic(), settleMs: 0 };
  const { clinicId, scope } = await first.createClinic(slug, clinic);
  const externalId = slug;
  await first.connectAccount(scope, {
    channel: stageChannelName,
    externalId,
    name: slug,
    credentials: {},
  });
  const channel = stageChannel(() => now);
  const troubles: string[] = [];
  const heard = new Map<string, (reply: Reply) => void>();
  const channels = new Map([
    [
      stageChannelName,
      {
        ...channel.adapter,
        async send(...asked: Parameters<typeof channel.adapter.send>) {
          const before = channel.replies.length;
          const outcome = await channel.adapter.send(...asked);
          for (const reply of channel.replies.slice(before)) heard.get(reply.contactId)?.(reply);
          return outcome;
        },
      },
    ],
  ]);
  const partsOf = (store: (typeof opened)[number]): EngineParts => ({
    store,
    channels,
    skills: [],
    notifiers: new Map(),
    alertLink: (token) => token,
    clock: () => now,
    newId: randomUUID,
    idOf: (text) => idsByText.get(text) ?? remember(text),
    notice: ({ level, what }) => {
      if (level === 'error') troubles.push(what);
    },
  });
  const idsByText = new Map<string, string>();
  const remember = (text: string) => {
    const id = randomUUID();
    idsByText.set(text, id);
    return id;
  };
  const running = opened.map((store) => {
    const parts = partsOf(store);
    const worker = startWorker(parts, workerDefaults, (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    });
    return { parts, worker };
  });
  const oracle = new pg.Pool({ ...connection, max: 2 });
  oracle.on('error', () => {});

  let arrivals = 0;
  const event = (contactId: string, { text, choice }: Said): InboundEvent => {
    arrivals += 1;
    const id = `${slug} ${arrivals}`;
    const about = choice === undefined ? {} : { choice };
    return {
      kind: 'message',
      id,
      accountId: externalId,
      contactId,
      at: now,
      messageId: id,
      text,
      attachments: [],
      ...about,
    };
  };

  return {
    clinic,
    clinicId,
    troubles,
    replies: channel.replies,
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await oracle.query<Row>(text, values)).rows,
    /** Everybody says something at the same moment; resolves with what each was answered. */
    async rush(said: ReadonlyMap<string, Said>): Promise<Map<string, Reply>> {
      const answers = new Map<string, Reply>();
      const answered = [...said.keys()].map(
        (contactId) =>
          new Promise<void>((resolve) => {
            heard.set(contactId, (reply) => {
              answers.set(contactId, reply);
              resolve();
            });
          }),
      );
      await Promise.all(
        [...said].map(async ([contactId, words], nth) => {
          const server = running[nth % servers];
          if (!server) return;
          const body = channel.body([event(contactId, words)]);
          await receive(server.parts, channel.adapter, { method: 'POST', query: {}, headers: {}, body });
          server.worker.wake();
        }),
      );
      await Promise.all(answered);
      heard.clear();
      return answers;
    },
    async close() {
      for (const { worker } of running) await worker.stop();
      await oracle.end();
      for (const store of opened) await store.close();
    },
  };
}

export type RaceDesk = Awaited<ReturnType<typeof openRaceDesk>>;
