import { readdirSync, readFileSync } from 'node:fs';

/**
 * All fixtures of a folder by their file's name, as the bytes that a webhook would carry. Each file names in `source`
 * the vendor's public page it follows, and holds in `body` what the vendor posts.
 */
export function readChannelFixtures(folder: URL): (name: string) => Uint8Array<ArrayBuffer> {
  const bodies = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of readdirSync(folder)) {
    const fixture: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    if (!isFixture(fixture)) throw new Error(`${file} needs a source (https://…) and a body`);
    bodies.set(file.replace(/\.json$/, ''), new TextEncoder().encode(JSON.stringify(fixture.body)));
  }
  return (name) => {
    const body = bodies.get(name);
    if (!body) throw new Error(`no fixture called ${name}`);
    return body;
  };
}

function isFixture(value: unknown): value is { source: string; body: unknown } {
  if (typeof value !== 'object' || value === null || !('source' in value) || !('body' in value)) return false;
  return (
    typeof value.source === 'string' && URL.canParse(value.source) && value.source.startsWith('https://')
  );
}
