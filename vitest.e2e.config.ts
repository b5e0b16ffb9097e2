import { defineConfig } from 'vitest/config';

/** `npm run e2e`: the page in a browser, against servers as `npm start` makes them. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A page on a busy machine answers later than in a second.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', './test/support/summary-reporter.ts'],
  },
});
