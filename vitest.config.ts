import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** More workers than cores only wait for each other; more than four of them, for the database. */
const maxWorkers = Math.max(2, Math.min(4, availableParallelism()));

/** Where to leave the results for a program to read, besides what people read. */
const resultFile = process.env['GLOWBOT_TEST_RESULT'];

const planted = 'tests/borders/planted/**';

/** Patterns to leave out of a run that has little time, separated by commas; Vitest's own flag does not reach into projects. */
const skipped = (process.env['GLOWBOT_TEST_SKIP'] ?? '').split(',').filter((pattern) => pattern !== '');

export default defineConfig({
  test: {
    maxWorkers,
    reporters: resultFile === undefined ? ['default'] : ['default', ['json', { outputFile: resultFile }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'core/engine/src/**/*.test.ts',
            'plugins/*/src/**/*.test.ts',
            'examples/*/src/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', ...skipped],
          // Pure code leaves nothing behind for the next file.
          isolate: false,
          // Properties run thousands of times, and the machine may be busy with something else.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'node',
          include: [
            'adapters/*/src/**/*.test.ts',
            'apps/{simulator,dashboard}/src/**/*.test.ts',
            'core/{claude,memory,rehearsal,testkit}/src/**/*.test.ts',
            'tests/{borders,eval,golden,proof,renders,voice}/**/*.test.ts',
          ],
          exclude: [planted, ...skipped],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'pg',
          include: [
            'core/postgres/src/**/*.test.ts',
            'apps/server/src/**/*.test.ts',
            'tests/{journeys,interleavings,isolation,faults,load,postgres}/**/*.test.ts',
          ],
          globalSetup: ['tests/postgres/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/{e2e,browser}/**/*.test.ts'],
          globalSetup: ['tests/postgres/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // A browser, a server and a database at a time are enough for two cores.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
