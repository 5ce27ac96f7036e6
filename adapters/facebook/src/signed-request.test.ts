import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSignedRequest } from './signed-request.ts';

const secret = 'app-secret';
const payloadOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (payload: string, key = secret) =>
  `${createHmac('sha256', key).update(payload).digest('base64url')}.${payload}`;
const genuine = payloadOf({ algorithm: 'HMAC-SHA256', issued_at: 1, user_id: '218471' });

describe('a signed request', () => {
  it('tells whom it is about', () => {
    expect(readSignedRequest(signed(genuine), [secret])).toEqual({ userId: '218471' });
  });

  it('may be padded, write its algorithm small, and be signed with the older secret', () => {
    const [signature] = signed(genuine).split('.');
    expect(readSignedRequest(`${signature}=.${genuine}`, ['new', secret])).toEqual({ userId: '218471' });
    const small = payloadOf({ algorithm: 'hmac-sha256', user_id: 218471 });
    expect(readSignedRequest(signed(small), [secret])).toEqual({ userId: '218471' });
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no signature', `.${genuine}`],
    ['no payload', 'abc.'],
    ['one part', 'abc'],
    ['three parts', `${signed(genuine)}.x`],
    ['another key', signed(genuine, 'other')],
    ['an empty key', signed(genuine, '')],
    [
      'a changed payload',
      `${signed(genuine).split('.')[0]}.${payloadOf({ algorithm: 'HMAC-SHA256', user_id: '1' })}`,
    ],
    ['a cut signature', signed(genuine).slice(4)],
    ['another algorithm', signed(payloadOf({ algorithm: 'none', user_id: '1' }))],
    ['nobody', signed(payloadOf({ algorithm: 'HMAC-SHA256' }))],
    ['no JSON', signed(Buffer.from('{').toString('base64url'))],
  ])('is none with %s', (_, text) => {
    expect(readSignedRequest(text, [secret, ''])).toBeUndefined();
  });
});
