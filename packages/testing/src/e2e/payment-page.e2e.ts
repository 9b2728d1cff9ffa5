// The page of a payment: a transfer by its code, cash, without a mouse, for a screen reader, on the smallest phone, and inside a page that is against it.
import { writeFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QRPay } from 'vietnam-qr-pay';
import { openBrowser, openPage } from './browser.js';
import { Office, Payer, WAIT, charge } from './paying.js';

const office = new Office();
let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); await office.open(browser); });
afterAll(async () => { await browser?.close(); await office.close(); });

const TRANSFER = 'Chuyển khoản ngân hàng';
const PAY = /^Thanh toán [\d.]+ đồng$/;
const fee = { id: 'fee', kind: 'fee', title: 'Phí khai thác dữ liệu', amount: 8_000 } as const;

/** As a banking app does: a picture of the code, and nothing else. */
async function scan(page: Page): Promise<string | undefined> {
  const image = PNG.sync.read(await page.getByRole('img', { name: /^Mã VietQR/ }).screenshot());
  return jsQR(new Uint8ClampedArray(image.data), image.width, image.height)?.data;
}

test('a transfer: its code is read from a picture, the bank’s line arrives, the page becomes paid by itself', async () => {
  const payment = await office.request(charge, fee);
  const payer = await Payer.at(office, browser, payment);
  await payer.choose(TRANSFER);
  await payer.press(PAY);
  await payer.heading('Chuyển khoản');
  const { act, reference } = (await office.view(payment)).intent!;
  if (act?.kind !== 'transfer') throw new Error('there is no transfer');
  const payload = await scan(payer.page);
  expect(payload).toBe(act.payload);
  const code = new QRPay(payload);
  expect([code.isValid, code.consumer, code.amount, code.additionalData.purpose]).toEqual([true, { bankBin: '000000', bankNumber: act.account }, '18000', reference]);

  const bank = await openPage(browser, `${office.portal.gateway}/bank`, { gateway: office.portal.gateway });
  await bank.page.getByLabel('Số tài khoản nhận').fill(code.consumer.bankNumber!);
  await bank.page.getByLabel('Số tiền (đồng)').fill(code.amount!);
  await bank.page.getByLabel('Nội dung chuyển khoản').fill(code.additionalData.purpose!);
  await bank.page.getByRole('button', { name: 'Chuyển khoản' }).click();
  await bank.page.getByText('Dòng sao kê đã được gửi tới đơn vị nhận.').waitFor();
  await payer.soon();
  await payer.heading('Đã thanh toán');
  // Phí and lệ phí are two receipts.
  expect(await payer.page.getByRole('link', { name: /^Biên lai thu/ }).allInnerTexts()).toEqual([expect.stringMatching(/^Biên lai thu lệ phí số /), expect.stringMatching(/^Biên lai thu phí số /)]);
  expect([...payer.watched.faults, ...bank.faults]).toEqual([]);
});

test('a transfer that nobody made runs out after a day; the next attempt has a code of its own; money under the first one counts too', async () => {
  const payment = await office.request();
  const payer = await Payer.at(office, browser, payment);
  await payer.choose(TRANSFER);
  await payer.press(PAY);
  await payer.heading('Chuyển khoản');
  const first = await scan(payer.page);
  const { reference } = (await office.view(payment)).intent!;
  await office.pass(24 * 3600 + 1);
  await payer.soon();
  await payer.heading('Lần thanh toán này đã hết hạn');
  await payer.choose(TRANSFER, 'Lấy lần thanh toán mới');
  await payer.press(PAY);
  await payer.heading('Chuyển khoản');
  expect(await scan(payer.page)).not.toBe(first);
  await office.gateway('feed', { lines: [{ id: 'FT-LATE-1', at: new Date(office.clock.now()).toISOString(), amount: 10_000, text: `CK ${reference}` }] });
  await payer.soon();
  await payer.heading('Đã thanh toán');
  expect(await office.view(payment)).toMatchObject({ phase: 'paid', intent: { attempt: 1 } });
});

test('cash: the cashier enters it under the code that the page shows, and the page becomes paid', async () => {
  const payment = await office.request();
  const payer = await Payer.at(office, browser, payment);
  await payer.choose('Tiền mặt tại Bộ phận Một cửa');
  await payer.press(PAY);
  await payer.heading('Nộp tiền mặt');
  const { reference } = (await office.view(payment)).intent!;
  await payer.text(reference);
  await office.cash(reference, 10_000, 'PT-0001');
  await payer.page.clock.fastForward(61_000);
  await payer.heading('Đã thanh toán');
  expect([...payer.watched.faults]).toEqual([]);
});

test.each([1280, 320])('%d px: axe finds nothing, nothing is wider than the window, the page’s policy is never broken', async (width) => {
  const payer = await Payer.at(office, browser, await office.request(charge, fee), { width });
  const sound = async (state: string) => { expect(await payer.faults(state), state).toEqual([]); };
  await payer.heading('Các khoản phải nộp');
  await sound('quote');
  await payer.choose(TRANSFER);
  await sound('choosing');
  await payer.press(PAY);
  await payer.heading('Chuyển khoản');
  await expect.poll(() => payer.seen('Chuyển khoản')).toBe(true);
  await payer.page.getByRole('img', { name: /^Mã VietQR/ }).waitFor();
  await sound('acting');
  await payer.press('Tôi đã chuyển khoản');
  await payer.text(WAIT);
  await sound('pending');
  await payer.press('Hủy lần thanh toán này');
  await sound('about to cancel');
  await payer.press('Vẫn hủy');
  await payer.heading('Đã hủy thanh toán');
  await sound('cancelled');
  await payer.toBank('Thanh toán lại');
  expect(await payer.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await payer.atBank('Không đủ số dư (51)');
  await payer.heading('Thanh toán chưa thành công');
  await sound('failed');
  await payer.toBank('Thanh toán lại');
  await payer.atBank('Thanh toán thành công');
  await payer.heading('Đã thanh toán');
  await sound('paid');
  await payer.press('Yêu cầu hoàn tiền');
  await payer.page.getByLabel('Số tài khoản').waitFor();
  await sound('asking for the money back');
});

/** What has the focus, by the words on it. */
const focused = (page: Page) => page.evaluate(() => {
  let at = document.activeElement as HTMLElement | null;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement as HTMLElement;
  const label = at instanceof HTMLInputElement ? at.labels?.[0] : undefined;
  return (label ?? at)?.innerText.trim() ?? '';
});
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`60 times Tab, and nothing is called ${name}`);
}

test('without a mouse from the quote to the receipt, the bank’s page too', async () => {
  const payer = await Payer.at(office, browser, await office.request());
  const { page } = payer;
  await payer.heading('Các khoản phải nộp');
  await tabTo(page, /^Tiếp tục$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Chọn cách thanh toán');
  await tabTo(page, /VNPAY/);
  await page.keyboard.press('Space');
  // Enter in a radio button is not the site's default button, and pays nothing.
  await page.keyboard.press('Enter');
  await tabTo(page, PAY);
  await page.keyboard.press('Enter');
  await payer.bank();
  await tabTo(page, /^Thanh toán thành công$/);
  await page.keyboard.press('Enter');
  await payer.heading('Đã thanh toán');
  await tabTo(page, /^Biên lai thu lệ phí số /);
  const [receipt] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
  await receipt.getByRole('heading', { name: 'Biên lai thu lệ phí' }).waitFor();
  expect([...payer.watched.faults, await payer.watched.hostSubmits()]).toEqual([0]);
});

const policy = "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
const hostile = `* { font: 7px/1 cursive !important; color: #777 !important; letter-spacing: 9px !important; word-spacing: 9px !important; text-transform: uppercase !important; text-align: right !important; text-indent: 40px !important; white-space: nowrap !important; direction: rtl !important; text-shadow: 0 0 9px red !important; list-style: square !important; user-select: none !important; pointer-events: auto !important; }
button, input, label, a, svg, h2, h3, p, dl, ul, section { display: none !important; } :focus { outline: none !important; } ::slotted(*), :host, .dvc, .stand { display: none !important; } dvc-payment { display: block !important; } body { margin: 0; }`;
const plain = 'body { margin: 0; }';

/** A page of this site whose form, style sheet and policy are the worst that a payment meets. */
async function hostPage(payment: string, css: string): Promise<Payer> {
  const log: string[] = [];
  const watched = await openPage(browser, 'about:blank', { gateway: office.portal.gateway, width: 700 });
  const address = `${office.portal.url}/host.html`;
  await watched.page.route('**/host.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
  await watched.page.route(address, (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy },
    body: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title><link rel="stylesheet" href="/host.css"><script type="module" src="/dvc/payment.js"></script></head>
<body><form action="/di-noi-khac"><dvc-payment api="" payment="${payment}"></dvc-payment><input type="submit" value="Gửi"></form></body></html>`,
  }));
  await watched.page.goto(address);
  return new Payer(watched, log);
}

test('in a page whose styles, form and policy are against it, it looks the same and pays', async () => {
  const payment = await office.request(charge, fee);
  const hosts = await Promise.all([hostPage(payment, plain), hostPage(payment, hostile)]);
  const look = async () => {
    const images = await Promise.all(hosts.map(async ({ page }) => PNG.sync.read(await page.locator('dvc-payment').screenshot({ animations: 'disabled' }))));
    expect([images[1]!.width, images[1]!.height]).toEqual([images[0]!.width, images[0]!.height]);
    if (process.env['DVC_SHOT']) images.forEach((image, at) => writeFileSync(`${process.env['DVC_SHOT']}-host-${at}.png`, PNG.sync.write(image)));
    expect(images[1]!.data.equals(images[0]!.data)).toBe(true);
  };
  for (const host of hosts) await host.heading('Các khoản phải nộp');
  await look();
  const host = hosts[1]!;
  await host.toBank();
  await host.atBank('Thanh toán thành công');
  // The page that we stand in for is not asked for at the end of a redirect, only when it is loaded by itself.
  await host.page.waitForURL('**/host.html');
  for (const { page } of hosts) await page.reload();
  for (const each of hosts) await each.heading('Đã thanh toán');
  await look();
  expect([...host.watched.faults, await host.watched.hostSubmits()]).toEqual([0]);
});
