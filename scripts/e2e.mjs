// node scripts/e2e.mjs [name …]: the end-to-end tests, after building what they stand on. Names select files, as vitest does.
import process from 'node:process';
import { build } from './build.mjs';
import { ensureBrowser } from './lib/ensure-browser.mjs';
import { root, run } from './lib/run.mjs';

process.chdir(root);
try {
  process.env.CHROME_PATH ||= ensureBrowser();
  await build(['schema', 'sdk', 'classic', 'server', 'simulator']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { code } = await run(['vitest', 'run', '--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)]);
process.exitCode = code;
