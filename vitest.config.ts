import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const core =
  'packages/{icons,geometry,document,render,editor,shapes,layout,languages,interchange,collab,notes,editor-dom,contracts}/**/*.test.ts';

export default defineConfig({
  test: {
    // By itself it would leave one of two processors idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          // What is tested keeps nothing outside of what a test makes, so files may share the modules that one has loaded.
          isolate: false,
          setupFiles: ['tests/fixed-seed.ts'],
          include: [core, 'apps/web/**/*.test.ts', 'scripts/**/*.test.mjs', 'tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**', '**/*.browser.test.ts'],
          // A machine that is busy with other things is slow, not wrong.
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'integration',
          // Each file starts what it needs; loading the house anew for each would take longer than the tests.
          isolate: false,
          setupFiles: ['tests/fixed-seed.ts', 'tests/quick-passwords.ts'],
          // Real processes and databases: a machine that does other work as well may miss a limit once.
          retry: process.env.CI ? 1 : 0,
          include: ['packages/{database,service-kit}/**/*.test.ts', 'services/**/*.test.ts', 'apps/server/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**', '**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
