/** Far above what any vendor lets a person type in one message. */
const longestText = 32_768;

/**
 * Text as the house keeps it: NFC, because phones send Vietnamese decomposed; without NUL and half surrogates,
 * because PostgreSQL refuses them; and of bounded length.
 */
export function cleanText(text: string): string {
  return text.slice(0, longestText).replaceAll('\u0000', '').toWellFormed().normalize('NFC');
}

const longestRaw = 65_536;

/** The vendor's own text for safekeeping, cut to 64 KB on a character border. */
export function rawText(text: string): string {
  const bytes = new TextEncoder().encode(text.replaceAll('\u0000', '\u{FFFD}'));
  // `stream` makes the decoder hold back a character that the cut has halved.
  return new TextDecoder().decode(bytes.subarray(0, longestRaw), { stream: true });
}
