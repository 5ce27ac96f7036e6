import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Machines that run this have two cores; more workers than cores only wait for each other. */
const maxWorkers = Math.max(2, Math.min(4, availableParallelism()));

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['core/engine/src/**/*.test.ts', 'plugins/*/src/**/*.test.ts', 'examples/*/src/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'node',
          include: [
            'adapters/*/src/**/*.test.ts',
            'apps/{simulator,dashboard}/src/**/*.test.ts',
            'core/testkit/src/**/*.test.ts',
            'tests/{borders,renders}/**/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'pg',
          include: [
            'core/postgres/src/**/*.test.ts',
            'apps/server/src/**/*.test.ts',
            'tests/{journeys,isolation,faults}/**/*.test.ts',
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
        },
      },
    ],
  },
});
