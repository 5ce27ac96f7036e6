import type { ChannelAdapter } from '@glowbot/core';
import { capabilities } from './capabilities.ts';
import { lookUp } from './look-up.ts';
import { FacebookCredentials, type FacebookOptions } from './options.ts';
import { parse } from './parse.ts';
import { render } from './render.ts';
import { send } from './send.ts';
import { verify } from './verify.ts';

export { createFacebookConnector, type FacebookConnectorOptions } from './connector.ts';
export { readSignedRequest, type SignedRequest } from './signed-request.ts';
export { FacebookCredentials, type FacebookOptions } from './options.ts';

/** Facebook Messenger for Pages: the Send API and the page webhook. */
export function createFacebook(options: FacebookOptions): ChannelAdapter<FacebookCredentials> {
  const settings = {
    fetch: options.fetch,
    graphUrl: options.graphUrl ?? 'https://graph.facebook.com',
    graphVersion: options.graphVersion ?? 'v26.0',
    proofSecret: options.appSecretProof === false ? undefined : options.appSecrets[0],
    tokenIn: options.tokenIn ?? 'header',
    timeoutMs: options.timeoutMs ?? 10_000,
  };
  return {
    channel: 'facebook',
    webhookPath: 'facebook',
    capabilities,
    credentials: FacebookCredentials,
    verify: (request) => verify(request, options),
    parse: (body, receivedAt) => parse(body, receivedAt, options.appId),
    render,
    send: (calls, account) => send(calls, account, settings),
    lookUp: (query, account) => lookUp(query, account, settings),
  };
}
