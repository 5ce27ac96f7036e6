import type { AccountConnector, ChannelAdapter } from '@glowbot/core';
import { createFacebook, createFacebookConnector } from '@glowbot/facebook';
import { createZaloConnector, createZaloOa } from '@glowbot/zalo-oa';
import type { FacebookConfig, ZaloConfig } from './config.ts';

/** How long a vendor may take to answer a call, in milliseconds. */
const vendorTimeoutMs = 8_000;

/** The channels this server speaks. Adding one is a folder of its own and a line here. */
export function createChannels(config: {
  facebook: FacebookConfig | undefined;
  zalo: ZaloConfig | undefined;
}): ChannelAdapter[] {
  const network = { fetch: globalThis.fetch, timeoutMs: vendorTimeoutMs };
  const { facebook, zalo } = config;
  return [
    ...(facebook
      ? [
          createFacebook({
            ...network,
            appId: facebook.appId,
            appSecrets: [facebook.appSecret],
            verifyToken: facebook.verifyToken,
            graphUrl: facebook.graphUrl,
          }),
        ]
      : []),
    ...(zalo
      ? [
          createZaloOa({
            ...network,
            appId: zalo.appId,
            oaSecrets: [zalo.oaSecret],
            appSecret: zalo.appSecret,
            openapiUrl: zalo.openapiUrl,
          }),
        ]
      : []),
  ];
}

/** How their accounts are connected and kept connected. */
export function createConnectors(config: {
  facebook?: FacebookConfig | undefined;
  zalo: ZaloConfig | undefined;
}): AccountConnector[] {
  const network = { fetch: globalThis.fetch, timeoutMs: vendorTimeoutMs };
  const { facebook, zalo } = config;
  return [
    ...(facebook ? [createFacebookConnector({ ...network, ...facebook })] : []),
    ...(zalo ? [createZaloConnector({ ...network, ...zalo })] : []),
  ];
}
