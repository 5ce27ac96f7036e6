import type { IncomingMessage } from 'node:http';

/** Largest body a webhook or an API call may have, in bytes. Vendors' batches stay well below it. */
export const bodyLimit = 1_000_000;

export type RawBody = { kind: 'read'; bytes: Buffer } | { kind: 'too-large' } | { kind: 'broken-off' };

/** The bytes exactly as they arrived, because signatures are made over them. Stops reading at the limit. */
export async function readRawBody(request: IncomingMessage, limit: number): Promise<RawBody> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = bytesOf(chunk);
      size += bytes.length;
      if (size > limit) return { kind: 'too-large' };
      chunks.push(bytes);
    }
  } catch {
    return { kind: 'broken-off' };
  }
  return { kind: 'read', bytes: Buffer.concat(chunks) };
}

/** A stream types its chunks as anything; of a request they are bytes. */
function bytesOf(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
}
