import { createHash, createHmac, randomUUID } from 'node:crypto';
import {
  type Alert,
  type ClinicScope,
  type ConversationDetail,
  type ConversationSummary,
  type ModelLimits,
  type Notifier,
  replay,
  statePath,
  type Store,
} from '@glowbot/core';
import { createClaude, type Patience } from '@glowbot/claude';
import { createChannels, createConnectors, createLog, idOf, serve } from '@glowbot/server';
import { startSimulator, type ThreadMessage } from '@glowbot/simulator';
import { testStore, withDemoClinic } from '../postgres/test-database.ts';

export type Channel = 'zalo' | 'facebook';

/** The vendors' side of the secrets; the server gets the same ones, as after connecting. */
export const vendor = {
  facebook: {
    appId: '1001',
    appSecret: 'facebook-app-secret',
    verifyToken: 'facebook-verify-token',
    pageId: '2001',
    pageToken: 'page-token',
  },
  zalo: {
    appId: '3001',
    appSecret: 'zalo-app-secret',
    oaSecret: 'zalo-oa-secret',
    oaId: '4001',
    token: 'oa-token',
    refresh: 'oa-refresh',
  },
  claude: { apiKey: 'claude-key' },
} as const;

/** Monday, 23 November 2026, ten in the morning at the clinic; from there time passes as usual. */
const mondayMorning = Date.parse('2026-11-23T10:00:00+07:00');

const patienceMs = 20_000;

export type World = Awaited<ReturnType<typeof startWorld>>;

export function simulatorOptions(webhooks: string) {
  const { facebook, zalo, claude } = vendor;
  return {
    port: 0,
    claude,
    webhookUrls: { facebook: `${webhooks}/webhooks/facebook`, zalo: `${webhooks}/webhooks/zalo` },
    webhookRetryMs: [100, 300, 1_000, 2_000, 4_000],
    facebook: {
      appId: facebook.appId,
      appSecret: facebook.appSecret,
      verifyToken: facebook.verifyToken,
      pages: [{ id: facebook.pageId, name: 'Lạc Diên', accessToken: facebook.pageToken }],
    },
    zalo: {
      appId: zalo.appId,
      appSecret: zalo.appSecret,
      oaSecret: zalo.oaSecret,
      oas: [{ id: zalo.oaId, name: 'Lạc Diên', accessToken: zalo.token, refreshToken: zalo.refresh }],
    },
  };
}

/** The demo clinic with both its accounts connected. */
export async function connectedDemo(store: Parameters<typeof withDemoClinic>[0], settleMs = 0) {
  const { clinicId, scope, connect } = await withDemoClinic(store, 'demo', settleMs);
  await connect('facebook', vendor.facebook.pageId, { pageAccessToken: vendor.facebook.pageToken });
  await connect('zalo-oa', vendor.zalo.oaId, {
    accessToken: vendor.zalo.token,
    refreshToken: vendor.zalo.refresh,
  });
  return { clinicId, scope, token: await store.issueAccessToken(scope, 'test') };
}

export type WorldOptions = {
  settleMs?: number;
  /** Lets the simulator's language model take part, within these limits; absent: rules and templates only. */
  languageModel?: Partial<ModelLimits>;
  patience?: Partial<Patience>;
};

/** Everything for real but the vendors: PostgreSQL, the server on HTTP, and the simulator calling it with signed webhooks. */
export async function startWorld({ settleMs = 0, languageModel, patience = {} }: WorldOptions = {}) {
  const ahead = mondayMorning - Date.now();
  const clock = () => Date.now() + ahead;
  const database = await testStore(clock);
  const { store } = database;
  const { clinicId, scope, token } = await connectedDemo(store, settleMs);
  const simulator = await startSimulator({ ...simulatorOptions('http://127.0.0.1:1'), clock });
  const alerts: (Alert & { to: string })[] = [];
  const listener: Notifier = {
    name: 'email',
    async deliver(alert, to) {
      alerts.push({ ...alert, to });
      return { kind: 'delivered' };
    },
  };
  const vendors = {
    facebook: { ...vendor.facebook, graphUrl: simulator.url, dialogUrl: simulator.url },
    zalo: { ...vendor.zalo, openapiUrl: simulator.url, oauthUrl: simulator.url },
  };
  const server = await serve({
    store,
    adapters: createChannels(vendors),
    connectors: createConnectors(vendors),
    metaAppSecret: vendor.facebook.appSecret,
    ...(languageModel
      ? {
          languageModel: createClaude({
            ...vendor.claude,
            baseUrl: simulator.url,
            patience,
            clock: Date.now,
            chance: () => 0.5,
            after: (ms, callback) => {
              const timer = setTimeout(callback, ms);
              return () => clearTimeout(timer);
            },
          }),
          modelLimits: languageModel,
        }
      : {}),
    role: 'all',
    host: '127.0.0.1',
    port: 0,
    log: createLog('silent'),
    notifiers: [listener],
    clock,
  });
  simulator.pointWebhooksAt({
    facebook: `${server.url}/webhooks/facebook`,
    zalo: `${server.url}/webhooks/zalo`,
  });

  async function api<T>(path: string, method = 'GET'): Promise<T> {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return (await answer.json()) as T;
  }

  return {
    ...database,
    clinicId,
    scope,
    token,
    simulator,
    server,
    clock,
    idOf,
    api,
    /** What people on call were told by e-mail. */
    alerts,
    /** A new person who writes on this channel. `says` resolves with the clinic's answer to it. */
    customer(channel: Channel) {
      const { id } = simulator.createCustomer({ channel, name: 'Khách Thử' });
      const answered = () => simulator.sends(id).length;
      const next = async (before: number): Promise<ThreadMessage> => {
        const sends = await simulator.waitForSends(id, before + 1, patienceMs);
        return sends.at(-1) ?? fail('the clinic did not answer');
      };
      return {
        id,
        async says(text: string): Promise<ThreadMessage> {
          const before = answered();
          simulator.customerSays(id, text);
          return next(before);
        },
        async taps(message: ThreadMessage, title: string): Promise<ThreadMessage> {
          const before = answered();
          const index = message.choices.findIndex((choice) => choice.title === title);
          simulator.customerTaps(id, message.id, index);
          return next(before);
        },
        /** The conversation as the API shows it to the clinic. */
        async conversation(): Promise<ConversationDetail> {
          const [row] = await database.sql<{ conversation_id: string }>(
            'select conversation_id from conversations where contact_id = $1',
            [id],
          );
          return api<ConversationDetail>(`/api/conversations/${row?.conversation_id}`);
        },
      };
    },
    conversations: () => api<{ conversations: ConversationSummary[] }>('/api/conversations'),
    async close() {
      await simulator.close();
      await server.stop();
      await replayEverything(store, scope);
      await database.close();
    },
  };
}

/** Whatever a journey was about: its journal, walked again, must take every step as it was taken. */
async function replayEverything(store: Store, scope: ClinicScope): Promise<void> {
  for (const { id, state } of await store.conversations(scope, { limit: 200 })) {
    const journal = await store.journal(scope, id);
    const { steps, snapshot } = replay(journal);
    const astray = steps.find(({ isSame }) => !isSame);
    if (steps.length !== journal.length || astray || (journal.length > 0 && statePath(snapshot) !== state))
      fail(`a replay went astray: ${JSON.stringify(astray ?? { state, replayed: statePath(snapshot) })}`);
  }
}

function fail(why: string): never {
  throw new Error(why);
}

/** A webhook as the vendor would sign it, made without any code of the product. */
export function signedWebhook(
  channel: Channel,
  body: Buffer | string,
): { path: string; headers: Record<string, string>; body: Buffer } {
  const bytes = Buffer.from(body);
  if (channel === 'facebook') {
    const mac = createHmac('sha256', vendor.facebook.appSecret).update(bytes).digest('hex');
    return {
      path: '/webhooks/facebook',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${mac}` },
      body: bytes,
    };
  }
  const timestamp = /"timestamp":"(\d+)"/.exec(bytes.toString())?.[1] ?? '';
  const mac = createHash('sha256')
    .update(vendor.zalo.appId)
    .update(bytes)
    .update(timestamp)
    .update(vendor.zalo.oaSecret)
    .digest('hex');
  return {
    path: '/webhooks/zalo',
    headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` },
    body: bytes,
  };
}

/** The body of one text message. */
export function textWebhook(
  channel: Channel,
  options: { from: string; text: string; at: number; messageId?: string; account?: string },
): string {
  const { from, text, at, messageId = randomUUID() } = options;
  if (channel === 'facebook') {
    const page = options.account ?? vendor.facebook.pageId;
    return JSON.stringify({
      object: 'page',
      entry: [
        {
          id: page,
          time: at,
          messaging: [
            {
              sender: { id: from },
              recipient: { id: page },
              timestamp: at,
              message: { mid: messageId, text },
            },
          ],
        },
      ],
    });
  }
  const oa = options.account ?? vendor.zalo.oaId;
  return JSON.stringify({
    app_id: vendor.zalo.appId,
    event_name: 'user_send_text',
    timestamp: String(at),
    sender: { id: from },
    recipient: { id: oa },
    message: { msg_id: messageId, text },
  });
}
