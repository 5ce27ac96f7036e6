import { createHash } from 'node:crypto';

/** The same customer for the same contact, whichever process hears from them first: a version 8 UUID (RFC 9562, section 5.8). */
export function customerIdOf(clinicId: string, accountId: string, contactId: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['customer', clinicId, accountId, contactId]))
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
