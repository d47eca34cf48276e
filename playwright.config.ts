import { defineConfig } from '@playwright/test';

const onCluster = process.env.E2E_TOPOLOGY === 'cluster';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Ten processes are started, and share the machine, in place of one.
  timeout: onCluster ? 300_000 : 120_000,
  expect: { timeout: onCluster ? 30_000 : 20_000 },
  fullyParallel: false,
  // Each has a product of its own; while one waits for a database or a page, another works. A cluster has processes enough.
  workers: onCluster ? 1 : 2,
  // A machine that does other work as well may miss a limit.
  retries: process.env.CI ? 2 : 0,
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    trace: 'on-first-retry',
  },
});
