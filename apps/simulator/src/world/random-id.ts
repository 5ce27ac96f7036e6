import { randomBytes, randomInt } from 'node:crypto';

/**
 * Ids are random rather than counted, because an engine keeps its database when the simulator starts anew, and a
 * counted id would then name a different customer.
 */
export function randomDigits(length: number): string {
  return Array.from({ length }, (_, index) => randomInt(index === 0 ? 1 : 0, 10)).join('');
}

export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
