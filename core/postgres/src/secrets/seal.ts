import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { GlowBotError } from '@glowbot/core';
import type { MasterKeys } from './master-keys.ts';

/** Where a secret belongs. It opens there and nowhere else: moved to another row, column or clinic it is refused. */
export type SecretPlace = { clinicId: string; rowId: string; column: string };

const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/**
 * Seals a secret under a data key of its own, which the master key wraps: changing the master key means
 * wrapping again 32 bytes and not encrypting everything again.
 */
export function seal(secret: unknown, place: SecretPlace, keys: MasterKeys): string {
  const dataKey = randomBytes(keyBytes);
  const bound = boundTo(place, keys.current.id);
  const wrapped = encrypt(dataKey, keys.current.key, `key ${bound}`);
  const content = encrypt(Buffer.from(JSON.stringify(secret)), dataKey, `content ${bound}`);
  return [version, keys.current.id, wrapped.toString('base64url'), content.toString('base64url')].join('.');
}

export function open(sealed: string, place: SecretPlace, keys: MasterKeys): unknown {
  try {
    const [format, keyId, wrapped, content, ...rest] = sealed.split('.');
    const masterKey = keys.byId.get(keyId ?? '');
    if (format !== version || !masterKey || !wrapped || !content || rest.length > 0)
      throw new TypeError('format');
    const bound = boundTo(place, keyId ?? '');
    const dataKey = decrypt(strictly(wrapped), masterKey, `key ${bound}`);
    const opened: unknown = JSON.parse(
      decrypt(strictly(content), dataKey, `content ${bound}`).toString('utf8'),
    );
    return opened;
  } catch {
    /** The cause stays out: a parser quotes what it reads. */
    throw new GlowBotError('SECRET_UNREADABLE', `It is ${place.column} of ${place.rowId}.`);
  }
}

function boundTo({ clinicId, rowId, column }: SecretPlace, keyId: string): string {
  return JSON.stringify([version, keyId, clinicId, rowId, column]);
}

/** iv, ciphertext, tag. */
function encrypt(plain: Buffer, key: Buffer, bound: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(
    Buffer.from(bound),
  );
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(sealed: Buffer, key: Buffer, bound: string): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw new RangeError('too short');
  /** Node accepts shortened tags unless the length is named. */
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(ivBytes, -tagBytes));
  /** What `update` gives is not yet verified; `final` throws before it can be used. */
  return Buffer.concat([plain, decipher.final()]);
}

/** Node's decoder skips what it does not know; two texts for one secret would be a way around a comparison. */
function strictly(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new TypeError('encoding');
  return bytes;
}
