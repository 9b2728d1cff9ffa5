// WebKitGTK's MiniBrowser for the test runner, over plain WebDriver. The runner's own launcher would bring webdriverio and a driver that is downloaded at install.
import { env } from 'node:process';

/** WebDriver's code points of the named keys that our tests press. */
const KEYS = {
  Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Backspace: '\uE003', Delete: '\uE017', Home: '\uE011', End: '\uE010', PageUp: '\uE00E', PageDown: '\uE00F',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Meta: '\uE03D', Space: ' ',
};
const key = (name) => KEYS[name] ?? name;

async function ask(method, path, body) {
  const response = await fetch(`${env.WEBDRIVER_URL}${path}`, { method, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.message ?? response.status}`);
  return value;
}

/** The driver needs a moment after its start. */
async function ready() {
  for (let attempt = 0; ; attempt += 1) {
    try { await ask('GET', '/status'); return; } catch (error) { if (attempt > 50) throw error; }
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** A launcher of @web/test-runner: one browser, one test page at a time. */
export function webkitLauncher() {
  let session;
  let running;
  const path = (rest) => `/session/${session}${rest}`;
  return {
    name: 'WebKitGTK',
    type: 'webdriver-plain',
    concurrency: 1,
    async initialize() {
      await ready();
      const made = await ask('POST', '/session', { capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: env.WEBKIT_PATH, args: ['--automation'] } } } });
      session = made.sessionId;
    },
    async stop() { if (session) await ask('DELETE', path('')).catch(() => undefined); session = undefined; },
    isActive: (id) => running === id,
    getBrowserUrl: () => ask('GET', path('/url')),
    async startSession(id, url) { running = id; await ask('POST', path('/url'), { url }); },
    async stopSession() { running = undefined; await ask('POST', path('/url'), { url: 'about:blank' }); return { errors: [] }; },
    startDebugSession() { throw new Error('WebKitGTK has no debugger here: use Chromium.'); },

    /** What `sendKeys` of the tests asks for: `{ type }`, `{ press }` (with +), `{ down }`, `{ up }`. */
    async sendKeys({ type, press, down, up }) {
      const actions = [];
      const on = (name) => actions.push({ type: 'keyDown', value: key(name) });
      const off = (name) => actions.push({ type: 'keyUp', value: key(name) });
      if (type) for (const letter of type) { on(letter); off(letter); }
      if (press) { const names = press.split('+'); names.forEach(on); names.reverse().forEach(off); }
      if (down) on(down);
      if (up) off(up);
      await ask('POST', path('/actions'), { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async setViewport({ width, height }) { await ask('POST', path('/window/rect'), { width, height }); },
  };
}

/** The test commands that the launcher above can do; a test that asks for another one fails by name. */
export const webkitCommands = {
  name: 'webkit-commands',
  async executeCommand({ command, payload, session }) {
    if (session.browser.type !== 'webdriver-plain') return undefined;
    if (command === 'send-keys') { await session.browser.sendKeys(payload); return true; }
    if (command === 'set-viewport') { await session.browser.setViewport(payload); return true; }
    return undefined;
  },
};
