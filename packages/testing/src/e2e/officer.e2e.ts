// The officer's walk: new, check, publish with the command line as it is installed; the form is on the commune's site without a restart, and what was begun before ends under its own version.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, ready } from './browser.js';
import { Portal } from './portal.js';

const program = resolve(import.meta.dirname, '../../../cli/bin/dvc.mjs');
const desk = mkdtempSync(join(tmpdir(), 'dvc-officer-desk-'));
const published = join(desk, 'cong-bo');
const source = join(desk, 'bieu-mau/xac-nhan/don-de-nghi/1.0.0.yaml');
let portal: Portal;
let browser: Browser;

const dvc = (...args: string[]): Promise<string> => new Promise((done, failed) => {
  execFile(process.execPath, [program, ...args], { cwd: desk }, (error, out, err) => { if (error) failed(new Error(out + err)); else done(out + err); });
});
const field = (page: Page, label: string) => page.locator('dvc-form').getByRole('textbox', { name: label });

beforeAll(async () => {
  await dvc('new', 'xac-nhan/don-de-nghi', '--title', 'Đơn đề nghị xác nhận', '--folder', 'bieu-mau');
  portal = new Portal({ DVC_FORMS: published });
  [, browser] = await Promise.all([portal.start(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.remove();
  rmSync(desk, { recursive: true, force: true });
});

test('from nothing to a form on the site; a draft of version 1 is finished under version 1 after version 2 is out', async () => {
  const citizen = await openPage(browser, `${portal.url}/thu-tuc.html`);
  await citizen.page.getByText('Chưa có biểu mẫu nào được công bố.').waitFor();

  expect(await dvc('check', 'bieu-mau')).toContain('0 lỗi');
  expect(await dvc('publish', source, published)).toContain('Đã công bố xac-nhan/don-de-nghi 1.0.0');

  await citizen.page.reload();
  await citizen.page.getByRole('link', { name: 'Đơn đề nghị xác nhận' }).click();
  await ready(citizen.page);
  await field(citizen.page, 'Họ, chữ đệm, tên').fill('Đặng Văn Ư');
  await citizen.page.locator('dvc-form [data-draft=saved]').waitFor();

  // The next version asks for one thing more.
  const text = readFileSync(source, 'utf8');
  writeFileSync(source, text.replace('  properties:\n', '  properties:\n    moreover:\n      type: string\n      title: Nơi thường trú\n      maxLength: 100\n').replace(/fields: \[/, 'fields: [/moreover, '));
  expect(await dvc('publish', source, published, '--next', 'minor')).toContain('1.1.0');

  const next = await openPage(browser, `${portal.url}/thu-tuc.html?form=xac-nhan/don-de-nghi`);
  await ready(next.page);
  await field(next.page, 'Nơi thường trú').waitFor();

  await citizen.page.reload();
  await ready(citizen.page);
  await citizen.page.locator('dvc-form').getByText('Đã mở lại bản nháp').waitFor();
  expect(await field(citizen.page, 'Họ, chữ đệm, tên').inputValue()).toBe('Đặng Văn Ư');
  expect(await field(citizen.page, 'Nơi thường trú').count()).toBe(0);
  await citizen.page.locator('dvc-form').evaluate(async (element) => {
    const form = element as HTMLElement & { data: object; submit(): void };
    form.data = { ...form.data, personalId: '001090000006', phone: '0912345678', topic: 'confirm', reason: 'Xác nhận nơi thường trú', pledge: true };
    form.submit();
  });
  await citizen.page.locator('dvc-form').getByText('Xác nhận đã nộp hồ sơ trực tuyến').waitFor();
  expect([...citizen.faults, ...next.faults]).toEqual([]);
  await portal.stop();
  expect((await portal.dossiers()).map(({ document }) => document)).toEqual(['xac-nhan/don-de-nghi@1.0.0']);
});
