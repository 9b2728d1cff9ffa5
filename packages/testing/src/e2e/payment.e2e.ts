// Paying from end to end: the built portal, the gateway simulator and its bank as processes of their own, citizens in Chromium. Money is counted at the gateway, and the truth is what the server knows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, ready } from './browser.js';
import { nextPage, walkPage } from './keyboard.js';
import { Office, Payer, WAIT } from './paying.js';
import { residenceTyped } from './residence.js';

const office = new Office();
let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); await office.open(browser); });
afterAll(async () => { await browser?.close(); await office.close(); });

test('a residence form with a fee: sent, paid at the bank, with a receipt to print; the same on another phone', async () => {
  const file = join(office.portal.dataDir, 'so-hong.png');
  writeFileSync(file, PNG.sync.write(new PNG({ width: 8, height: 8 })));
  const { page, faults, hostSubmits } = await openPage(browser, `${office.portal.url}/cu-tru.html`, { gateway: office.portal.gateway });
  await ready(page);
  const used = new Set<string>();
  let heading = '';
  for (;;) {
    heading = await walkPage(page, residenceTyped, used, { files: { 'so-hong.png': file }, rows: 2 });
    if (heading.startsWith('Giấy tờ')) break;
    await nextPage(page, heading);
  }
  await nextPage(page, heading);
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  const step = page.locator('dvc-form .acknowledgement');
  await step.waitFor();
  const code = await page.locator('dvc-form [part=dossier-code]').innerText();
  // The payment stands below the acknowledgement.
  const payment = await page.locator('dvc-payment').evaluate((element) => (element as unknown as { payment: string }).payment);
  const payer = new Payer({ page, faults, warnings: [], hostSubmits }, []);
  await payer.toBank();
  expect(await page.locator('main').innerText()).toContain('10.000 đồng');
  await payer.atBank('Thanh toán thành công');
  await payer.heading('Đã thanh toán');
  expect(page.url()).toBe(office.address(payment));
  await payer.text('Đã nhận 10.000 đồng');

  const [receipt] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /^Biên lai thu lệ phí số / }).click()]);
  await receipt.getByRole('heading', { name: 'Biên lai thu lệ phí' }).waitFor();
  await receipt.emulateMedia({ media: 'print' });
  expect(await receipt.locator('body').innerText()).toMatch(new RegExp(`Mã hồ sơ: ${code}[^]*Lệ phí đăng ký thường trú[^]*10\\.000 đồng[^]*Số tiền viết bằng chữ: Mười nghìn đồng\\.`));
  expect((await receipt.pdf()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.reload();
  await payer.heading('Đã thanh toán');
  const phone = await Payer.at(office, browser, payment, { width: 390 });
  await phone.heading('Đã thanh toán');
  const said = (of: Payer) => of.page.locator('dvc-payment').evaluate((element) => (element.shadowRoot!.querySelector('.dvc') as HTMLElement).innerText);
  expect(await said(phone)).toBe(await said(payer));
  expect([await office.charges(payment), (await office.view(payment)).intent!.attempt, await hostSubmits(), ...faults, ...phone.watched.faults]).toEqual([1, 1, 0]);
});

test('two tabs, double clicks, the back button, a reload and a slow network: one attempt, one order, one charge', async () => {
  const before = await office.orders();
  const payment = await office.request();
  const one = await Payer.at(office, browser, payment);
  const context = one.page.context();
  const other = await Payer.at(office, browser, payment, { context });
  // Every request of the page takes its time, none as long as the one before.
  let turn = 0;
  await context.route('**/api/v1/payments/**', async (route) => {
    await new Promise((done) => { setTimeout(done, [400, 50, 700, 200][turn++ % 4]); });
    await route.continue();
  });
  const pay = /^Thanh toán 10\.000 đồng$/;
  for (const tab of [one, other]) await tab.choose(/VNPAY/);
  await Promise.all([one, other].map((tab) => tab.page.getByRole('button', { name: pay }).dblclick()));
  await Promise.all([one.bank(), other.bank()]);
  expect(new Set([one.page.url(), other.page.url()]).size).toBe(1);

  // Back from the bank, nothing invites to pay once more; a reload changes nothing, and the way on is the same order's.
  await one.page.goBack();
  await one.heading('Đang chờ xác nhận thanh toán');
  await one.text(WAIT);
  expect(await one.page.getByRole('button', { name: /Thanh toán|Tiếp tục/ }).count()).toBe(0);
  await one.page.reload();
  await one.page.getByRole('button', { name: 'Mở lại trang thanh toán' }).dblclick();
  await one.bank();
  // Both press at the bank, one of them twice.
  await Promise.all([one.page.getByRole('button', { name: 'Thanh toán thành công' }).dblclick(), other.atBank('Thanh toán thành công')]);
  await Promise.all([one.heading('Đã thanh toán'), other.heading('Đã thanh toán')]);
  // And back again, from what is paid.
  await other.page.goBack();
  await other.page.reload();
  await other.page.goto(office.address(payment));
  await other.heading('Đã thanh toán');

  const view = await office.view(payment);
  expect(view).toMatchObject({ phase: 'paid', intent: { attempt: 1 }, money: { received: 10_000, surplus: 0 } });
  expect((await office.orders()).filter((reference) => !before.includes(reference))).toEqual([view.intent!.reference]);
  expect(await office.charges(payment)).toBe(1);
  expect(await office.listed(payment)).toMatchObject({ phase: 'paid', attention: false });
  expect([...one.watched.faults, ...other.watched.faults]).toEqual([]);
});

/** What was shown as paid before the server had said so. */
const tooEarly = (log: readonly string[]) => log.filter((line, at) => line === 'shown Đã thanh toán' && !log.slice(0, at).includes('told paid'));

test.each([
  ['at once', 'Trước khi trình duyệt quay lại', 0],
  ['after 90 s', 'Muộn, sau số giây ghi dưới đây', 90],
  ['never', 'Không bao giờ', Infinity],
])('the notification comes %s: waiting is said as waiting, and it ends in the truth', async (_, told, seconds) => {
  const payment = await office.request();
  const payer = await Payer.at(office, browser, payment);
  await payer.toBank();
  const phone = await Payer.at(office, browser, payment, { width: 390 });
  await phone.heading('Đang chờ xác nhận thanh toán');
  await phone.text(WAIT);
  // The gateway answers no question: its notification alone can tell.
  await office.gateway('silence', { silence: 'error' });
  await payer.atBank('Thanh toán thành công', told);
  if (seconds > 0) {
    await payer.heading('Đang chờ xác nhận thanh toán');
    await payer.text(WAIT);
    await office.pass(Math.min(seconds - 30, 240));
    await expect.poll(async () => (await office.view(payment)).knowledge.bank, { timeout: 10_000 }).toBe('silent');
    for (const each of [payer, phone]) {
      await each.soon();
      await each.text('Ngân hàng chưa trả lời');
      await each.heading('Đang chờ xác nhận thanh toán');
    }
    expect([(await office.view(payment)).phase, await office.charges(payment)]).toEqual(['pending', 1]);
    // Reconciliation is all that is left where no notification comes.
    if (seconds === Infinity) await office.gateway('silence', { silence: 'none' });
    await office.pass(seconds === 90 ? 30 : 300);
  }
  await expect.poll(async () => (await office.view(payment)).phase, { timeout: 10_000 }).toBe('paid');
  for (const each of [payer, phone]) {
    await each.soon();
    await each.heading('Đã thanh toán');
    expect(tooEarly(each.log)).toEqual([]);
    expect(each.log).toContain('told paid');
    expect(each.watched.faults).toEqual([]);
  }
  expect(phone.log.filter((line) => line.startsWith('shown'))).toEqual(['shown Đang chờ xác nhận thanh toán', 'shown Đã thanh toán']);
  expect(await office.charges(payment)).toBe(1);
  await office.gateway('silence', { silence: 'none' });
});

test.each([
  ['too little money', 'Không đủ số dư (51)', 'Thanh toán chưa thành công', 'Tài khoản không đủ số dư.'],
  ['cancelled there', 'Hủy giao dịch (24)', 'Đã hủy thanh toán', 'Chưa có khoản tiền nào được ghi nhận.'],
])('%s: said as it is, and paid by another attempt', async (_, outcome, title, text) => {
  const payment = await office.request();
  const payer = await Payer.at(office, browser, payment);
  await payer.toBank();
  await payer.atBank(outcome);
  await payer.heading(title);
  await payer.text(text);
  expect(await office.charges(payment)).toBe(0);
  await payer.toBank('Thanh toán lại');
  await payer.atBank('Thanh toán thành công');
  await payer.heading('Đã thanh toán');
  expect(await office.view(payment)).toMatchObject({ phase: 'paid', intent: { attempt: 2 }, money: { received: 10_000 } });
  expect(await office.charges(payment)).toBe(1);
  expect(payer.watched.faults).toEqual([]);
});

test('the bank’s page closed: found again under the address, still the same attempt; closed after paying, the truth comes without the browser', async () => {
  const payment = await office.request();
  const payer = await Payer.at(office, browser, payment);
  await payer.toBank();
  await payer.page.close();
  const later = await Payer.at(office, browser, payment);
  await later.heading('Đang chờ xác nhận thanh toán');
  await later.press('Mở lại trang thanh toán');
  await later.bank();
  await later.atBank('Đóng trang, không quay lại', 'Không bao giờ');
  await later.page.getByText('Ông/bà có thể đóng trang này.').waitFor();
  await later.page.close();
  await office.pass(300);
  const nextWeek = await Payer.at(office, browser, payment);
  await expect.poll(async () => (await office.view(payment)).phase, { timeout: 10_000 }).toBe('paid');
  await nextWeek.soon();
  await nextWeek.heading('Đã thanh toán');
  expect(await office.view(payment)).toMatchObject({ intent: { attempt: 1 } });
  expect(await office.charges(payment)).toBe(1);
});

test('a quarter of an hour goes by, away from the bank’s page and on it: each attempt ends without a charge, the third pays', async () => {
  const payment = await office.request();
  const payer = await Payer.at(office, browser, payment);
  await payer.toBank();
  await payer.page.goBack();
  await payer.heading('Đang chờ xác nhận thanh toán');
  await office.pass(15 * 60 + 1);
  // The server asks the gateway before it lets another attempt begin.
  await expect.poll(async () => (await office.view(payment)).mayPay, { timeout: 10_000 }).toBe(true);
  await payer.soon();
  await payer.toBank('Thanh toán lại');
  // Here it is the bank that says so first.
  await office.gateway('decide', { reference: (await office.view(payment)).intent!.reference, outcome: 'expire' });
  await payer.atBank('Thanh toán thành công');
  await payer.heading('Lần thanh toán này đã hết hạn');
  await payer.toBank('Lấy lần thanh toán mới');
  await payer.atBank('Thanh toán thành công');
  await payer.heading('Đã thanh toán');
  expect(await office.view(payment)).toMatchObject({ phase: 'paid', intent: { attempt: 3 }, money: { received: 10_000 } });
  expect(await office.charges(payment)).toBe(1);
  expect([...tooEarly(payer.log), ...payer.watched.faults]).toEqual([]);
});

test('the bank says “failed” and later “paid”: whoever is about to pay again finds it paid', async () => {
  const payment = await office.request();
  const payer = await Payer.at(office, browser, payment);
  await payer.toBank();
  await payer.atBank('Không đủ số dư (51)');
  await payer.heading('Thanh toán chưa thành công');
  await payer.choose(/VNPAY/, 'Thanh toán lại');
  const { reference } = (await office.view(payment)).intent!;
  await office.gateway('decide', { reference, outcome: 'pay', again: true });
  expect((await office.view(payment)).phase).toBe('paid');
  await payer.press(/^Thanh toán [\d.]+ đồng$/);
  await payer.heading('Đã thanh toán');
  expect(await office.view(payment)).toMatchObject({ intent: { attempt: 1, reference }, money: { received: 10_000 } });
  expect(await office.charges(payment)).toBe(1);
  expect(payer.watched.faults).toEqual([]);
});
