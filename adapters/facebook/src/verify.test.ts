import { createHmac } from 'node:crypto';
import type { WebhookRequest } from '@glowbot/core';
import { describe, expect, it } from 'vitest';
import { verify } from './verify.ts';

const settings = { appSecrets: ['new-secret', 'old-secret'], verifyToken: 'verify-me' };
const body = new TextEncoder().encode(String.raw`{"object":"page","entry":[{"id":"1","text":"\u1ea1\/"}]}`);
const hmac = (secret: string, algorithm = 'sha256') =>
  createHmac(algorithm, secret).update(body).digest('hex');
const post = (headers: Record<string, string>): WebhookRequest => ({
  method: 'POST',
  query: {},
  headers,
  body,
});
const get = (query: Record<string, string>): WebhookRequest => ({
  method: 'GET',
  query,
  headers: {},
  body: new Uint8Array(),
});

describe('a signed webhook', () => {
  it.each(settings.appSecrets)('is genuine under the configured secret %s', (secret) => {
    expect(verify(post({ 'x-hub-signature-256': `sha256=${hmac(secret)}` }), settings)).toEqual({
      kind: 'genuine',
    });
  });

  it.each([
    ['the secret of another app', { 'x-hub-signature-256': `sha256=${hmac('other')}` }],
    ['only the legacy header', { 'x-hub-signature': `sha1=${hmac('new-secret', 'sha1')}` }],
    ['the legacy digest in the new header', { 'x-hub-signature-256': `sha1=${hmac('new-secret', 'sha1')}` }],
    [
      'upper case, which Meta never writes',
      { 'x-hub-signature-256': `sha256=${hmac('new-secret').toUpperCase()}` },
    ],
    ['no algorithm', { 'x-hub-signature-256': hmac('new-secret') }],
    ['a second line', { 'x-hub-signature-256': `sha256=${hmac('new-secret')}\nx` }],
  ])('is refused with %s', (_, headers) => {
    expect(verify(post(headers), settings)).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('is refused when no secret is configured, even under the empty one', () => {
    const request = post({ 'x-hub-signature-256': `sha256=${hmac('')}` });
    expect(verify(request, { ...settings, appSecrets: [] }).kind).toBe('refused');
    expect(verify(request, { ...settings, appSecrets: [''] }).kind).toBe('refused');
  });
});

describe('the verification of our address', () => {
  const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me', 'hub.challenge': '1158201444' };

  it('is answered with the challenge', () => {
    expect(verify(get(asked), settings)).toEqual({ kind: 'handshake', answer: '1158201444' });
  });

  it.each([
    ['another token', { ...asked, 'hub.verify_token': 'verify-mf' }],
    ['a shorter token', { ...asked, 'hub.verify_token': 'verify' }],
    ['another mode', { ...asked, 'hub.mode': 'unsubscribe' }],
    ['an endless challenge', { ...asked, 'hub.challenge': '1'.repeat(1001) }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me' }],
    ['nothing', {}],
  ])('is refused for %s', (_, query) => {
    expect(verify(get(query), settings)).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('is refused as long as no token is configured', () => {
    expect(verify(get({ ...asked, 'hub.verify_token': '' }), { ...settings, verifyToken: '' }).kind).toBe(
      'refused',
    );
  });
});
