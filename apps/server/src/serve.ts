import { createServer, type Server } from 'node:http';
import {
  type AccountConnector,
  type AccountKeeper,
  type AccountStore,
  type AttributionStore,
  type CalendarStore,
  type ChannelAdapter,
  createArrivalBell,
  createModelMeter,
  createSpeakerDesk,
  type EngineParts,
  type KeepingDesk,
  GlowBotError,
  type LanguageModel,
  type ModelLedger,
  type ModelLimits,
  modelLimits,
  type Notifier,
  startAccountKeeper,
  startWorker,
  type SpeakerStore,
  type Store,
  type Worker,
  workerDefaults,
} from '@glowbot/core';
import { startBusyReader } from './calendar/busy-reader.ts';
import { type FetchText, fetchPublic } from './calendar/fetch-public.ts';
import { startBookkeeping } from './attribution/keep-books.ts';
import { createApp } from './http/app.ts';
import { idOf, newId } from './identity.ts';
import type { Log } from './log.ts';
import type { DemoMailbox } from './notifiers/demo-mailbox.ts';
import { skills } from './skills.ts';
import { createTimeLimit } from './time-limit.ts';

export type ServeOptions = {
  store: Store & ModelLedger & CalendarStore & AttributionStore & AccountStore & SpeakerStore;
  adapters: readonly ChannelAdapter[];
  /** How accounts are connected and kept connected; a channel without one has fixed credentials. */
  connectors?: readonly AccountConnector[];
  role: 'all' | 'web' | 'worker';
  host: string;
  port: number;
  log: Log;
  /** Absent: rules and templates only. */
  languageModel?: LanguageModel | undefined;
  modelLimits?: Partial<ModelLimits>;
  /** For Meta's callbacks about people who connected pages. */
  metaAppSecret?: string | undefined;
  /** Ways of telling people on call. */
  notifiers?: readonly Notifier[];
  /** Where people reach this server from outside; unset, at the address it listens on. */
  publicUrl?: string | undefined;
  mailbox?: DemoMailbox | undefined;
  /** How private calendars are read; a test brings its own way. */
  fetchText?: FetchText;
  /** The clinics' clock, in milliseconds; the machine's unless a test brings its own. */
  clock?: () => number;
};

export type RunningServer = {
  url: string;
  /** Takes nothing new, finishes what is in flight, gives leases back. The store stays open: it is the caller's. */
  stop(): Promise<void>;
};

/** After this long a request or stream still open at a stop is cut. */
const drainMs = 5_000;

export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { store, adapters, role, log, notifiers = [], mailbox } = options;
  let publicUrl = options.publicUrl ?? '';
  const keeping: KeepingDesk = {
    store,
    connectors: new Map((options.connectors ?? []).map((connector) => [connector.channel, connector])),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    accountsLink: () => `${publicUrl}/`,
  };
  const parts: EngineParts = {
    store,
    channels: new Map(adapters.map((adapter) => [adapter.channel, adapter])),
    skills,
    timeLimit: createTimeLimit(),
    notifiers: new Map(notifiers.map((notifier) => [notifier.name, notifier])),
    alertLink: (token) => `${publicUrl}/h/${token}`,
    clock: options.clock ?? Date.now,
    newId,
    idOf,
    notice: (notice) => log.notice(notice),
    keeping,
    speakers: createSpeakerDesk(store, (notice) => log.notice(notice)),
    languageModel: options.languageModel && {
      model: options.languageModel,
      ledger: store,
      limits: { ...modelLimits, ...options.modelLimits },
      bell: createArrivalBell(),
      meter: createModelMeter(),
    },
  };
  const after = (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  };
  let worker: Worker | undefined;
  let busyReader: ReturnType<typeof startBusyReader> | undefined;
  let books: ReturnType<typeof startBookkeeping> | undefined;
  const closing = new AbortController();
  let isReady = true;
  const app = createApp({
    ...parts,
    keeping,
    publicUrl: () => publicUrl,
    metaAppSecret: options.metaAppSecret,
    store,
    adapters,
    role,
    wake: () => worker?.wake(),
    isReady: () => isReady,
    closing: closing.signal,
    mailbox,
  });

  const handle = app.callback();
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
    (request, response) => void handle(request, response),
  );
  await listen(server, options.host, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;

  const url = `http://${host}:${port}`;
  publicUrl ||= url;
  /** Not before the address is known: alerts name it. */
  let keeper: AccountKeeper | undefined;
  if (role !== 'web') {
    worker = startWorker(parts, workerDefaults, after);
    busyReader = startBusyReader({ ...parts, store, fetchText: options.fetchText ?? fetchPublic() }, after);
    books = startBookkeeping({ ...parts, store }, after);
    keeper = startAccountKeeper(parts, keeping, after);
  }

  return {
    url,
    async stop() {
      isReady = false;
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(cut);
      await busyReader?.stop();
      await books?.stop();
      await keeper?.stop();
      await worker?.stop();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use; choose another with PORT.`
          : `Cannot listen on ${host}:${port}.`;
      reject(new GlowBotError('CONFIG_INVALID', why, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
