// node profile.mjs dvc,rjsf L: a sampled CPU profile of a mount and of 10 keys; self time by package, and the top functions. Run after calibrate.mjs.
import './lib/here.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { CHROME, FLAGS } from './lib/browser.mjs';
import { bundle } from './lib/bundle.mjs';
import { serve } from './lib/server.mjs';

const names = (process.argv[2] ?? 'dvc').split(',');
const fixture = process.argv[3] ?? 'L';
const calib = JSON.parse(readFileSync('dist/calib.json'));
const server = await serve();
const browser = await chromium.launch({ executablePath: CHROME, args: FLAGS });
mkdirSync('results', { recursive: true });
const all = existsSync('results/profile.json') ? JSON.parse(readFileSync('results/profile.json')) : {};

/** Line of the bundle → the package, or the file of ours, that it came from: esbuild writes a comment before each module. */
function owners(file) {
  let current = 'adapter';
  return readFileSync(file, 'utf8').split('\n').map((line) => {
    const found = /^\s*\/\/ (?:.*node_modules\/((?:@[^/]+\/)?[^/]+)[^ ]*|\.\.\/packages\/(\S+\.ts)|adapters\/\S+)$/.exec(line);
    if (found) current = found[1] ?? found[2] ?? 'adapter';
    return current;
  });
}

for (const name of names) {
  const dir = `dist/prof-${name}`;
  mkdirSync(dir, { recursive: true });
  await bundle(name, { readable: true, outdir: dir });
  const lines = owners(`${dir}/entry.js`);
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto(`http://127.0.0.1:${server.port}/host/prof-${name}`);
  await page.evaluate(() => B.ready);
  await page.evaluate((id) => B.load(id).then(() => 0), fixture);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 250 });
  const place = ({ url, lineNumber, functionName }) => {
    if (url.includes('/entry.js')) return lines[lineNumber];
    if (url.includes('runtime.js')) return 'bench';
    return functionName.startsWith('(') ? functionName : url === '' ? '(native)' : 'other';
  };
  const take = async (work) => {
    await cdp.send('Profiler.start');
    await work();
    const { profile } = await cdp.send('Profiler.stop');
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const packages = {};
    const functions = {};
    let total = 0;
    profile.samples.forEach((sample, i) => {
      const { callFrame } = nodes.get(sample);
      if (['(idle)', '(root)'].includes(callFrame.functionName)) return;
      const ms = (profile.timeDeltas[i] || 0) / 1000;
      const where = place(callFrame);
      const what = `${where}:${callFrame.functionName || 'anonymous'}`;
      packages[where] = (packages[where] ?? 0) + ms;
      functions[what] = (functions[what] ?? 0) + ms;
      total += ms;
    });
    const top = (table, n) => Object.entries(table).sort(([, a], [, b]) => b - a).slice(0, n).map(([what, ms]) => `${what} ${(100 * ms / total).toFixed(0)}%`);
    return { total: Math.round(total), packages: top(packages, 12), functions: top(functions, 20) };
  };
  const result = {};
  result.mount = await take(() => page.evaluate(([id, n]) => B.mount(id, n), [fixture, calib[name][fixture].controls]));
  await page.evaluate(() => { B.focusFirst(); B.armKeys(); });
  result.keys10 = await take(async () => {
    for (let i = 0; i < 10; i++) { await page.keyboard.press('abcdefghij'[i]); await page.evaluate(() => B.keyDone()); }
    await page.waitForTimeout(350);
  });
  all[`${name}/${fixture}`] = result;
  console.log(name, fixture, JSON.stringify(result, null, 1));
  await context.close();
  rmSync(dir, { recursive: true, force: true });
}
writeFileSync('results/profile.json', JSON.stringify(all, null, 1));
await browser.close();
server.close();
