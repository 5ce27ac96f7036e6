/** Ids that are the same in every run, so that a rehearsal can be repeated exactly. */
export function knownIds() {
  let last = 0;
  return {
    newId: (): string => {
      last += 1;
      return `00000000-0000-4000-8000-${last.toString(16).padStart(12, '0')}`;
    },
    idOf: idOfText,
    here: () => last,
    /** From here on the same ids come again. */
    rewind(to: number) {
      last = to;
    },
  };
}

const seeds = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35] as const;

/** The same UUID for the same text; no secret depends on it, so four plain hashes are enough. */
function idOfText(text: string): string {
  const hex = seeds.map((seed) => hashOf(text, seed).toString(16).padStart(8, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** FNV-1a over UTF-16 units, with a last mix. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
