// Following a dossier from end to end: the citizen with a keyboard in Chromium, the officer at the desk, a real mail relay and whoever sends SMS; all through the portal as it is built.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, ready, type Watched } from './browser.js';
import { Town, token } from './following.js';
import { focused, nextPage, pressTo, tabTo, walkPage } from './keyboard.js';
import { OfficerDesk } from './officer-desk.js';
import { residenceTyped } from './residence.js';

const town = new Town();
let browser: Browser;
let code: string;
let secret: string;
const file = (name: string) => join(town.portal.dataDir, name);
const picture = (name: string) => writeFileSync(file(name), PNG.sync.write(new PNG({ width: 8, height: 8 })));

beforeAll(async () => {
  [, browser] = await Promise.all([town.open(), openBrowser()]);
  picture('so-hong.png');
  picture('so-hong-ro.png');
  const { page } = await openPage(browser, `${town.portal.url}/cu-tru.html`);
  await ready(page);
  const used = new Set<string>();
  for (;;) {
    const heading = await walkPage(page, residenceTyped, used, { files: { 'so-hong.png': file('so-hong.png') }, rows: 2 });
    await nextPage(page, heading);
    if (heading.startsWith('Giấy tờ')) break;
  }
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.locator('dvc-form .acknowledgement').waitFor();
  code = await page.locator('dvc-form [part=dossier-code]').innerText();
  secret = await page.locator('dvc-form [part=lookup-secret]').innerText();
  await page.context().close();
});
afterAll(async () => { await browser?.close(); await town.close(); });

const status = (page: Page) => page.locator('dvc-status');
/** The first line: what to do now. */
const now = (page: Page, text: string) => status(page).locator('#dvc-now', { hasText: text }).waitFor();
const says = (page: Page, text: string) => status(page).getByText(text).first().waitFor();

/** On the widest and the narrowest window: what axe finds, what is wider than the window; and what the site's policy refused. */
async function sound({ page, faults }: Watched, name: string): Promise<void> {
  const found: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env['DVC_SHOT']) await page.screenshot({ path: `${process.env['DVC_SHOT']}-${name}-${width}.png`, fullPage: true });
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run('dvc-status')).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(', ')}`));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    found.push(...violations.map((each) => `${width}: ${each}`), ...(wider > 0 ? [`${width}: ${wider} px wider than the window`] : []));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  expect([name, ...found, ...faults]).toEqual([name]);
}

/** Another device: nothing of the one that sent it. */
async function lookUp(given = secret, at = code): Promise<Watched> {
  const watched = await openPage(browser, `${town.portal.url}/ho-so.html?ma=${encodeURIComponent(at)}`, { gateway: town.portal.gateway });
  const { page } = watched;
  await secretTyped(page, given);
  return watched;
}
async function secretTyped(page: Page, given: string): Promise<void> {
  await page.getByRole('heading', { name: 'Tra cứu tình trạng hồ sơ' }).waitFor();
  await tabTo(page, 'Mã tra cứu');
  await tabTo(page, 'Mã tra cứu');
  await page.keyboard.type(given);
  await page.keyboard.press('Enter');
}

let citizen: Watched;
let officer: OfficerDesk;

test('a wrong secret tells nothing; the right one opens the dossier on another device, and there the citizen agrees to be written to', async () => {
  citizen = await lookUp(secret === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA');
  const { page } = citizen;
  const wrong = 'Mã hồ sơ hoặc thông tin xác nhận chưa đúng. Ông/bà kiểm tra lại cả hai rồi thử lại.';
  await says(page, wrong);
  expect(await status(page).locator('.news').innerText()).toBe(wrong);
  expect(await status(page).evaluate((element) => (element.shadowRoot!.querySelector('.dvc') as HTMLElement).innerText)).not.toMatch(/Lê Văn Bình|001085012345|Mới đăng ký|cư trú/i);
  await sound(citizen, 'look-up');
  // The same words where there is no such dossier.
  const nobody = await lookUp('AAAAAAAA', code.replace(/\d$/, (digit) => String((Number(digit) + 5) % 10)));
  await says(nobody.page, wrong);
  await nobody.page.context().close();

  await page.reload();
  await secretTyped(page, `${secret.slice(0, 4)} ${secret.slice(4)}`.toLowerCase());
  await now(page, 'Ông/bà không cần làm gì lúc này.');

  await pressTo(page, 'Nhận thông báo');
  await pressTo(page, 'Đồng ý nhận: Thư điện tử');
  await page.keyboard.type('binh.le@example.com');
  await pressTo(page, 'Đồng ý nhận: Thư điện tử');
  await says(page, 'Gửi đến');
  await pressTo(page, 'Đồng ý nhận: Tin nhắn SMS');
  await page.keyboard.type('0987 654 321');
  await pressTo(page, 'Đồng ý nhận: Tin nhắn SMS');
  // The list on the portal itself is on from the beginning: nothing leaves the portal by it.
  await status(page).getByRole('button', { name: 'Thôi nhận: Tin nhắn SMS' }).waitFor();
  expect(await status(page).locator('.channels li.on b').allInnerTexts()).toEqual(['Thư điện tử', 'Tin nhắn SMS', 'Thông báo trên cổng dịch vụ công']);
  await says(page, 'Mặc định không gửi thư hay tin nhắn, chỉ có danh sách thông báo ngay trên cổng.');
  await sound(citizen, 'channels');
});

test('the officer asks for a supplement: the open page says so by itself; the citizen corrects one answer and sends one paper without a mouse', async () => {
  const { page } = citizen;
  officer = await OfficerDesk.open(browser, town.portal.url, token);
  await officer.find(code);
  await officer.accept(7);
  await says(page, 'Được tiếp nhận');
  await officer.askSupplement({ 'Số điện thoại liên hệ': 'Ghi số điện thoại đang dùng.', 'Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp': 'Ảnh mờ, chụp lại cho rõ.' });
  await now(page, 'Ông/bà cần bổ sung hồ sơ');
  expect(await status(page).locator('[part=remark]').allInnerTexts()).toEqual(['Ghi số điện thoại đang dùng.', 'Ảnh mờ, chụp lại cho rõ.']);
  await sound(citizen, 'supplement');

  await pressTo(page, 'Bổ sung hồ sơ');
  await page.getByRole('button', { name: 'Gửi phần bổ sung' }).waitFor();
  await sound(citizen, 'supplement-open');
  await tabTo(page, '5. Số điện thoại liên hệ');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0912345678');
  await tabTo(page, /^Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp/);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles(file('so-hong-ro.png'));
  await page.locator('dvc-form .file.uploaded', { hasText: 'so-hong-ro.png' }).waitFor();
  await pressTo(page, 'Gửi phần bổ sung');
  await says(page, 'Đã gửi phần bổ sung. Ông/bà không phải gửi lại.');
  await now(page, 'Ông/bà không cần làm gì lúc này.');
  await says(page, 'Cơ quan đã nhận phần bổ sung và đang kiểm tra.');
  await sound(citizen, 'supplement-sent');

  const { version, turn, answers, papers } = await town.dossier(code);
  expect([version, turn, papers.map(({ paper, name }) => `${paper} ${name}`)]).toEqual([2, 'agency', ['lawful-place so-hong-ro.png']]);
  expect(JSON.stringify(answers)).toMatch(/0912345678/);
});

test('the server is killed and comes back while the page is open: the page catches up by itself, and the payment that was asked for meanwhile is made there', async () => {
  const { page } = citizen;
  await town.portal.kill();
  await says(page, 'Mất kết nối mạng. Tình trạng dưới đây là lúc');
  await now(page, 'Ông/bà không cần làm gì lúc này.');
  await sound(citizen, 'lost');
  await town.portal.start();
  await officer.find(code);
  await officer.askPayment('Lệ phí đăng ký cư trú', 10_000);
  await now(page, 'Ông/bà cần nộp 10.000 đồng');
  await expect.poll(() => status(page).getByText('Mất kết nối mạng').count()).toBe(0);
  await sound(citizen, 'payment');

  await pressTo(page, 'Xem và nộp 10.000 đồng');
  await pressTo(page, 'Tiếp tục');
  await tabTo(page, /VNPAY/);
  for (let i = 0; i < 4 && !/^Chuyển khoản/.test(await focused(page)); i += 1) await page.keyboard.press('ArrowDown');
  await pressTo(page, /^Thanh toán 10\.000 đồng$/);
  await page.getByRole('heading', { name: 'Chuyển khoản', exact: true }).waitFor();
  await sound(citizen, 'transfer');
  const transferText = await status(page).locator('.facts > div', { hasText: 'Nội dung' }).locator('dd > span').innerText();
  await town.transferred(transferText, 10_000);
  await says(page, 'Cơ quan đã nhận tiền; hồ sơ được giải quyết tiếp.');
  await now(page, 'Ông/bà không cần làm gì lúc này.');
  await page.getByRole('heading', { name: 'Đã thanh toán', exact: true }).waitFor();
  await sound(citizen, 'paid');
});

test('another payment, at the bank: the way back is the page of the dossier, which asks who is there before it says that the money came', async () => {
  const payment = await town.payment(code, 15_000);
  await now(citizen.page, 'Ông/bà cần nộp 15.000 đồng');
  const payer = await lookUp();
  const { page } = payer;
  await pressTo(page, 'Xem và nộp 15.000 đồng');
  await pressTo(page, 'Tiếp tục');
  await tabTo(page, /VNPAY/);
  await page.keyboard.press('Space');
  await pressTo(page, /^Thanh toán 15\.000 đồng$/);
  await page.getByRole('heading', { name: 'Chọn kết quả của giao dịch' }).waitFor();
  await page.getByRole('button', { name: 'Thanh toán thành công' }).click();
  await page.waitForURL(/\/ho-so\.html\?/);
  await secretTyped(page, secret);
  for (const each of [payer, citizen]) {
    await says(each.page, 'Cơ quan đã nhận tiền; hồ sơ được giải quyết tiếp.');
    await now(each.page, 'Ông/bà không cần làm gì lúc này.');
  }
  expect([page.url(), (await town.paymentView(payment)).phase, ...payer.faults]).toEqual([`${town.portal.url}/ho-so.html?ma=${code}`, 'paid']);
  await page.context().close();
});

test('the result: a link on the page; every step was told by mail, SMS and on the portal, and none of it says more than the code, the status and where to look', async () => {
  const { page } = citizen;
  await officer.handle();
  await says(page, 'Đang xử lý');
  await officer.result('Thông báo kết quả giải quyết đăng ký cư trú', '12/TB', 'https://dvc.example.gov.vn/kq/1');
  await now(page, 'Mời ông/bà nhận kết quả');
  const result = page.getByRole('link', { name: 'Thông báo kết quả giải quyết đăng ký cư trú' });
  expect([await result.getAttribute('href'), await result.getAttribute('rel')]).toEqual(['https://dvc.example.gov.vn/kq/1', 'noopener noreferrer']);
  await officer.giveBack();
  await now(page, 'Hồ sơ đã giải quyết xong. Ông/bà không cần làm gì thêm.');
  await sound(citizen, 'finished');

  await pressTo(page, 'Thông báo đã gửi');
  await status(page).locator('[part=notification]', { hasText: 'đã trả kết quả' }).waitFor();
  const listed = (await status(page).locator('[part=notification] b').allInnerTexts()).reverse();
  expect(listed.map((title) => title.replace(`Hồ sơ ${code}: `, ''))).toEqual(['đã được tiếp nhận', 'cần bổ sung', 'đã nhận phần bổ sung', 'cần nộp tiền', 'đã nhận được tiền', 'cần nộp tiền', 'đã nhận được tiền', 'đang xử lý', 'đã có kết quả', 'đã trả kết quả']);
  await sound(citizen, 'notifications');
  await expect.poll(() => [town.mails.length, town.texts.length], { timeout: 20_000 }).toEqual([listed.length, listed.length]);
  expect(town.mails.map(({ subject }) => subject).sort()).toEqual([...listed].sort());
  expect(new Set([...town.mails.flatMap(({ to }) => to), ...town.texts.map(({ to, channel }) => `${channel} ${to}`)])).toEqual(new Set(['binh.le@example.com', 'sms +84987654321']));

  const link = `${town.portal.url}/ho-so.html?ma=${code}`;
  for (const { text } of town.mails) expect(text).toContain(link);
  for (const { text } of town.texts) expect(text).toContain(code);
  // What the citizen, the household and the officer wrote.
  const told = [...town.mails.map(({ subject, text }) => subject + text), ...town.texts.map(({ raw, to }) => raw.replace(to, ''))].join('\n');
  expect(told).not.toMatch(/Lê Văn Bình|Lụa|Bảo Ngọc|001085012345|0987654321|0912345678|binh\.le|Trần Thái Tông|đang dùng|Ảnh mờ|1[05]\.000|cư trú/i);
  expect(told).not.toContain(secret);

  // The link leads to the look-up, never to the dossier itself.
  const { page: later, faults } = await openPage(browser, link);
  await later.getByRole('heading', { name: 'Tra cứu tình trạng hồ sơ' }).waitFor();
  expect(await later.getByRole('textbox', { name: 'Mã hồ sơ' }).inputValue()).toBe(code);
  expect([...faults, ...officer.faults]).toEqual([]);
});
