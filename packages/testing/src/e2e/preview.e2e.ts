import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import axe from 'axe-core';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './browser.js';

const root = resolve(import.meta.dirname, '../../../..');
const seeded = join(root, 'packages/cli/fixtures/seeded');
let browser: Browser;
let folder: string;
let file: string;
let child: ChildProcess;
let url: string;
let page: Page;
let faults: string[];
let requests: string[];
let form: FrameLocator;

/** `dvc preview`, as an officer starts it. */
beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'dvc-preview-'));
  file = join(folder, 'mau.yaml');
  cpSync(join(seeded, '01-hon-nhan-dieu-kien-sai-gia-tri/clean.yaml'), file);
  writeFileSync(join(folder, 'mau.scenarios.yaml'), 'form: ho-tich/xac-nhan-tinh-trang-hon-nhan@1.0.0\ntoday: "2026-11-21"\nscenarios:\n  - { name: Đã ly hôn, answers: { status: divorced, fullName: Nguyễn Văn An }, expect: { shown: [/judgment], hidden: [/spouseName] } }\n');
  child = spawn(process.execPath, [join(root, 'packages/cli/bin/dvc.mjs'), 'preview', file, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise<string>((done, failed) => {
    child.once('exit', (code) => failed(new Error(`dvc preview ended with ${code}`)));
    createInterface(child.stdout!).on('line', (line) => { const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0]; if (found) done(found); });
  });
  const opened = await openPage(browser, 'about:blank', { width: 1400 });
  ({ page, faults } = opened);
  requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  form = page.frameLocator('#frame');
  await form.locator('dvc-form .page').first().waitFor();
});
afterAll(async () => {
  child?.kill('SIGTERM');
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const hidden = () => page.locator('#hidden li').allTextContents();
const payload = async () => JSON.parse(await page.locator('#payload').textContent() ?? 'null') as Record<string, unknown>;
const waitFor = async (check: () => Promise<boolean>) => { for (let i = 0; i < 100; i += 1) { if (await check()) return; await new Promise((done) => { setTimeout(done, 50); }); } throw new Error('waited in vain'); };

test('shows the form, what is hidden and why, and what would be sent, as it is answered', async () => {
  expect(await page.locator('h1').textContent()).toBe('Cấp giấy xác nhận tình trạng hôn nhân');
  await waitFor(async () => (await hidden()).some((text) => text.startsWith('“Bản án, quyết định ly hôn (số, ngày, tòa án)” (/judgment) đang ẩn: “Tình trạng hôn nhân” (/status) chưa được trả lời')));
  await page.getByRole('button', { name: 'Đã ly hôn' }).click();
  await waitFor(async () => (await payload())['status'] === 'divorced');
  await waitFor(async () => !(await hidden()).some((text) => text.includes('/judgment)')));
  expect(await hidden()).toEqual(['“Họ, chữ đệm, tên của vợ hoặc chồng” (/spouseName) đang ẩn: “Tình trạng hôn nhân” (/status) đang là “Đã ly hôn, chưa đăng ký kết hôn lại” (divorced), cần là “Đang có vợ hoặc chồng” (married) hoặc “Vợ hoặc chồng đã chết, chưa đăng ký kết hôn lại” (widowed).']);
  await form.locator('input[name], input').first().fill('Trần Thị Bé');
  await form.locator('input').first().blur();
  await waitFor(async () => (await payload())['fullName'] === 'Trần Thị Bé');
});

test('a save is read again, with the answers kept; a mistake is listed with its line, and mended it is gone', async () => {
  const before = readFileSync(file, 'utf8');
  const broken = before.replace('when: { status: divorced } }', 'when: { status: da-ly-hon } }').replace('title: "Cấp giấy xác nhận tình trạng hôn nhân"\nprocedure', 'title: "Giấy xác nhận tình trạng hôn nhân"\nprocedure');
  const line = broken.split('\n').findIndex((each) => each.includes('da-ly-hon')) + 1;
  writeFileSync(file, broken);
  await waitFor(async () => await page.locator('h1').textContent() === 'Giấy xác nhận tình trạng hôn nhân');
  expect(await page.locator('#problems li', { hasText: 'DVC-C201' }).textContent()).toContain(`dòng ${line}, cột `);
  await form.locator('dvc-form .page').first().waitFor();
  await waitFor(async () => (await payload())['fullName'] === 'Trần Thị Bé');
  writeFileSync(file, 'kind: [\n');
  await waitFor(async () => (await page.locator('#status').textContent())!.startsWith('Chưa xem được biểu mẫu'));
  expect(await page.locator('#problems li').first().textContent()).toContain('DVC-C004');
  writeFileSync(file, before);
  await waitFor(async () => await page.locator('h1').textContent() === 'Cấp giấy xác nhận tình trạng hôn nhân');
  await form.locator('dvc-form .page').first().waitFor();
  expect(await page.locator('#problems li', { hasText: 'DVC-C201' }).count()).toBe(0);
});

test('the complete sample can be handed in; nothing leaves the page', async () => {
  await page.getByRole('button', { name: 'Điền đủ' }).click();
  await waitFor(async () => (await payload())['pledge'] === true);
  await page.locator('#frame').evaluate((frame: HTMLIFrameElement) => (frame.contentDocument!.querySelector('dvc-form') as HTMLElement & { submit(): void }).submit());
  await form.getByText('XEM-THU-000001').first().waitFor();
  expect(await page.locator('#status').textContent()).toMatch(/^Đã thử nộp: .* không có gì được gửi đi\.$/);
  expect(await payload()).toMatchObject({ document: { id: 'ho-tich/xac-nhan-tinh-trang-hon-nhan', version: '1.0.0' }, answers: { status: 'single', pledge: true } });
  await page.getByRole('button', { name: 'Điền đủ' }).click();
  expect(requests.filter((request) => !request.startsWith(url) && !request.startsWith('data:'))).toEqual([]);
});

test('languages, widths and the printed sheet', async () => {
  await page.getByLabel('English').check();
  await waitFor(async () => (await hidden()).some((text) => text.includes('is hidden:')) || (await hidden()).length === 1);
  await form.getByText(/\b(Step|required|Papers|problem)\b/).first().waitFor();
  await page.getByLabel('Tiếng Việt').check();
  for (const width of [320, 768, 1200]) {
    await page.locator(`input[name=width][value="${width}"]`).check();
    expect(await page.locator('#frame').evaluate((frame) => (frame as HTMLIFrameElement).contentWindow!.innerWidth)).toBe(width);
  }
  await page.getByLabel('Xem như tờ khai in').check();
  await waitFor(async () => await form.locator('dvc-form[readonly], dvc-form').evaluate((element) => (element as HTMLElement & { readonly: boolean }).readonly));
  await page.getByLabel('Xem như tờ khai in').uncheck();
  await page.locator('input[name=width][value=full]').check();
  expect(faults).toEqual([]);
});

test('at 320 px nothing is wider than the page, and axe finds nothing, in the page or in the form', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  for (const frame of [page.mainFrame(), page.frames().find((each) => each.url().endsWith('/frame.html'))!]) {
    await frame.evaluate(axe.source);
    const violations = await frame.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { iframes: false })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(', ')}`));
    expect(violations).toEqual([]);
  }
  if (process.env['DVC_SHOT']) await page.screenshot({ path: `${process.env['DVC_SHOT']}-320.png`, fullPage: true });
  await page.setViewportSize({ width: 1400, height: 1000 });
  await page.getByRole('button', { name: 'Đã ly hôn' }).click();
  if (process.env['DVC_SHOT']) await page.screenshot({ path: `${process.env['DVC_SHOT']}-1400.png` });
});

test('it is for this machine alone: no foreign host name, no foreign origin, no file outside', async () => {
  const ask = (path: string, headers: Record<string, string> = {}) => new Promise<IncomingMessage>((done, failed) => {
    get(new URL(path, url), { headers }, (reply) => { reply.resume(); done(reply); }).once('error', failed);
  });
  expect((await ask('/state.json', { host: 'evil.example' })).statusCode).toBe(403);
  expect((await ask('/state.json', { origin: 'https://evil.example' })).statusCode).toBe(403);
  for (const path of ['/dvc/..%2f..%2fpackage.json', '/dvc/chunks/..%2f..%2f..%2fpackage.json', '/code-lists/..%2fapi.json', '/../package.json', '/mau.yaml']) expect((await ask(path)).statusCode).toBe(404);
  expect((await ask('/')).headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
});
