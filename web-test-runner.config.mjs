// Tests in a real browser. `npx wtr packages/ui/src/x.test.ts` runs one file; DVC_CSP=1 serves every page under the strict policy.
import { env } from 'node:process';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserArgs, browserPath } from './scripts/lib/browser.mjs';
import { files } from './scripts/lib/stale.mjs';
import { webkitCommands, webkitLauncher } from './scripts/lib/webkit-launcher.mjs';
import { bundles } from './scripts/lib/wtr-bundles.mjs';
import { resultsReporter } from './scripts/lib/wtr-results.mjs';

/** The policy that the elements promise to work under. The runner's own page needs inline script, so only styles, eval and Trusted Types are strict here; e2e has the whole policy. */
const POLICY = "style-src 'self'; script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

const strict = {
  name: 'strict-policy',
  transform(context) { if (env.DVC_CSP && context.response.is('html')) context.set('content-security-policy', POLICY); },
};

/** `npm test` is Chromium; the others come through scripts/test-browser.mjs. */
const launchers = {
  // With puppeteer Chromium times out at concurrency 2, hence Playwright; Playwright in turn needs its own build of Firefox.
  chromium: () => playwrightLauncher({ product: 'chromium', launchOptions: { executablePath: browserPath(), args: browserArgs } }),
  firefox: () => chromeLauncher({ concurrency: 2, launchOptions: { browser: 'firefox', executablePath: env.FIREFOX_PATH, headless: true } }),
  webkit: webkitLauncher,
};

const conditions = ['@dvc/source', 'browser', 'development'];
const tests = ['ui', 'elements', 'client', 'sdk'].flatMap((room) => files(`packages/${room}/src`)).filter((file) => /(?<!\.types)\.test\.ts$/.test(file));

export default {
  files: tests,
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: conditions },
  plugins: [bundles(tests, conditions), esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: new URL('./tsconfig.base.json', import.meta.url).pathname }), strict, webkitCommands],
  browsers: [launchers[env.DVC_ENGINE ?? 'chromium']()],
  concurrency: 2,
  // axe needs more than Mocha's 2 s on a busy machine.
  testFramework: { config: { timeout: '10000' } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  reporters: [defaultReporter(), ...(env.DVC_RESULTS ? [resultsReporter(env.DVC_RESULTS)] : [])],
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && /Lit is in dev mode|Multiple versions of Lit/.test(arg)),
};
