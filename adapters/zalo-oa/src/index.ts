import type { ChannelAdapter } from '@glowbot/core';
import { capabilities } from './capabilities.ts';
import { lookUp } from './look-up.ts';
import { ZaloOaCredentials, type ZaloOaOptions } from './options.ts';
import { parse } from './parse.ts';
import { render } from './render.ts';
import { send } from './send.ts';
import { verify } from './verify.ts';

export { createZaloConnector, type ZaloConnectorOptions } from './connector.ts';
export { ZaloOaCredentials, type ZaloOaOptions } from './options.ts';

/** Zalo Official Account: consultation messages and their webhook. */
export function createZaloOa(options: ZaloOaOptions): ChannelAdapter<ZaloOaCredentials> {
  const settings = {
    fetch: options.fetch,
    openapiUrl: options.openapiUrl ?? 'https://openapi.zalo.me',
    appSecret: options.appSecretProof === false ? undefined : options.appSecret,
    timeoutMs: options.timeoutMs ?? 10_000,
  };
  return {
    channel: 'zalo-oa',
    webhookPath: 'zalo',
    capabilities,
    credentials: ZaloOaCredentials,
    verify: (request) => verify(request, options),
    parse: (body, receivedAt) => parse(body, receivedAt, options),
    render: (message) => render(message, options),
    send: (calls, account) => send(calls, account, settings),
    lookUp: (query, account) => lookUp(query, account, settings),
  };
}
