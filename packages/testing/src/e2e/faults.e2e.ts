import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createFaultProxy, type Fault, type FaultProxy } from '../fault-proxy.js';
import { birthTold, daysBefore } from './birth.js';
import { fillAs, openBrowser, openPage, ready, type Watched } from './browser.js';
import { Portal } from './portal.js';
import { confirmation } from './residence.js';

let portal: Portal;
let proxy: FaultProxy;
let browser: Browser;
let fault: Fault = 'none';
let down = false;
let posts = 0;
let expected = 0;
beforeAll(async () => {
  [portal, browser] = await Promise.all([new Portal().start(), openBrowser()]);
  proxy = await createFaultProxy({
    target: () => (down ? undefined : portal.port),
    next: ({ method, url }) => {
      if (method !== 'POST' || !url.endsWith('/dossiers')) return 'none';
      posts += 1;
      const now = fault;
      fault = 'none';
      return now;
    },
  });
});
afterEach(() => { down = false; fault = 'none'; posts = 0; });
afterAll(async () => { await browser?.close(); await proxy?.close(); await portal?.remove(); });

const form = (page: Page) => page.locator('dvc-form');
const dataOf = (page: Page) => form(page).evaluate((element) => (element as unknown as { data: unknown }).data);
const open = async (path: string): Promise<Watched> => {
  const watched = await openPage(browser, `http://127.0.0.1:${proxy.port}${path}`);
  await ready(watched.page);
  return watched;
};
const press = (page: Page, action: string) => form(page).locator(`[data-action=${action}]`).last().click();
const acknowledged = async (page: Page) => { await form(page).locator('.acknowledgement').waitFor(); expected += 1; };
const focusedIn = (page: Page, selector: string) => page.waitForFunction((wanted) => document.querySelector('dvc-form')?.shadowRoot?.activeElement?.closest(wanted) !== null, selector);
const pdf = (bytes: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(bytes)]);
async function attach(page: Page, file: { name: string; mimeType?: string; buffer: Buffer }): Promise<void> {
  await form(page).locator('input[type=file]').first().setInputFiles({ mimeType: 'application/pdf', ...file });
}

test('the server is gone at the moment of sending: nothing is lost, one press sends it once', async () => {
  const { page } = await open('/cu-tru.html');
  await fillAs(page, confirmation, 'review');
  const before = await dataOf(page);
  down = true;
  await press(page, 'submit');
  await focusedIn(page, '[data-news]');
  const news = await form(page).locator('[data-news]').innerText();
  expect(news).toContain('Mất kết nối');
  // The host's hotline stands where the citizen can do nothing more.
  expect(await form(page).locator('[data-news] slot[name=hotline]').evaluate((slot) => (slot as HTMLSlotElement).assignedElements().length)).toBe(1);
  expect(await dataOf(page)).toEqual(before);
  down = false;
  await press(page, 'submit');
  await acknowledged(page);
});

test('the reply is lost: the retry gets the same dossier', async () => {
  const { page } = await open('/cu-tru.html');
  await fillAs(page, confirmation, 'review');
  fault = 'lost-reply';
  await press(page, 'submit');
  await focusedIn(page, '[data-news]');
  await form(page).locator('[data-news] [data-action=submit]').click();
  await acknowledged(page);
  expect(posts).toBe(2);
});

test('a Wi-Fi login page that answers 200 is no acknowledgement', async () => {
  const { page } = await open('/cu-tru.html');
  await fillAs(page, confirmation, 'review');
  fault = 'captive-portal';
  await press(page, 'submit');
  await focusedIn(page, '[data-news]');
  expect(await form(page).locator('.acknowledgement').count()).toBe(0);
});

test('the day changed while the form was open: the difference is shown, and it is sent if the citizen agrees', async () => {
  const { page, faults } = await openPage(browser, 'about:blank');
  const { today } = (await (await fetch(`${portal.url}/api/v1/time`)).json()) as { today: string };
  // Sixty days after the birth yesterday, sixty-one today.
  await page.route('**/api/v1/time', (route) => route.fulfill({ json: { now: `${daysBefore(today, 1)}T05:00:00.000Z`, today: daysBefore(today, 1) } }));
  await page.goto(`http://127.0.0.1:${proxy.port}/khai-sinh.html`);
  await ready(page);
  // The clock above gave no session: the first refusal (428) brings it, and is repeated unseen.
  await fillAs(page, birthTold(daysBefore(today, 61)), 'papers');
  await attach(page, { name: 'giay-chung-sinh.pdf', buffer: pdf(3000) });
  await form(page).locator('.file.uploaded').waitFor();
  await press(page, 'next');
  await form(page).locator('.fees').waitFor();
  expect(await form(page).locator('.fees').innerText()).toContain('đúng hạn');
  await press(page, 'submit');
  await focusedIn(page, '[data-news]');
  const rows = (await form(page).locator('[data-news] tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));
  expect(rows).toEqual(expect.arrayContaining([expect.stringMatching(/Loại đăng ký.*đúng hạn.*quá hạn/), expect.stringMatching(/đúng hạn Miễn Không thu/), expect.stringMatching(/quá hạn.*8\.000 đồng/)]));
  expect(await form(page).locator('.fees').innerText()).toContain('quá hạn');
  await press(page, 'submit');
  await acknowledged(page);
  expect(faults).toEqual([]);
});

test('what the server refuses is said at the field', async () => {
  const { page } = await open('/cu-tru.html');
  await fillAs(page, confirmation, 'review');
  await page.route('**/api/v1/dossiers', async (route) => {
    const body = route.request().postDataJSON() as { answers: { applicant: { phone: string } } };
    body.answers.applicant.phone = '12';
    await route.continue({ postData: JSON.stringify(body) });
  }, { times: 1 });
  await press(page, 'submit');
  await focusedIn(page, '[part~=summary]');
  const link = form(page).locator('.summary a');
  expect(await link.count()).toBe(1);
  const sentence = await link.innerText();
  await link.click();
  await page.waitForFunction(() => document.querySelector('dvc-form')?.shadowRoot?.activeElement?.getAttribute('aria-invalid') === 'true');
  const box = form(page).locator('.field:has(label:text("5. Số điện thoại liên hệ"))');
  expect(await box.locator('.error').innerText()).toContain(sentence);
  await box.locator('input').fill('0987654322');
  await press(page, 'next');
  await form(page).locator('.review').waitFor();
  await press(page, 'submit');
  await acknowledged(page);
});

test('a program renamed to .pdf and a file too large are refused with a sentence, and can be replaced', async () => {
  const { page } = await open('/khai-sinh.html');
  await fillAs(page, birthTold('2026-11-01'), 'papers');
  const failed = form(page).locator('.file.failed');
  await attach(page, { name: 'giay.pdf', buffer: Buffer.concat([Buffer.from('MZ\x90\0'), randomBytes(500)]) });
  await failed.first().waitFor();
  expect(await failed.first().innerText()).toMatch(/PDF/);
  await attach(page, { name: 'lon.pdf', buffer: pdf(10 * 1024 * 1024) });
  await failed.nth(1).waitFor();
  expect(await failed.nth(1).innerText()).toMatch(/10 MB/);
  await attach(page, { name: 'rong.pdf', buffer: Buffer.alloc(0) });
  await failed.nth(2).waitFor();
  await press(page, 'next');
  await focusedIn(page, '[part~=summary]');
  while (await failed.count()) await failed.first().locator('[data-action=remove-file]').click();
  await attach(page, { name: 'Giấy chứng sinh – “bé Ưu”.pdf', buffer: pdf(500) });
  await form(page).locator('.file.uploaded').waitFor();
  expect(await form(page).locator('.file.uploaded .file-name').innerText()).toBe('Giấy chứng sinh – “bé Ưu”.pdf');
  await press(page, 'next');
  await form(page).locator('.review').waitFor();
});

test('in the end the database holds each acknowledged dossier once, and nothing else', async () => {
  await portal.stop();
  const stored = await portal.dossiers();
  expect(stored).toHaveLength(expected);
  expect(new Set(stored.map(({ code }) => code)).size).toBe(expected);
});
