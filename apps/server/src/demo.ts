import type { Store } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { type Simulator, startSimulator } from '@glowbot/simulator';
import type { ClaudeConfig, FacebookConfig, ZaloConfig } from './config.ts';
import { type DemoSecrets, saveDemoSecrets } from './demo-secrets.ts';

/** Ids of the invented apps, page and official account. */
const demo = {
  slug: 'demo',
  facebookAppId: '100000000000001',
  pageId: '200000000000002',
  zaloAppId: '3000000000000000003',
  oaId: '4000000000000000004',
  claudeKey: 'simulated-claude-key',
} as const;

export type DemoVendors = {
  simulator: Simulator;
  facebook: FacebookConfig;
  zalo: ZaloConfig;
  claude: ClaudeConfig;
};

/** Starts the simulated vendors; they deliver their webhooks to `serverUrl`. */
export async function startDemoVendors(options: {
  serverUrl: string;
  port: number;
  secrets: DemoSecrets;
}): Promise<DemoVendors> {
  const { secrets, serverUrl } = options;
  const { shortName } = demoClinic();
  const simulator = await startSimulator({
    port: options.port,
    webhookUrls: { facebook: `${serverUrl}/webhooks/facebook`, zalo: `${serverUrl}/webhooks/zalo` },
    watchUrl: `${serverUrl}/#token=${secrets.accessToken ?? ''}`,
    facebook: {
      appId: demo.facebookAppId,
      appSecret: secrets.facebookAppSecret,
      verifyToken: secrets.facebookVerifyToken,
      pages: [{ id: demo.pageId, name: shortName, accessToken: secrets.pageAccessToken }],
    },
    zalo: {
      appId: demo.zaloAppId,
      appSecret: secrets.zaloAppSecret,
      oaSecret: secrets.zaloOaSecret,
      oas: [
        {
          id: demo.oaId,
          name: shortName,
          accessToken: secrets.oaAccessToken,
          refreshToken: secrets.oaRefreshToken,
        },
      ],
    },
    claude: { apiKey: demo.claudeKey },
  });
  return {
    simulator,
    claude: { apiKey: demo.claudeKey, baseUrl: simulator.url, models: {} },
    facebook: {
      appId: demo.facebookAppId,
      appSecret: secrets.facebookAppSecret,
      verifyToken: secrets.facebookVerifyToken,
      graphUrl: simulator.url,
      dialogUrl: simulator.url,
    },
    zalo: {
      appId: demo.zaloAppId,
      appSecret: secrets.zaloAppSecret,
      oaSecret: secrets.zaloOaSecret,
      openapiUrl: simulator.url,
      oauthUrl: simulator.url,
    },
  };
}

/** The demo clinic with its two accounts and an access token for its live view. Running it again changes nothing. */
export async function seedDemo(store: Store, secrets: DemoSecrets, dataFolder: string): Promise<DemoSecrets> {
  const { scope } =
    (await store.findClinic(demo.slug)) ?? (await store.createClinic(demo.slug, demoClinic()));
  /** What is connected stays as it is: its tokens may have been renewed since. */
  const connect = async (channel: string, externalId: string, credentials: unknown) => {
    if (await store.routeAccount(channel, externalId)) return;
    await store.connectAccount(scope, { channel, externalId, name: 'Lạc Diên', credentials, renewAt: 0 });
  };
  await connect('facebook', demo.pageId, { pageAccessToken: secrets.pageAccessToken });
  await connect('zalo-oa', demo.oaId, {
    accessToken: secrets.oaAccessToken,
    refreshToken: secrets.oaRefreshToken,
  });
  const isKnown =
    secrets.accessToken !== undefined && (await store.scopeOfToken(secrets.accessToken)) !== undefined;
  if (isKnown) return secrets;
  const renewed = { ...secrets, accessToken: await store.issueAccessToken(scope, 'demo') };
  saveDemoSecrets(dataFolder, renewed);
  return renewed;
}
