import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Each worker of the database tests has an engine beside it: half as many as there are cores, but never one alone. */
const workers = { maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)) }

/** Projects of one group run together, the groups one after the other: what is timed is not disturbed. */
const together = { sequence: { groupOrder: 0 }, ...workers }
const afterwards = { sequence: { groupOrder: 1 }, maxWorkers: 2 }
const last = { sequence: { groupOrder: 2 }, maxWorkers: 1 }

const database = {
  include: ['src/**/*.db.test.ts', 'tests/**/*.db.test.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

/** Five kinds of tests; `npm test` runs them all and says how many passed. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'tests/*.test.ts',
            'tests/run/*.test.ts',
            'bootstrap/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ['**/*.db.test.ts', '**/*.browser.test.ts', '**/*.system.test.ts', 'node_modules/**'],
          testTimeout: 20_000,
          ...together,
        },
      },
      {
        // What starts, kills and restarts processes of its own.
        test: {
          name: 'system',
          include: ['src/**/*.system.test.ts', 'tests/**/*.system.test.ts'],
          globalSetup: ['tests/support/embedded-template.ts', 'tests/support/postgres-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...afterwards,
        },
      },
      {
        test: {
          name: 'embedded',
          ...database,
          env: { KANSLI_TEST_ENGINE: 'embedded' },
          globalSetup: ['tests/support/embedded-template.ts'],
          ...together,
        },
      },
      {
        test: {
          name: 'postgres',
          ...database,
          env: { KANSLI_TEST_ENGINE: 'postgres' },
          globalSetup: ['tests/support/postgres-server.ts'],
          ...together,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...last,
          globalSetup: ['tests/support/embedded-template.ts', 'tests/support/demo-template.ts'],
        },
      },
    ],
  },
})
