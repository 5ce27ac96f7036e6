import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callOpenapi, type OpenapiSettings } from './openapi.ts';

/** The result of one call, and what it sent. */
async function call(status: number, body: string, settings: Partial<OpenapiSettings> = {}) {
  const requests: { url: unknown; init: RequestInit | undefined }[] = [];
  const result = await callOpenapi(
    {
      fetch: (url, init) => {
        requests.push({ url, init });
        return Promise.resolve(new Response(body, { status }));
      },
      openapiUrl: 'https://openapi.zalo.test',
      ...settings,
    },
    { method: 'POST', path: '/v3.0/oa/message/cs', body: { a: 1 } },
    'token-1',
    AbortSignal.timeout(1000),
  );
  return { result, headers: new Headers(requests[0]?.init?.headers), init: requests[0]?.init };
}

describe('a call to the OA API', () => {
  it('carries the token in its own header, and follows no redirect', async () => {
    const { headers, init } = await call(200, '{"error":0,"data":{}}');
    expect(headers.get('access_token')).toBe('token-1');
    expect(headers.has('appsecret_proof')).toBe(false);
    expect(init?.redirect).toBe('error');
  });

  it('proves the app secret when it is known', async () => {
    const { headers } = await call(200, '{"error":0}', { appSecret: 's' });
    expect(headers.get('appsecret_proof')).toBe(createHmac('sha256', 's').update('token-1').digest('hex'));
  });

  it.each([
    [200, '{"error":0,"data":{"message_id":"1"}}', { kind: 'success', data: { message_id: '1' } }],
    [200, '{"error":-216,"message":"x"}', { kind: 'refused', next: 'renew-token', code: '-216' }],
    [200, '{"error":"-230"}', { kind: 'refused', next: 'window-closed', code: '-230' }],
    [400, '{"error":-32}', { kind: 'refused', next: 'retry', code: '-32' }],
    [200, '{"error":-99999}', { kind: 'refused', next: 'defect', code: '-99999' }],
    [500, '{"error":-99999}', { kind: 'unclear', why: 'http-500 with -99999' }],
    [429, 'slow down', { kind: 'refused', next: 'retry', code: 'http-429' }],
    [502, '<html>', { kind: 'unclear', why: 'http-502 without proof' }],
    [500, '{"error":0}', { kind: 'unclear', why: 'http-500 without proof' }],
    [200, '', { kind: 'unclear', why: 'http-200 without proof' }],
    [200, '[]', { kind: 'unclear', why: 'http-200 without proof' }],
    [200, '{"error":null}', { kind: 'unclear', why: 'http-200 without proof' }],
    [200, '{"message":"Success"}', { kind: 'unclear', why: 'http-200 without proof' }],
    [200, 'x'.repeat(1_100_000), { kind: 'unclear', why: 'answer too long' }],
  ])('answered %i %.40s is named by what must happen next', async (status, body, expected) => {
    expect((await call(status, body)).result).toEqual(expected);
  });

  it('keeps ids above 2^53 whole', async () => {
    const { result } = await call(200, '{"error":0,"data":{"message_id":9007199254740993}}');
    expect(result).toEqual({ kind: 'success', data: { message_id: '9007199254740993' } });
  });
});
