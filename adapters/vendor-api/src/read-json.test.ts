import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, readJson } from './read-json.ts';

const read = (text: string) => {
  const reading = readJson(text);
  return reading.ok ? reading.value : reading.reason;
};

describe('reading JSON from outside', () => {
  it('keeps ids above 2^53 whole, as text', () => {
    expect(read('{"id":9007199254740993,"at":1795410000000,"n":-12345678901234567890}')).toEqual({
      id: '9007199254740993',
      at: 1795410000000,
      n: '-12345678901234567890',
    });
  });

  it('leaves digits inside texts and other numbers alone', () => {
    const text = String.raw`{"a":"9007199254740993","b":"\"9007199254740993","c":"\\","d":1234567890123456.5,"e":1e400}`;
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it('reads all other JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(read(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300, examples: [['{"__proto__":{"a":1}}'], ['"\\u0000"']] },
    );
  });

  it('refuses to nest deeper than 32', () => {
    expect(readJson('['.repeat(32) + ']'.repeat(32)).ok).toBe(true);
    expect(read('['.repeat(33) + ']'.repeat(33))).toBe('nested too deeply');
    expect(read(`"${'['.repeat(100)}"`)).toBe('['.repeat(100));
  });

  it.each([
    ['', 'empty body'],
    [' \n', 'empty body'],
    ['{', 'not JSON'],
    ['"abc', 'not JSON'],
    ['"abc\\', 'not JSON'],
    ['00000000000000000001', 'not JSON'],
  ])('says why %j is not read', (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it('takes bytes that are not UTF-8, and a byte-order mark', () => {
    expect(read(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x22, 0xff, 0x22])))).toBe('\u{FFFD}');
  });

  it('takes time in proportion to the text', () => {
    /** In proportion to its square this would not end within the test's time, on any machine. */
    const pieces = ['"', '\\', '1', '-', '{}', '"a",', '9007199254740993,'];
    expect(pieces.map((piece) => read(piece.repeat(300_000)))).toHaveLength(pieces.length);
  });
});
