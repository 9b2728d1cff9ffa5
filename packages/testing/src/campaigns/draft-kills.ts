// npm run campaign -- draft-kills: a citizen types, and the browser is killed at a random moment: all of its processes at
// once, or the tab alone while a file chooser is open, as phones do. Opened again, at most the last two seconds may be gone.
// A kill is not a power cut: what the browser had written stays in the kernel's memory. That each save asks for strict
// durability is held by a test of the store.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { KillableBrowser } from '../killable-browser.js';
import { seeded } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { serveDrafts, type Kind } from './draft-kills-site.js';
import { Writer, type Loss } from './draft-kills-writer.js';

const PAGE: Kind = 'form';
const LIMIT_MS = 2000;
const EXAMPLES = 10;
/** Then the next profile: a disk that has seen many kills, and one that has seen few. */
const PER_PROFILE = 50;
const sabotages = ['slow', 'early', 'torn'];

const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });
const share = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

export const run: Campaign = async ({ args, say, root, cache }) => {
  const n = args.number('n', 500);
  const tabs = args.number('tabs', Math.ceil(n / 5));
  const seed = args.number('seed', 1);
  const sabotage = args.text('sabotage');
  // The faults are in our own page; the form has none to switch on.
  const kind = sabotage ? 'store' : (args.text('page') ?? PAGE) as Kind;
  if (sabotage !== undefined && !sabotages.includes(sabotage)) throw new Error(`No such sabotage: ${sabotage}. There are: ${sabotages.join(', ')}`);
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  if (kind === 'form') {
    const { build } = await import(pathToFileURL(join(root, 'scripts/build.mjs')).href) as { build(names: string[], options: object): Promise<unknown> };
    await build(['sdk'], { quiet: true });
  }
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'run-'));
  const site = await serveDrafts({ root, kind, ...(sabotage ? { sabotage } : {}) });
  const losses: Loss[] = [];
  const isBad = (loss: Loss) => loss.lostMs > LIMIT_MS || loss.corrupted !== undefined || loss.brokenPromise > 0;
  const took = (loss: Loss, about: string) => {
    losses.push(loss);
    if (isBad(loss) && losses.filter(isBad).length <= EXAMPLES) say(`${about}: ${JSON.stringify(loss)}`);
  };
  const began = Date.now();
  let next = 0;

  /** Types for a while, and then all of it is gone. */
  async function killBrowser(writer: Writer, browser: KillableBrowser, random: () => number): Promise<number> {
    const stop = { stopped: false };
    const typing = writer.type(random, stop);
    await Promise.race([pause(250 + random() * 2750), typing]);
    const killing = browser.kill();
    // Not before: a page that dies by itself is a failure of the run.
    stop.stopped = true;
    await typing;
    return killing;
  }

  /** The chooser opens while the last letters are not yet saved; the tab goes at once, or a second later. */
  async function killTab(writer: Writer, browser: KillableBrowser, page: Page, random: () => number): Promise<number> {
    const stop = { stopped: false };
    const typing = writer.type(random, stop);
    await Promise.race([pause(250 + random() * 1500), typing]);
    stop.stopped = true;
    await typing;
    await writer.choose();
    await pause(random() * 1200);
    return browser.killTab(page);
  }

  /** One profile, killed again and again. */
  async function live(profile: string): Promise<void> {
    const [writer, browser] = [new Writer(), new KillableBrowser(profile, root)];
    let killedAt: number | undefined;
    try {
      for (let round = 0; ; round++) {
        const context = await browser.open();
        await writer.listen(context);
        const page = await writer.open(context, site.origin);
        if (killedAt !== undefined) took(await writer.compare('browser', killedAt), basename(profile));
        if (round === PER_PROFILE || next >= n) break;
        const kill = next++;
        const random = seeded(seed * 1_000_003 + kill);
        if (Math.floor(((kill + 1) * tabs) / n) > Math.floor((kill * tabs) / n)) {
          const at = await killTab(writer, browser, page, random);
          await writer.open(context, site.origin);
          took(await writer.compare('tab', at), basename(profile));
        }
        killedAt = await killBrowser(writer, browser, random);
        if (next % Math.max(10, Math.round(n / 20)) === 0) say(`${losses.length} kills, worst ${Math.max(0, ...losses.map(({ lostMs }) => lostMs))} ms, ${losses.filter(isBad).length} bad`);
      }
    } finally {
      await browser.close().catch(() => undefined);
    }
  }
  const citizen = async (number: number) => { for (let profile = 0; next < n; profile++) await live(join(dir, `profile-${number}-${profile}`)); };

  try {
    say(`${n} kills of the browser, ${tabs} of the tab with a file chooser open, ${kind === 'form' ? 'the built form' : 'the store alone'}, seed ${seed}`);
    await Promise.all([citizen(0), citizen(1)]);
  } finally {
    site.close();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
  const of = (variant: Loss['variant']) => losses.filter((loss) => loss.variant === variant);
  const lost = losses.map(({ lostMs }) => lostMs).sort((a, b) => a - b);
  const missing = n - of('browser').length + tabs - of('tab').length;
  return {
    n, failed: losses.filter(isBad).length + missing, seed, page: kind, browserKills: of('browser').length, tabKills: of('tab').length,
    lostMs: { p50: share(lost, 0.5), p99: share(lost, 0.99), max: lost.at(-1) ?? 0 }, over2s: lost.filter((ms) => ms > LIMIT_MS).length,
    corrupted: losses.filter(({ corrupted }) => corrupted !== undefined).length, brokenPromises: losses.filter(({ brokenPromise }) => brokenPromise > 0).length,
    letters: losses.reduce((sum, { lostLetters }) => sum + lostLetters, 0), seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}),
  };
};
