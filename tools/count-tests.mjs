#!/usr/bin/env node
// Says how many tests passed and failed, from the results that vitest left in a file.
// Plain JavaScript on purpose: it runs on whatever Node the machine came with, even when nothing could be installed.
import fs from 'node:fs';

const help = `Prints "N passed, N failed" from vitest's JSON results.

  node tools/count-tests.mjs FILE [passed|failed]

  FILE             what vitest left there; an absent or empty one means that no test ran
  passed, failed   how the whole run ended; a failed run counts at least one failure
`;

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

/** @param {string} file @returns {TestFile[]} */
function readResults(file) {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  return text === '' ? [] : JSON.parse(text).testResults;
}

const [file, ending = 'passed'] = process.argv.slice(2);
if (file === undefined || file.startsWith('-')) {
  const isAsked = file === '--help' || file === '-h';
  (isAsked ? process.stdout : process.stderr).write(help);
  process.exitCode = isAsked ? 0 : 2;
} else {
  const files = readResults(file);
  const count = (/** @type {string} */ status) =>
    files.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === status).length;
  // A file that cannot be loaded or made ready has no failed test, and is a failure all the same.
  const unready = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = count('failed') + unready.length;
  process.stdout.write(
    `${count('passed')} passed, ${ending === 'failed' ? Math.max(failed, 1) : failed} failed\n`,
  );
}
