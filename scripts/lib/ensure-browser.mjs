// The one thing that npm cannot supply. Installs Debian's or Ubuntu's package when it may; never downloads a browser itself.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { findBrowser, HINT, onPath } from './browser.mjs';

const quiet = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const loud = (command, args) => spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/**
 * Finds a browser, or installs the package `chromium` where apt is at hand and we are root or sudo asks nothing.
 * @returns {string} path of the browser
 * @throws Error with one sentence that says what to install
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const root = process.getuid?.() === 0;
  if (onPath(['apt-get']) && (root || quiet('sudo', ['-n', 'true']))) {
    console.log('No browser was found: installing the package chromium.');
    const apt = (...args) => (root ? loud('apt-get', args) : loud('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]));
    const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
    if (install() || (apt('update') && install())) {
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  throw new Error(HINT);
}
