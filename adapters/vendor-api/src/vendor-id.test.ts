import { describe, expect, it } from 'vitest';
import { eventId, MessageId, VendorId } from './vendor-id.ts';

describe('ids', () => {
  it('are text, whether the vendor prints text or numbers', () => {
    expect(VendorId.parse('3344556677889900112')).toBe('3344556677889900112');
    expect(VendorId.parse(100000000000001)).toBe('100000000000001');
  });

  it.each(['', 'a b', 'a\u0000', 'ạ', 'x'.repeat(129), 1.5, -1, null, {}])('are never %j', (value) => {
    expect(VendorId.safeParse(value).success).toBe(false);
  });

  it('of events fit the inbox even for the longest message id', () => {
    const longest = MessageId.parse('m'.repeat(512));
    expect(eventId('message', longest).length).toBeLessThanOrEqual(600);
    expect(eventId('message', longest, longest).length).toBeLessThanOrEqual(600);
    expect(eventId('message', longest, `${longest}a`)).not.toBe(eventId('message', longest, `${longest}b`));
  });
});
