import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { masterKeysFrom } from './master-keys.ts';
import { open, seal } from './seal.ts';

const newKey = () => randomBytes(32).toString('base64');
const keyText = newKey();
const keys = masterKeysFrom({ current: keyText, old: [] });
const place = { clinicId: 'clinic-a', rowId: 'account-a', column: 'credentials' };
const secret = { accessToken: 'bí mật' };
const refused = /SECRET_UNREADABLE/;

describe('a sealed secret', () => {
  it('opens where it was sealed', () => {
    expect(open(seal(secret, place, keys), place, keys)).toEqual(secret);
  });

  it('never looks the same twice and never shows its content', () => {
    const sealed = seal(secret, place, keys);
    expect(sealed).not.toBe(seal(secret, place, keys));
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toContain(
      'accessToken',
    );
  });

  it.each([
    ['clinic', { ...place, clinicId: 'clinic-b' }],
    ['row', { ...place, rowId: 'account-b' }],
    ['column', { ...place, column: 'name' }],
  ])('is refused in another %s', (_, elsewhere) => {
    const sealed = seal(secret, place, keys);
    expect(() => open(sealed, elsewhere, keys)).toThrow(refused);
  });

  it('is refused when any single bit of it was changed', () => {
    const parts = seal(secret, place, keys).split('.');
    for (const index of [2, 3]) {
      const bytes = Buffer.from(parts[index] ?? '', 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const changed = parts.with(index, flipped.toString('base64url')).join('.');
        expect(() => open(changed, place, keys)).toThrow(refused);
      }
    }
  });

  it('is refused with a shortened tag, or cut anywhere', () => {
    const parts = seal(secret, place, keys).split('.');
    const content = Buffer.from(parts[3] ?? '', 'base64url');
    for (let length = 0; length < content.length; length += 1) {
      const cut = parts.with(3, content.subarray(0, length).toString('base64url')).join('.');
      expect(() => open(cut, place, keys)).toThrow(refused);
    }
  });

  it('is refused when its parts come from two secrets', () => {
    const one = seal(secret, place, keys).split('.');
    const other = seal(secret, place, keys).split('.');
    expect(() => open(one.with(3, other[3] ?? '').join('.'), place, keys)).toThrow(refused);
  });

  it('is refused in a second spelling of the same bytes', () => {
    expect(() => open(`${seal(secret, place, keys)}=`, place, keys)).toThrow(refused);
  });

  it('opens with an old key after a new one has taken its place, and with no key that is unknown', () => {
    const sealed = seal(secret, place, keys);
    expect(open(sealed, place, masterKeysFrom({ current: newKey(), old: [keyText] }))).toEqual(secret);
    expect(() => open(sealed, place, masterKeysFrom({ current: newKey(), old: [] }))).toThrow(refused);
  });

  it('needs keys of the right length', () => {
    expect(() => masterKeysFrom({ current: randomBytes(31).toString('base64'), old: [] })).toThrow(
      /CONFIG_INVALID/,
    );
  });
});
