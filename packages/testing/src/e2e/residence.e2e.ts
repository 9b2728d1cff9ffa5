import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, ready } from './browser.js';
import { nextPage, walkPage } from './keyboard.js';
import { Portal } from './portal.js';
import { residenceMembers, residenceTyped } from './residence.js';

let portal: Portal;
let browser: Browser;
beforeAll(async () => { [portal, browser] = await Promise.all([new Portal().start(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await portal?.remove(); });

test('a household of three registers its residence: rows, another language on the way, review and back, print, read-only', async () => {
  const image = PNG.sync.write(new PNG({ width: 8, height: 8 }));
  const file = join(portal.dataDir, 'so-hong.png');
  writeFileSync(file, image);
  const { page, faults, hostSubmits } = await openPage(browser, `${portal.url}/cu-tru.html`);
  const form = page.locator('dvc-form');
  const set = (name: string, value: unknown) => form.evaluate(async (element, [key, to]) => {
    Object.assign(element, { [key as string]: to });
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  }, [name, value] as const);
  const data = () => form.evaluate((element) => (element as unknown as { data: { members: unknown[] } }).data);
  await ready(page);
  const used = new Set<string>();
  const walk = async () => walkPage(page, residenceTyped, used, { files: { 'so-hong.png': file }, rows: 2 });

  let heading = '';
  while (heading !== 'Thành viên cùng thay đổi') {
    heading = await walk();
    await nextPage(page, heading);
  }
  // Back to the rows; half a word is in a box when the language changes.
  await form.locator('[data-action=back]').click();
  await form.locator('.row').nth(1).waitFor();
  const name = form.locator('.row').nth(1).locator('input').first();
  await name.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' Lin');
  const before = await data();
  await set('locale', 'en');
  await form.locator('h2', { hasText: 'Members' }).waitFor();
  expect(await form.locator('.dvc').getAttribute('lang')).toBe('en');
  expect(await name.inputValue()).toBe('Lê Bảo Ngọc Lin');
  expect(await data()).toEqual(before);
  const english = await form.evaluate((element) => (element.shadowRoot!.querySelector('.dvc') as HTMLElement).innerText);
  expect(english.match(/(bắt buộc)|Tiếp tục|Thành viên/g)).toBeNull();
  await name.fill('Lê Bảo Ngọc');
  await set('locale', 'vi');
  await form.locator('h2', { hasText: 'Thành viên' }).waitFor();
  await form.locator('#dvc-step-title').focus();

  const rows = used.size;
  heading = await walkPage(page, {}, new Set());
  await nextPage(page, heading);
  for (;;) {
    heading = await walk();
    if (heading.startsWith('Giấy tờ')) break;
    await nextPage(page, heading);
  }
  await nextPage(page, heading);
  expect(used.size).toBeGreaterThan(rows);
  expect(Object.keys(residenceTyped).filter((label) => !used.has(label))).toEqual([]);

  // "Sửa" at one line leads to its control; the main button leads back.
  const line = form.locator('.review dl > div', { hasText: 'Số điện thoại' }).first();
  expect(await line.innerText()).toContain('0987 654 321');
  await line.locator('[data-action=edit]').click();
  await page.waitForFunction(() => (document.querySelector('dvc-form')?.shadowRoot?.activeElement as HTMLInputElement | null)?.value?.replace(/\D/g, '') === '0987654321');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0987654000');
  const back = form.locator('.actions .primary');
  expect(await back.innerText()).toBe('Trở lại trang kiểm tra');
  await back.click();
  await form.locator('.review').waitFor();
  expect(await form.locator('.review').innerText()).toContain('0987 654 000');

  await page.emulateMedia({ media: 'print' });
  const print = PNG.sync.read(await page.screenshot({ fullPage: true }));
  let dark = 0;
  for (let i = 0; i < print.data.length; i += 4) if (print.data[i]! < 100) dark += 1;
  expect(dark / (print.width * print.height)).toBeGreaterThan(0.005);
  expect(await form.locator('.actions .primary').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });

  await set('readonly', true);
  expect(await form.locator('[data-action=submit], [data-action=edit]').count()).toBe(0);
  await form.evaluate((element) => { (element as unknown as { goTo(step: string): void }).goTo('applicant'); });
  await form.locator('h2', { hasText: 'Người kê khai' }).waitFor();
  expect(await form.locator('.page input:not([readonly]), .page select, .page textarea').count()).toBe(0);
  expect(await form.locator('.page').innerText()).toContain('Lê Văn Bình');
  await set('readonly', false);
  await form.evaluate((element) => { (element as unknown as { goTo(step: string): void }).goTo('review'); });
  await form.locator('.review').waitFor();
  await form.locator('[data-action=submit]').click();
  await form.locator('.acknowledgement').waitFor();
  const code = await form.locator('[part=dossier-code]').innerText();
  expect(faults).toEqual([]);
  expect(await hostSubmits()).toBe(0);

  await portal.stop();
  const [stored] = await portal.dossiers();
  expect(stored).toMatchObject({ code, caseId: 'permanent', agency: 'H99.51', fees: [{ id: 'permanent-online', amount: 10000 }] });
  expect((stored!.answers as { members: Record<string, unknown>[] }).members.map(({ age: _, ...member }) => member)).toEqual(residenceMembers);
  expect(stored!.answers).toMatchObject({ peopleCount: 3, applicant: { phone: '0987654000' }, head: { fullName: 'Lê Văn Bình' } });
});
