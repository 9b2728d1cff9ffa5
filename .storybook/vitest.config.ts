import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArgs, browserPath } from '../scripts/lib/browser.mjs';

// Every story is a test: it renders, its play function passes, axe finds nothing.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [storybookTest({ configDir: import.meta.dirname, disableAddonDocs: true })],
  test: {
    name: 'stories',
    // A frame of its own for each file would load all modules anew, and take more than half as long again. No story may leave anything behind in the page.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: browserPath(), args: browserArgs } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
