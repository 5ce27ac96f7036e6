#!/usr/bin/env node
// Makes a browser ready for the tests, and writes down how to start it.
// Plain JavaScript on purpose: it runs on whatever Node the machine came with.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const help = `Makes a browser ready for the tests: unpacks Chromium on Linux x64, looks for an installed one elsewhere.

  npm run setup:browser

  CHROME_PATH   executable of a Chrome or Chromium to use instead
`;

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join(root, 'node_modules/.cache/glowbot-browser');

/** @typedef {{ executablePath: string, env: Record<string, string>, name: string }} Browser */

/** @returns {Promise<Browser | undefined>} */
async function findBrowser() {
  if (process.env.CHROME_PATH) return installed([process.env.CHROME_PATH]);
  if (process.platform === 'linux' && process.arch === 'x64') return await broughtAlong();
  return installed(usualPlaces());
}

/** @returns {Promise<Browser>} */
async function broughtAlong() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const brought = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(fs.readFileSync(path.join(brought, 'package.json'), 'utf8'));
  const folder = path.join(cache, `chromium-${version}`);
  if (!fs.existsSync(folder)) await unpack(path.join(brought, 'bin'), folder);

  const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
  writeWhole(path.join(folder, 'fontconfig/fonts.conf'), fonts);

  const executablePath = path.join(folder, 'chromium');
  const libraries = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout ?? '';
  /** @type {Record<string, string>} */
  const env = { FONTCONFIG_PATH: path.join(folder, 'fontconfig') };
  if (libraries.includes('not found')) env.LD_LIBRARY_PATH = path.join(folder, 'al2023/lib');
  return { executablePath, env, name: `Chromium ${version}` };
}

/**
 * Unpacks beside the final place and renames, so that a folder with the final name is always whole.
 * The package's own executablePath() is no use: its place in the temp folder is shared between versions.
 * @param {string} packed
 * @param {string} folder
 */
async function unpack(packed, folder) {
  fs.mkdirSync(cache, { recursive: true });
  removeAbandoned();
  const unfinished = fs.mkdtempSync(path.join(cache, 'unpacking-'));
  const { TMPDIR } = process.env;
  try {
    process.env.TMPDIR = unfinished;
    const { inflate } = await import('@sparticuz/chromium');
    for (const file of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'])
      await inflate(path.join(packed, file));
    for (const part of [unfinished, path.join(unfinished, 'chromium')]) fs.chmodSync(part, 0o755);
    fs.renameSync(unfinished, folder);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    // Another run was faster: its folder is as good as ours.
    if (!fs.existsSync(folder)) throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** A run that was killed leaves 200 MB behind; one that still works is minutes old at most. */
function removeAbandoned() {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of fs.readdirSync(cache).filter((entry) => entry.startsWith('unpacking-'))) {
    const { mtimeMs } = fs.statSync(path.join(cache, name));
    if (mtimeMs < anHourAgo) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

/**
 * @param {string[]} candidates
 * @returns {Browser | undefined}
 */
function installed(candidates) {
  const executablePath = candidates.find((candidate) => fs.existsSync(candidate));
  return executablePath === undefined ? undefined : { executablePath, env: {}, name: executablePath };
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const { ProgramFiles = '', 'ProgramFiles(x86)': older = '', LOCALAPPDATA = '' } = process.env;
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap(
      (program) => [ProgramFiles, older, LOCALAPPDATA].map((folder) => path.join(folder, program)),
    );
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'].flatMap((program) =>
    folders.map((folder) => path.join(folder, program)),
  );
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeWhole(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, text);
  fs.renameSync(unfinished, file);
}

async function main() {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return void process.stdout.write(help);

  const browser = await findBrowser();
  if (!browser) {
    const wanted = process.env.CHROME_PATH
      ? `CHROME_PATH names no file (${process.env.CHROME_PATH})`
      : 'No browser was found';
    throw new Error(
      `${wanted}. Install Chrome or Chromium, or set CHROME_PATH to its executable, and run npm run setup:browser again.`,
    );
  }
  const { name, ...launch } = browser;
  writeWhole(path.join(cache, 'browser.json'), `${JSON.stringify(launch, null, 2)}\n`);
  process.stdout.write(`Browser for the tests: ${name}.\n`);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
