import { createHash } from 'node:crypto';
import { GlowBotError } from '@glowbot/core';

/** Keys as configured: 32 bytes each, in base64. Old ones only open what they sealed. */
export type MasterKeysText = { current: string; old: readonly string[] };

export type MasterKeys = {
  current: { id: string; key: Buffer };
  byId: ReadonlyMap<string, Buffer>;
};

export function masterKeysFrom({ current, old }: MasterKeysText): MasterKeys {
  const first = named(current);
  return {
    current: first,
    byId: new Map([first, ...old.map(named)].map(({ id, key }) => [id, key])),
  };
}

/** A key's id is a digest, so that a sealed record says which key it needs without a list to keep. */
function named(text: string): { id: string; key: Buffer } {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new GlowBotError('CONFIG_INVALID', 'A master key is not 32 bytes in base64.');
  const id = createHash('sha256').update('glowbot master key id').update(key).digest('hex').slice(0, 16);
  return { id, key };
}
