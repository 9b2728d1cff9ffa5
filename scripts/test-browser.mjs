// npm run test:firefox, test:webkit [-- file …]: the browser tests in the other engines. An engine that is not there is said to be missing, and that is a failure: it must never look like a pass.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import process from 'node:process';
import { onPath } from './lib/browser.mjs';
import { root, run } from './lib/run.mjs';

const [engine, ...files] = process.argv.slice(2);
const wtr = (env) => run(['wtr', '--config', 'web-test-runner.config.mjs', ...files], { env: { DVC_ENGINE: engine, ...env } });
const missing = (what, how) => { console.error(`${engine}: not installed (${what}). ${how}`); process.exit(1); };

/** A port that is free now. */
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
});

async function firefox() {
  const path = process.env.FIREFOX_PATH || onPath(['firefox-esr', 'firefox']);
  if (!path) missing('firefox', 'Debian: apt install firefox-esr; or set FIREFOX_PATH.');
  return wtr({ FIREFOX_PATH: path });
}

/** MiniBrowser stands in the library folder of WebKitGTK, not on PATH. */
function miniBrowser() {
  const lib = '/usr/lib';
  for (const triplet of existsSync(lib) ? readdirSync(lib) : []) for (const name of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
    const file = `${lib}/${triplet}/${name}/MiniBrowser`;
    if (existsSync(file)) return file;
  }
  return undefined;
}

async function webkit() {
  const driver = onPath(['WebKitWebDriver']);
  const browser = process.env.WEBKIT_PATH || miniBrowser();
  if (!driver || !browser) missing('WebKitWebDriver and MiniBrowser', 'Debian: apt install webkit2gtk-driver xvfb.');
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? [] : [onPath(['xvfb-run']) ?? missing('xvfb-run', 'Debian: apt install xvfb.'), '-a'];
  const port = await freePort();
  const server = spawn(screen[0] ?? driver, [...screen.slice(1), ...(screen.length ? [driver] : []), `--port=${port}`, '--host=127.0.0.1'], { cwd: root, stdio: 'ignore', detached: true });
  const stop = () => { try { process.kill(-server.pid); } catch {} };
  process.once('exit', stop);
  try {
    return await wtr({ WEBKIT_PATH: browser, WEBDRIVER_URL: `http://127.0.0.1:${port}` });
  } finally { stop(); }
}

const engines = { firefox, webkit };
if (!engines[engine]) { console.error(`usage: test-browser.mjs <${Object.keys(engines).join('|')}>`); process.exit(2); }
const { code } = await engines[engine]();
process.exitCode = code;
