import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';

/** Written by `npm run setup:browser`, which knows where the browser is and what it needs around it. */
const written = new URL('../../node_modules/.cache/glowbot-browser/browser.json', import.meta.url);

const Launch = z.object({ executablePath: z.string(), env: z.record(z.string(), z.string()) });

// A browser of a test asks nothing of the world and needs no sandbox of its own, which root could not give it.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the browser of the tests; whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = Launch.parse(JSON.parse(readLaunch()));
  return await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

function readLaunch(): string {
  try {
    return readFileSync(written, 'utf8');
  } catch (error) {
    throw new Error('No browser is ready for the tests: run npm run setup:browser once.', { cause: error });
  }
}
