/** Vendors' events nest about eight deep; ten thousand levels overflow everything that later writes them out again. */
const maxDepth = 32;

export type JsonReading =
  | { ok: true; value: unknown }
  | { ok: false; reason: 'empty body' | 'not JSON' | 'nested too deeply' };

/** Bytes to text: a byte-order mark is dropped, bytes that are not UTF-8 become U+FFFD, and nothing throws. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/**
 * Reads JSON from outside. Whole numbers of 16 digits and more come back as text: vendors print ids above 2^53
 * as bare numbers, and JSON.parse would round two customers into one. Takes time in proportion to the text.
 */
export function readJson(text: string): JsonReading {
  if (text.trim() === '') return { ok: false, reason: 'empty body' };
  const prepared = quoteLongIntegers(text);
  if (prepared === undefined) return { ok: false, reason: 'nested too deeply' };
  try {
    return { ok: true, value: JSON.parse(prepared) };
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
}

const longInteger = /^-?[1-9]\d{15,}$/;

/** Undefined when the text nests deeper than allowed. */
function quoteLongIntegers(text: string): string | undefined {
  let quoted = '';
  let copied = 0;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      at = endOfString(text, at);
    } else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > maxDepth) return undefined;
      at += 1;
    } else if (char === '}' || char === ']') {
      depth -= 1;
      at += 1;
    } else if (isDigit(text.charCodeAt(at)) || char === '-') {
      const end = endOfNumber(text, at);
      const number = text.slice(at, end);
      if (longInteger.test(number)) {
        quoted += `${text.slice(copied, at)}"${number}"`;
        copied = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  return quoted + text.slice(copied);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && (isDigit(text.charCodeAt(at)) || '+-.eE'.includes(text.charAt(at)))) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
