import { expect, test } from 'vitest';
import { vietQrPayload } from './vietqr.ts';

/** CRC-16/CCITT-FALSE bit by bit, as ISO/IEC 13239 writes it down; the code under test has no part in it. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Two digits of name, two of length, the value: EMV's form, read from the outside in. */
function fieldsOf(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = 0; at < text.length; ) {
    const length = Number(text.slice(at + 2, at + 4));
    fields[text.slice(at, at + 2)] = text.slice(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return fields;
}

const bank = { bin: '970416', name: 'ACB', account: '257678859', holder: 'X' };

test('the checksum of the tests is the published one', () => {
  expect(checksum('123456789')).toBe('29B1');
});

test('a transfer is written as published examples are', () => {
  expect(vietQrPayload({ bank, amount: 10_000, note: 'Chuyen tien' })).toBe(
    '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6',
  );
});

test('every part of it can be read back, and the checksum covers all of it', () => {
  const payload = vietQrPayload({ bank, amount: 200_000, note: 'GBHFXB3KLM' });
  const fields = fieldsOf(payload);
  expect(fields).toMatchObject({ '00': '01', '01': '12', '53': '704', '54': '200000', '58': 'VN' });
  const account = fieldsOf(fields['38'] ?? '');
  expect(account).toMatchObject({ '00': 'A000000727', '02': 'QRIBFTTA' });
  expect(fieldsOf(account['01'] ?? '')).toEqual({ '00': '970416', '01': '257678859' });
  expect(fieldsOf(fields['62'] ?? '')).toEqual({ '08': 'GBHFXB3KLM' });
  expect(fields['63']).toBe(checksum(payload.slice(0, -4)));
});
