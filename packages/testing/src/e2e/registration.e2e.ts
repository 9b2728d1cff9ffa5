import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { birthStored, birthTyped, daysBefore } from './birth.js';
import { openBrowser, openPage, ready } from './browser.js';
import { nextPage, walkPage } from './keyboard.js';
import { Portal } from './portal.js';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
let portal: Portal;
let browser: Browser;

beforeAll(async () => { [portal, browser] = await Promise.all([new Portal().start(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await portal?.remove(); });

test('a birth registered with the keyboard alone on the commune site is stored, and still there after SIGKILL', async () => {
  const { today } = (await (await fetch(`${portal.url}/api/v1/time`)).json()) as { today: string };
  const born = daysBefore(today, 20);
  const file = join(portal.dataDir, 'giay-chung-sinh.pdf');
  writeFileSync(file, pdf);
  const { page, faults, warnings, hostSubmits } = await openPage(browser, `${portal.url}/khai-sinh.html`);
  const answers = birthTyped(born);
  const used = new Set<string>();
  await ready(page);
  const headings: string[] = [];
  for (let heading = ''; ; ) {
    heading = await walkPage(page, answers, used, { files: { 'giay-chung-sinh.pdf': file } });
    headings.push(heading);
    if (heading === 'Kiểm tra lại thông tin trước khi nộp') break;
    await nextPage(page, heading);
  }
  await page.locator('dvc-form .acknowledgement').waitFor();
  expect(headings).toEqual(['Nơi nộp và cha, mẹ của trẻ', 'Người yêu cầu', 'Người được khai sinh', 'Người mẹ', 'Người cha', 'Bản sao và nhận kết quả', 'Cam đoan', 'Giấy tờ cần nộp', 'Kiểm tra lại thông tin trước khi nộp']);
  expect(Object.keys(answers).filter((label) => !used.has(label))).toEqual([]);

  const code = await page.locator('dvc-form [part=dossier-code]').innerText();
  expect(code).toMatch(/^H99\.01-\d{6}-\d{4,}$/);
  expect((await page.locator('dvc-form [part=lookup-secret]').innerText()).length).toBeGreaterThanOrEqual(8);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  expect(await page.locator('dvc-form .acknowledgement').innerText()).toContain(sha256);
  expect(faults).toEqual([]);
  expect(warnings).toEqual([]);
  expect(await hostSubmits()).toBe(0);
  expect(page.url()).toBe(`${portal.url}/khai-sinh.html`);

  await portal.kill();
  const [stored, ...others] = await portal.dossiers();
  expect(others).toEqual([]);
  expect(stored).toMatchObject({ code, document: 'ho-tich/dang-ky-khai-sinh@1.0.0', agency: 'H99.01', caseId: null });
  expect(stored!.answers).toEqual(birthStored(born, today));
  expect(stored!.fees).toEqual([{ id: 'registration', amount: 0 }, { id: 'copies', amount: 24000 }]);
  expect(stored!.papers).toEqual([{ paper: 'medical-birth-record', name: 'giay-chung-sinh.pdf', type: 'application/pdf', size: pdf.length, sha256 }]);

  await portal.start();
  expect((await fetch(`${portal.url}/healthz`)).status).toBe(200);
  await portal.kill();
  expect((await portal.dossiers())[0]!.bytes).toBe(stored!.bytes);
});
