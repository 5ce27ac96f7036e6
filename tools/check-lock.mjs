#!/usr/bin/env node
// Proves that `npm ci` works from the lock file alone, on every platform it names and behind any registry.
import fs from 'node:fs';
import { parseArgs } from 'node:util';

const help = `Checks package-lock.json: no download address in it, and no platform's optional package missing.

  npm run check:lock -- [--file package-lock.json]
`;

/** @typedef {{ resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }} Locked */

/**
 * @param {Record<string, Locked>} packages
 * @returns {string[]}
 */
function problemsOf(packages) {
  return Object.entries(packages).flatMap(([place, { resolved = '', optionalDependencies = {} }]) => {
    const address = /^(https?|git)[:+]/.test(resolved) ? [`${place} holds the address ${resolved}`] : [];
    const holes = Object.keys(optionalDependencies)
      .filter((name) => !isFound(packages, place, name))
      .map((name) => `${place || 'package.json'} names ${name}, which is not in the lock file`);
    return [...address, ...holes];
  });
}

/**
 * Looks where Node would: in node_modules beside the asking package, then further up.
 * @param {Record<string, Locked>} packages
 * @param {string} place
 * @param {string} name
 * @returns {boolean}
 */
function isFound(packages, place, name) {
  if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]) return true;
  if (place === '') return false;
  return isFound(
    packages,
    place.includes('/node_modules/') ? place.slice(0, place.lastIndexOf('/node_modules/')) : '',
    name,
  );
}

function main() {
  const { values } = parseArgs({
    options: {
      file: { type: 'string', default: 'package-lock.json' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void process.stdout.write(help);

  const { packages } = JSON.parse(fs.readFileSync(values.file, 'utf8'));
  const count = Object.keys(packages ?? {}).length;
  if (count < 2) throw new Error(`${values.file} names no packages; run npm install and commit it`);

  const problems = problemsOf(packages);
  if (problems.length > 0) {
    throw new Error(
      `${problems.join('\n')}\n${problems.length} problems. For an address, keep .npmrc and make the lock file anew; for a ` +
        'missing platform, pin a version some weeks older, whose binaries are all published',
    );
  }
  process.stdout.write(`The lock file is whole (${count} packages, no address).\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}.\n`);
  process.exitCode = 1;
}
