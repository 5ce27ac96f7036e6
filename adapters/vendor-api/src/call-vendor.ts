import { z } from 'zod';

export type VendorRequest = {
  url: string;
  method: 'GET' | 'POST' | 'DELETE';
  headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form instead; with files it becomes multipart. */
  form?: URLSearchParams | FormData;
};

export type VendorAnswer =
  | { kind: 'answered'; status: number; text: string }
  /** Proven never to have reached the vendor: the same request may be made again. */
  | { kind: 'never-left'; why: string }
  /** It may have been heard and acted upon. */
  | { kind: 'silence'; why: string };

/** Vendors answer sends with some hundred bytes and threads with some ten thousand. */
const longestAnswer = 1_048_576;

/** One request to a vendor: never throws, never follows a redirect, reads no more than a megabyte. */
export async function callVendor(
  fetch: typeof globalThis.fetch,
  request: VendorRequest,
  deadline: AbortSignal,
): Promise<VendorAnswer> {
  if (deadline.aborted) return { kind: 'never-left', why: 'no time left' };
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...bodyOf(request),
      redirect: 'error',
      signal: deadline,
    });
    const text = await readCapped(response);
    if (text === undefined) return { kind: 'silence', why: 'answer too long' };
    return { kind: 'answered', status: response.status, text };
  } catch (error) {
    if (deadline.aborted) return { kind: 'silence', why: 'timeout' };
    return failureOf(error);
  }
}

function bodyOf({ body, form }: VendorRequest): { body?: string | URLSearchParams | FormData } {
  if (form) return { body: form };
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

async function readCapped(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const part = await reader.read();
    if (part.done) break;
    const value: unknown = part.value;
    if (!(value instanceof Uint8Array)) continue;
    size += value.byteLength;
    if (size > longestAnswer) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** No connection was made, so no byte of the request can have arrived. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** These also end a connection that carried the request; they prove something only while connecting. */
const neverConnectedWhileConnecting = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT']);

const Cause = z.object({ code: z.string(), syscall: z.string().optional() });
const Failure = z.object({ cause: z.unknown() });
/** Node tries each address of a host and reports all failures together. */
const ManyCauses = z.object({ errors: z.array(Cause).nonempty() });

function failureOf(error: unknown): VendorAnswer {
  const cause = Failure.safeParse(error).data?.cause;
  const causes = ManyCauses.safeParse(cause).data?.errors ?? [Cause.safeParse(cause).data];
  const why = causes[0]?.code ?? 'network';
  const proven = causes.every(
    (each) =>
      each !== undefined &&
      (neverConnected.has(each.code) ||
        (neverConnectedWhileConnecting.has(each.code) && each.syscall === 'connect')),
  );
  return { kind: proven ? 'never-left' : 'silence', why };
}
