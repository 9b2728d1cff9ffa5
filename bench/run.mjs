// node run.mjs [--quick] [--peers=a,b] [--cells=M,L,...] [--minutes=30] [--out=results/run.json]
import './lib/here.mjs';
import { chromium } from 'playwright-core';
import { writeFileSync, readFileSync, existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import { serve } from './lib/server.mjs';
import { peers } from './lib/peers.mjs';
import { FLAGS, CHROME } from './lib/browser.mjs';

const arg = (k, d) => { const a = process.argv.find((x) => x === `--${k}` || x.startsWith(`--${k}=`)); return a ? (a.includes('=') ? a.split('=').slice(1).join('=') : true) : d; };
const quick = !!arg('quick', false);
const minutes = Number(arg('minutes', quick ? 4.5 : 45));
const out = arg('out', `results/${quick ? 'quick' : 'full'}.json`);
mkdirSync('results', { recursive: true });
const calib = JSON.parse(readFileSync('dist/calib.json'));
const meta = JSON.parse(readFileSync('dist/fixtures/meta.json'));
const names = (arg('peers', '') || Object.keys(peers).join(',')).split(',').filter((n) => existsSync(`dist/${n}/entry.js`));
// kind, fixture, rounds, budget seconds per cell, keys
const KINDS = [
  { id: 'S', kind: 'mount', fx: 'S' }, { id: 'V', kind: 'mount', fx: 'V', every: 1 }, { id: 'A', kind: 'mount', fx: 'A', every: 1 },
  { id: 'M', kind: 'keys', fx: 'M', keys: 40 }, { id: 'L', kind: 'keys', fx: 'L', keys: 40, budget: 45 },
  { id: 'submit', kind: 'submit', fx: 'Linv' }, { id: 'toggle', kind: 'toggle', fx: 'C' }, { id: 'leak', kind: 'leak', fx: 'M', rounds: quick ? 1 : 3, every: 2 },
  { id: 'coldV', kind: 'cold', fx: 'V', only: /^(html|surveyjs|dvc-survey)$/, rounds: 5 }, { id: 'coldS', kind: 'cold', fx: 'S' }, { id: 'coldSslow', kind: 'cold', fx: 'S', slow: true, rounds: 5, every: 2, budget: 30 },
  ...[50, 100, 200, 500, 1000, 2000].map((n) => ({ id: `N${n}`, kind: 'keys', fx: `N${n}`, keys: 12, rounds: 5, budget: 60, growth: true, every: 2 })),
];
const onlyCells = arg('cells', '') ? arg('cells').split(',') : null;
const R = quick ? 3 : Number(arg('rounds', 15));
const cells = [];
for (const p of names) for (const k of KINDS) {
  if (onlyCells && !onlyCells.includes(k.id)) continue;
  if (quick && ['N50', 'N100', 'N500', 'N2000', 'A'].includes(k.id)) continue;
  if (k.only && !k.only.test(p)) continue;
  if (peers[p].only && !peers[p].only.includes(k.fx)) continue;
  if (peers[p].extra && !['S', 'M', 'L', 'coldS', 'coldSslow', 'submit', 'toggle'].includes(k.id)) continue;
  const c = calib[p]?.[k.fx];
  if (!c || c.error || c.controls === 0) continue;
  if (k.kind === 'mount' || k.kind === 'keys') if (!c.ok) continue;
  if (k.kind === 'toggle' && p === 'jsfe') continue; // no conditional rendering
  if (k.kind === 'submit' && (p === 'lit-plain' || p === 'jsfe')) continue; // no validation of its own
  if (quick && c.roughMs > 9000) continue;
  cells.push({ peer: p, ...k, rounds: Math.min(k.rounds || 99, R), budget: (k.budget || 25) * (quick ? 0.15 : 1), spent: 0, runs: [], fails: [] });
}
if (arg('append', false) && existsSync(out)) for (const o of JSON.parse(readFileSync(out)).raw || []) { const c = cells.find((c) => c.peer === o.peer && c.id === o.id); if (c) c.runs.push(...o.runs); }
const srv = await serve();
const browser = await chromium.launch({ executablePath: CHROME, args: FLAGS });
const version = browser.version();
const metricsOf = async (cdp) => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
const gc = async (cdp) => { await cdp.send('HeapProfiler.collectGarbage'); await cdp.send('HeapProfiler.collectGarbage'); return (await cdp.send('Runtime.getHeapUsage')).usedSize; };
const d = (a, b, k) => (b[k] - a[k]) * 1000;

async function session(cell) {
  const ctx = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 720 } });
  const page = await ctx.newPage();
  const r = {};
  let timer;
  const limit = new Promise((_, j) => { timer = setTimeout(() => j(new Error('session timeout')), 120000); });
  const work = (async () => {
    const cdp = await ctx.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }); // durations are main-thread CPU time, so preemption does not count
    const expected = calib[cell.peer][cell.fx].controls;
    if (cell.kind === 'cold') {
      let bytes = 0;
      await cdp.send('Network.enable');
      cdp.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; });
      if (cell.slow) {
        await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 562.5, downloadThroughput: 1.6 * 1024 * 1024 / 8 * 0.9, uploadThroughput: 750 * 1024 / 8 * 0.9 });
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      }
      await page.goto(`http://127.0.0.1:${srv.port}/cold/${cell.peer}/${cell.fx}/${expected}`, { waitUntil: 'commit' });
      await page.waitForFunction(() => globalThis.__done, null, { timeout: 60000, polling: 20 });
      const t = await page.evaluate(() => ({ done: globalThis.__done, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null, js: performance.getEntriesByType('resource').map((e) => [e.name.split('/').pop(), e.encodedBodySize, Math.round(e.responseEnd)]) }));
      const m = await metricsOf(cdp);
      Object.assign(r, { cold: t.done, fcp: t.fcp, bytes, script_gz: t.js.filter(([file]) => file.endsWith('.js')).reduce((sum, [, size]) => sum + size, 0), script: m.ScriptDuration * 1000, task: m.TaskDuration * 1000 });
      return;
    }
    await page.goto(`http://127.0.0.1:${srv.port}/host/${cell.peer}`);
    await page.evaluate(() => B.ready);
    await page.evaluate((id) => B.load(id).then(() => 0), cell.fx);
    r.heapLib = await gc(cdp);
    const live = cell.kind !== 'submit';
    const m0 = await metricsOf(cdp);
    const t = await page.evaluate(([id, n, live]) => B.mount(id, n, { live }), [cell.fx, expected, live]);
    const m1 = await metricsOf(cdp);
    Object.assign(r, { mount: t.ms, mScript: d(m0, m1, 'ScriptDuration'), mLayout: d(m0, m1, 'LayoutDuration'), mStyle: d(m0, m1, 'RecalcStyleDuration'), mTask: d(m0, m1, 'TaskDuration') });
    if (cell.kind === 'submit') {
      await page.waitForTimeout(50);
      const m2 = await metricsOf(cdp);
      const s = await page.evaluate((n) => B.submit(n), meta[cell.fx].invalid);
      const m3 = await metricsOf(cdp); Object.assign(r, { sTask: d(m2, m3, 'TaskDuration'), sScript: d(m2, m3, 'ScriptDuration') });
      Object.assign(r, { submit: s.before >= meta[cell.fx].invalid ? null : s.ms, resubmit: s.before >= meta[cell.fx].invalid ? s.ms : null, errBefore: s.before, errAfter: s.errors });
      return;
    }
    if (cell.kind === 'toggle') {
      await page.waitForTimeout(50);
      const m2 = await metricsOf(cdp);
      const on = await page.evaluate(() => B.toggle(true)); const m3 = await metricsOf(cdp);
      await page.waitForTimeout(50);
      const m4 = await metricsOf(cdp);
      const off = await page.evaluate(() => B.toggle(true)); const m5 = await metricsOf(cdp);
      Object.assign(r, { hideTask: d(m4, m5, 'TaskDuration'), show: on.ms, hide: off.ms, from: on.from, to: on.to, showScript: d(m2, m3, 'ScriptDuration'), showTask: d(m2, m3, 'TaskDuration') });
      return;
    }
    r.nodes = await page.evaluate(() => B.nodes());
    r.heap = await gc(cdp);
    r.listeners = (await metricsOf(cdp)).JSEventListeners;
    if (cell.kind === 'leak') {
      const cycle = (n) => page.evaluate(async ([id, n, k]) => { for (let i = 0; i < k; i++) { await B.unmount(); await B.mount(id, n); } await B.unmount(); }, [cell.fx, expected, n]);
      // 22 cycles before the 20 that count: what V8 keeps of code that has just become hot is not a leak (measured: 275 KB once, then 20 KB per 20 cycles).
      await cycle(22); await page.waitForTimeout(300); const h1 = await gc(cdp); const n1 = (await metricsOf(cdp)).Nodes;
      await page.evaluate(async ([id, n]) => { for (let i = 0; i < 20; i++) { await B.mount(id, n); await B.unmount(); } }, [cell.fx, expected]);
      await page.waitForTimeout(300); const h2 = await gc(cdp); const n2 = (await metricsOf(cdp)).Nodes;
      Object.assign(r, { leakBytes: h2 - h1, leakNodes: n2 - n1, heapUnmounted: h1 });
      return;
    }
    if (cell.kind === 'keys' && cell.keys && await page.evaluate(() => B.focusFirst())) {
      await page.evaluate(() => { B.armKeys(); B.watchError(); });
      await page.keyboard.press('a'); await page.evaluate(() => B.keyDone());
      r.validated = await page.evaluate(() => B.errP);
      const lat = []; const tk = Date.now();
      await page.waitForTimeout(60);
      const m2 = await metricsOf(cdp);
      for (let i = 1; i < cell.keys; i++) {
        await page.keyboard.press('abcdefghij'[i % 10]);
        lat.push(await page.evaluate(() => B.keyDone()));
        if (Date.now() - tk > (cell.growth ? 4000 : 9000) && lat.length >= 6) break;
      }
      await page.waitForTimeout(450);
      const m3 = await metricsOf(cdp);
      lat.sort((a, b) => a - b);
      Object.assign(r, { k50: lat[lat.length >> 1], k95: lat[Math.min(lat.length - 1, Math.ceil(lat.length * 0.95) - 1)], kn: lat.length, kScript: d(m2, m3, 'ScriptDuration') / lat.length, kTask: d(m2, m3, 'TaskDuration') / lat.length, kLayout: (d(m2, m3, 'LayoutDuration') + d(m2, m3, 'RecalcStyleDuration')) / lat.length });
      r.typed = await page.evaluate(() => (B.firstText()?.value || '').length);
    }
  })();
  try { await Promise.race([work, limit]); } finally { clearTimeout(timer); await ctx.close().catch(() => {}); }
  return r;
}
const start = Date.now(); let lastSave = 0;
const med = (a) => { const s = a.filter((x) => x != null && !Number.isNaN(x)).sort((x, y) => x - y); return s.length ? (s.length % 2 ? s[s.length >> 1] : (s[s.length / 2 - 1] + s[s.length / 2]) / 2) : null; };
const summary = () => { const S = {}; for (const c of cells) { const o = (S[c.peer] ??= {})[c.id] = { n: c.runs.length, ...(c.fails.length ? { fails: c.fails.slice(0, 2) } : {}) }; const keys = new Set(c.runs.flatMap((r) => Object.keys(r))); for (const k of keys) o[k] = med(c.runs.map((r) => r[k])); for (const k of ['mount', 'cold', 'k50', 'submit', 'show', 'hide']) if (keys.has(k)) o[`${k}_min`] = Math.min(...c.runs.map((r) => r[k]).filter((x) => x != null)); } return S; };
const save = () => writeFileSync(out, JSON.stringify({ date: new Date().toISOString(), quick, chromium: version, node: process.version, cpu: os.cpus()[0].model, cores: os.cpus().length, loadavg: os.loadavg(), minutes: (Date.now() - start) / 60000, sizes: JSON.parse(readFileSync('dist/sizes.json')), versions: JSON.parse(readFileSync('package.json')).dependencies, summary: summary(), raw: arg('raw', false) ? cells.map((c) => ({ peer: c.peer, id: c.id, runs: c.runs })) : undefined }, null, 1));
const shuffle = (a) => { for (let i = a.length - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [a[i], a[j]] = [a[j], a[i]]; } return a; };
outer: for (let round = 0; round < R * 3; round++) {
  for (const c of shuffle(cells.filter((c) => c.runs.length + c.fails.length < c.rounds && c.fails.length < 2 && round % (c.every || 1) === (c.every || 1) - 1))) {
    const avg = c.spent / Math.max(1, c.runs.length); const minRuns = avg > 15 ? 1 : avg > 8 ? 2 : quick ? 1 : 4;
    if (c.spent > c.budget && c.runs.length >= minRuns) continue;
    if ((Date.now() - start) / 60000 > minutes) break outer;
    const t = Date.now();
    try { const load = os.loadavg()[0]; c.runs.push({ ...await session(c), load, at: Math.round(Date.now() / 1000) }); } catch (e) { c.fails.push(String(e.message).split('\n')[0].slice(0, 160)); }
    c.spent += (Date.now() - t) / 1000;
    if (Date.now() - lastSave > 30000) { save(); lastSave = Date.now(); }
  }
  console.log(`round ${round + 1}/${R} done, ${((Date.now() - start) / 60000).toFixed(1)} min, load ${os.loadavg()[0].toFixed(1)}`);
}
save(); await browser.close(); srv.close();
const { markdown } = await import('./lib/report.mjs');
writeFileSync(out.replace(/json$/, 'md'), markdown(JSON.parse(readFileSync(out))));
console.log('wrote', out);
