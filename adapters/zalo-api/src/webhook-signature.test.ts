import { describe, expect, it } from 'vitest';
import { isSameMac, readMacHeader, zaloWebhookMac } from './webhook-signature.ts';

const hex = '2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9';

describe('the signature of a Zalo webhook', () => {
  it('is the digest other implementations compute', () => {
    const body = new TextEncoder().encode('BODY');
    const mac = zaloWebhookMac({ appId: 'X', body, timestamp: '1234567890', oaSecret: 'Y' });
    expect(mac.toString('hex')).toBe(hex);
  });

  it.each([hex, `mac=${hex}`, hex.toUpperCase(), `mac=${hex.toUpperCase()}`, ` mac=${hex} `])(
    'is read from the header %s',
    (header) => {
      expect(readMacHeader(header)?.toString('hex')).toBe(hex);
    },
  );

  it.each(['', 'mac=', hex.slice(1), `${hex}0`, `sha256=${hex}`, `mac=mac=${hex}`, `mac=${hex.slice(2)}zz`])(
    'is not read from the header "%s"',
    (header) => {
      expect(readMacHeader(header)).toBeUndefined();
    },
  );

  it('compares digests of different lengths without throwing', () => {
    expect(isSameMac(Buffer.from(hex, 'hex'), Buffer.from(hex, 'hex'))).toBe(true);
    expect(isSameMac(Buffer.from(hex, 'hex'), Buffer.from('2f', 'hex'))).toBe(false);
  });
});
