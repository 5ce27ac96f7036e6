import { createHash } from 'node:crypto';
import { z } from 'zod';

/** An account's or a customer's id. Vendors print ids as text and as numbers; here they are text. */
export const VendorId = z
  .union([z.string(), z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)])
  .transform(String)
  .pipe(z.string().regex(/^[\x21-\x7e]{1,128}$/));

/** A message's id: opaque, long at Meta, a plain number at others. */
export const MessageId = z
  .union([z.string(), z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)])
  .transform(String)
  .pipe(z.string().regex(/^[\x20-\x7e]{1,512}$/));

/** The inbox id of an event: its kind and what makes it this one, however often it is delivered. */
export function eventId(kind: string, ...parts: readonly string[]): string {
  const id = [kind, ...parts].join(':');
  return id.length <= 580 ? id : `${kind}:${digestOf(parts.join(':'))}`;
}

/** For events without an id of their own, their content is their id. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
