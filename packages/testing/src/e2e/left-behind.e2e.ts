// What a shared computer's next person could find: a citizen types into a page that keeps a draft, sends, logs out, goes away,
// or has the browser killed; then every byte of the browser's profile is searched for the words, and for the half of the key.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type DvcServer } from '@dvc/server';
import { smallBody, smallForm } from '../campaigns/submissions-form.js';
import { emptyDatabase } from '../campaigns/submissions-template.js';
import { KillableBrowser } from '../killable-browser.js';
import { scanProfile, type Hit, type Planted } from '../profile-scan.js';
import type { Drafts } from './left-behind-page.js';

const root = resolve(import.meta.dirname, '../../../..');
const dir = mkdtempSync(join(tmpdir(), 'dvc-left-'));
let server: DvcServer;
let url: string;

beforeAll(async () => {
  const [site, forms] = [join(dir, 'site'), join(dir, 'forms', ...smallForm.id.split('/'))];
  mkdirSync(forms, { recursive: true });
  writeFileSync(join(forms, `${smallForm.version}.json`), JSON.stringify(smallForm));
  await build({ absWorkingDir: root, entryPoints: [join(import.meta.dirname, 'left-behind-page.ts')], bundle: true, outfile: join(site, 'page.js'), format: 'esm', target: 'es2022', conditions: ['@dvc/source'], logLevel: 'warning' });
  writeFileSync(join(site, 'index.html'), '<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><body><script type="module" src="/page.js"></script>');
  writeFileSync(join(site, 'form.html'), `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><script type="module" src="/dvc/form.js"></script><body><dvc-form autosave="device" shared api="" src="/forms/${smallForm.id}/${smallForm.version}.json"></dvc-form>`);
  await emptyDatabase(join(dir, 'data'), join(root, '.cache/testing'));
  server = await createServer({ dataDir: join(dir, 'data'), formsDir: join(dir, 'forms'), schemasDir: join(root, 'schemas'), mounts: [{ prefix: '/', dir: site }, { prefix: '/dvc/', dir: join(root, 'packages/sdk/dist') }], log: false });
  url = await server.listen(0);
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Words that no browser has by itself, one of each kind that a form asks for. */
const plant = () => {
  const letters = () => randomBytes(6).toString('hex');
  return { name: `Nguyễn Thị Kín ${letters()}`, number: `0${BigInt(`0x${randomBytes(8).toString('hex')}`) % 10n ** 15n}`.padEnd(12, '7'), address: `tổ ${letters()}, phường Hòa Xuân` };
};
const act = async <T>(page: Page, work: (drafts: Drafts) => Promise<T>): Promise<T> => await page.evaluate<unknown>(`(${work.toString()})(window.drafts)`) as T;

/** Opens the browser and the page in it. */
async function visit(browser: KillableBrowser): Promise<Page> {
  const page = await (await browser.open()).newPage();
  await page.goto(url);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page;
}

interface Citizen { page: Page; browser: KillableBrowser; words: ReturnType<typeof plant> }

/** One citizen at one computer; then its profile is searched. */
async function leftBehind(scene: (citizen: Citizen) => Promise<'closed' | 'killed'>): Promise<{ hits: Hit[]; files: number; bytes: number }> {
  const profile = mkdtempSync(join(dir, 'profile-'));
  const browser = new KillableBrowser(profile);
  const words = plant();
  try {
    const page = await visit(browser);
    const half = Uint8Array.from(await act(page, (drafts) => drafts.half()));
    await page.locator('textarea').focus();
    for (const word of [words.name, words.number, words.address]) { await page.keyboard.insertText(word); await page.keyboard.press('Enter'); await page.keyboard.type(word.replace(/[^ -~]/g, ''), { delay: 2 }); }
    if ((await scene({ page, browser, words })) === 'closed') await browser.close();
    const planted: Planted[] = [...Object.values(words), { name: 'half', bytes: half }, Buffer.from(half).toString('hex')];
    return scanProfile(profile, planted);
  } finally {
    await browser.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const saved = async (page: Page) => { expect(await act(page, (drafts) => drafts.save(0))).toMatchObject({ kind: 'saved', revision: 1 }); };
const scenes: Record<string, (citizen: Citizen) => Promise<'closed' | 'killed'>> = {
  'the dossier was sent': async ({ page, words }) => {
    await saved(page);
    const status = await page.evaluate(async (text) => {
      const { today } = await (await fetch('/api/v1/time')).json() as { today: string };
      const reply = await fetch('/api/v1/dossiers', { method: 'POST', headers: { 'content-type': 'application/json', 'x-dvc': '1', 'idempotency-key': 'k'.repeat(32) }, body: JSON.stringify({ ...JSON.parse(text) as object, today }) });
      return reply.status;
    }, JSON.stringify(smallBody({ fullName: words.name }, '')));
    expect(status).toBe(201);
    await act(page, (drafts) => drafts.remove());
    expect(await act(page, (drafts) => drafts.open())).toEqual({ kind: 'opened', draft: undefined });
    return 'closed';
  },
  'the citizen logged out': async ({ page, browser }) => {
    await saved(page);
    expect(await act(page, (drafts) => drafts.leave())).toBe(true);
    expect(await act(page, (drafts) => drafts.save(1))).toEqual({ kind: 'failed', reason: 'locked' });
    await browser.close();
    // The next person has a session as well, and the record; what is missing was destroyed.
    expect(await act(await visit(browser), (drafts) => drafts.open())).toEqual({ kind: 'unreadable', reason: 'key' });
    return 'closed';
  },
  'the citizen went away, and the draft\'s time ended': async ({ page, browser }) => {
    expect(await act(page, (drafts) => drafts.saveForAMoment(0))).toMatchObject({ kind: 'saved' });
    await page.waitForTimeout(50);
    await browser.close();
    expect(await act(await visit(browser), (drafts) => drafts.open())).toEqual({ kind: 'opened', draft: undefined });
    return 'closed';
  },
  'everything was removed from this computer': async ({ page }) => {
    await saved(page);
    await act(page, (drafts) => drafts.clear());
    return 'closed';
  },
  'the browser was closed, the draft waits': async ({ page }) => { await saved(page); return 'closed'; },
  'the browser was killed while a draft is kept': async ({ page, browser }) => { await saved(page); await browser.kill(); return 'killed'; },
};

describe('on a computer that others use', () => {
  for (const [what, scene] of Object.entries(scenes)) {
    test(`when ${what}, no file of the browser has a word of it, nor the half of the key`, async () => {
      const { hits, files, bytes } = await leftBehind(scene);
      expect(hits).toEqual([]);
      // A browser that was never there leaves nothing either.
      expect(files).toBeGreaterThan(20);
      expect(bytes).toBeGreaterThan(100_000);
    });
  }
});

describe('the built form on a computer that others use', () => {
  const scenes: Record<string, (page: Page, browser: KillableBrowser) => Promise<'closed' | 'killed'>> = {
    'the browser was closed': async () => 'closed',
    'the browser was killed': async (_page, browser) => { await browser.kill(); return 'killed'; },
    'the dossier was sent': async (page) => {
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
      await page.getByText(/H99\.01-\d{6}-\d+/).first().waitFor();
      return 'closed';
    },
    'the draft was removed by its button': async (page) => {
      await page.getByRole('button', { name: 'Xóa khỏi máy này' }).first().click();
      await page.locator('[data-action="draft-erase-yes"]').click();
      await page.waitForFunction(() => document.querySelector('dvc-form')!.shadowRoot!.querySelector<HTMLInputElement>('input')!.value === '');
      return 'closed';
    },
  };
  for (const [what, scene] of Object.entries(scenes)) {
    test(`when ${what}, no file of the browser has a word of it`, async () => {
      const profile = mkdtempSync(join(dir, 'profile-'));
      const browser = new KillableBrowser(profile);
      const { name } = plant();
      try {
        const page = await (await browser.open()).newPage();
        await page.goto(`${url}/form.html`);
        await page.getByLabel('Cơ quan').fill('H99.01');
        await page.getByLabel('Họ, chữ đệm, tên').pressSequentially(name, { delay: 3 });
        await page.getByText('Đã lưu nháp').first().waitFor();
        if ((await scene(page, browser)) === 'closed') await browser.close();
        expect(scanProfile(profile, [name, name.toUpperCase(), name.slice(-12)]).hits).toEqual([]);
      } finally {
        await browser.close().catch(() => undefined);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    });
  }
});

describe('the search finds what is kept in clear', () => {
  const roads: [string, (drafts: Drafts) => Promise<unknown>, boolean?][] = [
    ['in localStorage', (drafts) => drafts.clearText.localStorage()],
    ['in IndexedDB', (drafts) => drafts.clearText.indexedDB()], ['in IndexedDB, and removed', (drafts) => drafts.clearText.removedIndexedDB()], ['in the address of the page', (drafts) => drafts.clearText.address()],
  ];
  for (const [where, road] of roads) {
    test(where, async () => {
      let name = '';
      const { hits } = await leftBehind(async ({ page, words }) => { ({ name } = words); await act(page, road as never); await page.waitForTimeout(300); return 'closed'; });
      expect(hits.filter(({ value }) => value === name).length).toBeGreaterThan(0);
    });
  }
});

describe('a device without room', () => {
  test('says so, keeps what it had, and goes on when there is room again', async () => {
    const profile = mkdtempSync(join(dir, 'profile-'));
    const browser = new KillableBrowser(profile);
    try {
      const first = await visit(browser);
      await first.locator('textarea').fill('giữ');
      await saved(first);
      // Chromium remembers for a while how much room there was.
      await browser.close();
      const page = await visit(browser);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1 });
      await page.locator('textarea').fill('x'.repeat(200_000));
      expect(await act(page, (drafts) => drafts.save(1))).toEqual({ kind: 'failed', reason: 'full' });
      expect(await act(page, (drafts) => drafts.open())).toMatchObject({ kind: 'opened', draft: { revision: 1, content: { note: 'giữ' } } });
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: url });
      expect(await act(page, (drafts) => drafts.save(1))).toMatchObject({ kind: 'saved', revision: 2 });
    } finally {
      await browser.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
