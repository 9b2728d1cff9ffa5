// The installed Chromium-family browser, for every tool that needs one. Nothing here downloads a browser.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge', 'chrome'];
const ELSEWHERE = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean).flatMap((root) => [
    `${root}\\Google\\Chrome\\Application\\chrome.exe`, `${root}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

const runnable = (file) => { try { accessSync(file, constants.X_OK); return true; } catch { return false; } };
export const HINT = 'No Chrome, Chromium or Edge was found: install one (Debian, Ubuntu: apt install chromium) or set CHROME_PATH to its program.';

/** The first program of these names on PATH, or undefined. */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const name of names) for (const folder of folders) for (const end of endings) {
    const file = join(folder, name + end);
    if (folder && runnable(file)) return file;
  }
  return undefined;
}

/** Path of the browser, or undefined. CHROME_PATH wins, even over a better one. */
export const findBrowser = () => process.env.CHROME_PATH || onPath(NAMES) || (ELSEWHERE[process.platform] ?? []).find(runnable);

/** Path of the browser. @throws Error with one sentence that says what to install. */
export function browserPath() {
  const found = findBrowser();
  if (!found) throw new Error(HINT);
  if (!runnable(found)) throw new Error(`CHROME_PATH names ${found}, which cannot be run.`);
  return found;
}

/** Quiet, offline, and the same everywhere. Chromium refuses to start its sandbox as root. */
export const browserArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
