import type { Probe } from '@glowbot/core';
import { z } from 'zod';
import { callOpenapi, type OpenapiResult, type OpenapiSettings } from './openapi.ts';

/** Zalo prints the account's id under one name in newer answers and another in older ones. */
const Oa = z.object({
  oaid: z.union([z.string(), z.number()]).transform(String).optional(),
  oa_id: z.union([z.string(), z.number()]).transform(String).optional(),
  name: z.string().optional().catch(undefined),
});

type Settings = OpenapiSettings & { timeoutMs: number };

const getOa = (settings: Settings, accessToken: string): Promise<OpenapiResult> =>
  callOpenapi(
    settings,
    { method: 'GET', path: '/v2.0/oa/getoa' },
    accessToken,
    AbortSignal.timeout(settings.timeoutMs),
  );

/** The account an access token speaks for; undefined when Zalo does not say. */
export async function readOa(
  settings: Settings,
  accessToken: string,
): Promise<{ id: string | undefined; name: string | undefined } | undefined> {
  const result = await getOa(settings, accessToken);
  const oa = result.kind === 'success' ? Oa.safeParse(result.data).data : undefined;
  return oa && { id: oa.oaid ?? oa.oa_id, name: oa.name };
}

/** Reading the account's own name costs nothing and changes nothing. */
export async function probeOa(settings: Settings, accessToken: string): Promise<Probe> {
  const result = await getOa(settings, accessToken);
  if (result.kind === 'success') return { kind: 'good' };
  if (result.kind === 'unclear') return { kind: 'unclear', why: result.why };
  switch (result.next) {
    case 'renew-token':
      return { kind: 'dead', code: result.code };
    case 'account-attention':
      return { kind: 'trouble', trouble: 'not-permitted', code: result.code };
    default:
      return { kind: 'unclear', why: result.code };
  }
}
