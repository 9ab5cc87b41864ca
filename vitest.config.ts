import { defineConfig } from 'vitest/config'

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
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/*.test.ts', 'bootstrap/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.browser.test.ts', '**/*.system.test.ts', 'node_modules/**'],
          testTimeout: 20_000,
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
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'embedded',
          ...database,
          env: { KANSLI_TEST_ENGINE: 'embedded' },
          globalSetup: ['tests/support/embedded-template.ts'],
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'postgres',
          ...database,
          env: { KANSLI_TEST_ENGINE: 'postgres' },
          globalSetup: ['tests/support/postgres-server.ts'],
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          globalSetup: ['tests/support/embedded-template.ts'],
        },
      },
    ],
  },
})
