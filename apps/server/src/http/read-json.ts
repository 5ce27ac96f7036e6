import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { readRawBody } from './raw-body.ts';

/** Largest body an API call may have, in bytes. */
const limit = 20_000;

/** The body as the schema wants it; undefined for anything else, be it no JSON, too large, or of another shape. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined;
  const body = await readRawBody(request, limit);
  if (body.kind !== 'read') return undefined;
  try {
    return schema.safeParse(JSON.parse(body.bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
