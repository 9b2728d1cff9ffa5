// node calibrate.mjs [peer,peer] [fixture,fixture]: mounts every peer x fixture once, waits until the page is still, notes how many controls there are.
// SHOT=folder keeps a screenshot of each.
import './lib/here.mjs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { CHROME, FLAGS } from './lib/browser.mjs';
import { peers } from './lib/peers.mjs';
import { serve } from './lib/server.mjs';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file)) : {});
const only = process.argv[2]?.split(',');
const fixtures = process.argv[3]?.split(',') ?? ['S', 'M', 'L', 'Linv', 'A', 'C', 'V', 'N50', 'N100', 'N200', 'N500', 'N1000', 'N2000'];
const meta = read('dist/fixtures/meta.json');
const calib = read('dist/calib.json');
const langs = read('dist/langs.json');
const server = await serve();
const browser = await chromium.launch({ executablePath: CHROME, args: FLAGS });

for (const name of Object.keys(peers)) {
  if (only && !only.includes(name)) continue;
  if (!existsSync(`dist/${name}/entry.js`)) continue;
  calib[name] = only ? { ...calib[name] } : {};
  for (const id of fixtures) {
    if (peers[name].only && !peers[name].only.includes(id)) continue;
    const context = await browser.newContext({ locale: 'vi-VN' });
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error).slice(0, 150)));
    page.on('requestfailed', (request) => faults.push(`request ${request.url().slice(0, 80)}`));
    const started = Date.now();
    try {
      await page.goto(`http://127.0.0.1:${server.port}/host/${name}`);
      await page.evaluate(() => B.ready);
      langs[name] = await page.evaluate(() => B.a.lang);
      const mounted = await Promise.race([page.evaluate((fixture) => B.mount(fixture, 0), id), new Promise((_, fail) => setTimeout(() => fail(new Error('timeout 60 s')), 60_000))]);
      const more = await page.evaluate(() => ({ text: Boolean(B.firstText()), nodes: B.nodes(), value: B.firstText()?.value }));
      const { fieldCount } = meta[id];
      calib[name][id] = { controls: mounted.controls, ok: mounted.controls >= fieldCount, nodes: more.nodes, text: more.text, roughMs: Math.round(mounted.ms) };
      console.log(name, id, 'controls', mounted.controls, 'fields', fieldCount, 'nodes', more.nodes, 'errors', mounted.errors, 'first', JSON.stringify(more.value), `${Math.round(mounted.ms)} ms`, mounted.controls < fieldCount ? 'TOO FEW' : '', faults.slice(0, 2).join(' | '));
      if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}/${name}-${id}.png` });
    } catch (error) {
      calib[name][id] = { ok: false, error: String(error.message).slice(0, 200) };
      console.log(name, id, 'FAILED', String(error.message).slice(0, 200), faults.slice(0, 2).join(' | '));
    }
    await context.close();
    // A peer that needs a minute for one fixture will not manage the larger ones.
    if (Date.now() - started > 60_000) break;
  }
}
await browser.close();
server.close();
writeFileSync('dist/calib.json', JSON.stringify(calib, null, 1));
writeFileSync('dist/langs.json', JSON.stringify(langs));
