import type { WebhookRequest } from '@glowbot/core';
import { zaloWebhookMac } from '@glowbot/zalo-api';
import { describe, expect, it } from 'vitest';
import { verify } from './verify.ts';

const settings = { appId: '1122334455667788990', oaSecrets: ['new-secret', 'old-secret'] };

function signed(text: string, timestamp: string, oaSecret = 'new-secret'): WebhookRequest {
  const body = new TextEncoder().encode(text);
  const mac = zaloWebhookMac({ appId: settings.appId, body, timestamp, oaSecret }).toString('hex');
  return { method: 'POST', query: {}, headers: { 'x-zevent-signature': mac }, body };
}

describe('a Zalo webhook', () => {
  it.each([
    ['text', '{"timestamp":"1795410000000"}', '1795410000000'],
    ['a number', '{"timestamp":1795410000000}', '1795410000000'],
    ['a number above 2^53', '{"timestamp":17954100000000001}', '17954100000000001'],
  ])('is signed with its timestamp, printed as %s', (_, body, timestamp) => {
    expect(verify(signed(body, timestamp), settings)).toEqual({ kind: 'genuine' });
  });

  it('is taken under the older secret while it is being replaced, and not under an empty one', () => {
    const request = signed('{"timestamp":"1"}', '1', 'old-secret');
    expect(verify(request, settings).kind).toBe('genuine');
    expect(verify(request, { ...settings, oaSecrets: ['new-secret'] }).kind).toBe('refused');
    expect(verify(signed('{"timestamp":"1"}', '1', ''), { ...settings, oaSecrets: [''] }).kind).toBe(
      'refused',
    );
  });

  it.each([
    '{}',
    '{"timestamp":null}',
    '{"timestamp":"1e3"}',
    '{"timestamp":-1}',
    '[]',
    'null',
    '',
    'x',
    '['.repeat(99),
  ])('is refused without a readable timestamp: %s', (body) => {
    expect(verify(signed(body, ''), settings)).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('is never asked for by GET', () => {
    const request = { ...signed('{"timestamp":"1"}', '1'), method: 'GET' } as const;
    expect(verify(request, { ...settings, bootstrap: true })).toMatchObject({ kind: 'refused', status: 403 });
  });

  describe('before the OA Secret Key is known', () => {
    const ping = { ...signed('{"timestamp":"1"}', '1', 'unknown'), headers: {} };
    const bootstrap = { appId: settings.appId, oaSecrets: [], bootstrap: true };

    it('is answered 200 and dropped, so that the console saves the address', () => {
      expect(verify(ping, bootstrap)).toEqual({ kind: 'handshake', answer: '' });
      expect(verify(ping, settings)).toMatchObject({ kind: 'refused', status: 401 });
      expect(verify(ping, { ...bootstrap, bootstrap: false })).toMatchObject({ kind: 'refused' });
    });

    it('still knows a signature that fits', () => {
      expect(verify(signed('{"timestamp":"1"}', '1'), { ...settings, bootstrap: true }).kind).toBe('genuine');
    });
  });
});
