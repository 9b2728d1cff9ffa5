import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHttpSurveys } from '@dvc/client/surveys.js';
import type { JsonObject } from '@dvc/schema';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillAs, openBrowser, openPage, ready } from './browser.js';
import { OfficerDesk } from './officer-desk.js';
import { Portal } from './portal.js';
import { confirmation } from './residence.js';

const everyType: unknown = JSON.parse(readFileSync(new URL('../../../../stories/examples/survey/every-type.json', import.meta.url), 'utf8'));
let portal: Portal;
let browser: Browser;
const token = 'the-token-of-the-office-in-e2e-tests-07';
beforeAll(async () => {
  const env: Record<string, string> = { DVC_ADMIN_TOKEN: token };
  portal = new Portal(env);
  // What is answered counts at once, not with the twentieth.
  writeFileSync(env['DVC_SURVEYS'] = join(portal.dataDir, 'surveys.json'), JSON.stringify({ batch: 1 }));
  [, browser] = await Promise.all([portal.start(), openBrowser()]);
});
afterAll(async () => { await browser?.close(); await portal?.remove(); });

const tag = (page: Page) => page.locator('dvc-survey');
const sent = (page: Page) => page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.url().includes('/responses/'));

/** What a screen reader is given, in order: role and name of everything that has one. */
async function heard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree') as { nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[] };
  await session.detach();
  return nodes.filter(({ ignored, role }) => !ignored && /^(radiogroup|radio|checkbox|group|textbox|slider|button|combobox|spinbutton|progressbar|image|heading)$/.test(role?.value ?? ''))
    .map(({ role, name }) => `${role!.value} “${(name?.value ?? '').replace(/\s+/g, ' ').trim()}”`);
}

test('the page of a link: answered by the keyboard alone, kept by the channel, in a page of an old portal with a strict policy', async () => {
  const { page, faults, hostSubmits } = await openPage(browser, `${portal.url}/gop-y.html?co-quan=H99.01&thu-tuc=1.001193`);
  await tag(page).getByRole('radiogroup', { name: 'Nhìn chung, ông/bà hài lòng ở mức nào? (bắt buộc)' }).waitFor();
  const focus = () => page.evaluate(() => { const at = document.activeElement?.shadowRoot?.activeElement as HTMLInputElement | null; return at ? `${at.localName}/${at.name || at.textContent!.trim()}/${at.value}` : ''; });
  for (let i = 0; i < 40 && !(await focus()).startsWith('input/q_level'); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect(await focus()).toBe('input/q_level/hai-long');
  await page.keyboard.press('Tab');
  expect(await focus(), 'one Tab stop for all stars').toMatch(/^input\/q_ease/);
  await page.keyboard.press('Space');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  // What answering needs came with the first touch, and a machine is faster than that.
  await tag(page).getByRole('textbox', { name: /^Xin ghi rõ/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Thiếu chỗ để xe');
  await page.keyboard.press('Enter');
  expect(await hostSubmits(), 'Enter presses no button of the portal').toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Nhân viên nhiệt tình');
  await page.keyboard.press('Tab');
  expect(await focus()).toMatch(/^button\/Gửi ý kiến/);
  const [reply] = await Promise.all([sent(page), page.keyboard.press('Enter')]);
  expect(reply.status()).toBe(201);
  expect(JSON.parse(reply.request().postData()!)).toMatchObject({
    document: { id: 'khao-sat/sau-khi-nop', version: '1.0.0' }, outcome: 'complete', context: { agency: 'H99.01', procedure: '1.001193', channel: 'link' },
    answers: { level: 'hai-long', ease: 1, improve: ['khac'], improveOther: 'Thiếu chỗ để xe', note: 'Nhân viên nhiệt tình' },
  });
  expect((await reply.request().allHeaders())['cookie'], 'whoever keeps the answers is not told who is logged in').toBe(undefined);
  await tag(page).getByRole('heading', { name: 'Cảm ơn ông/bà đã góp ý' }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
});

test('after a submission it stands under the acknowledgement, asks about this dossier once, and sends nothing of it', async () => {
  const { page, faults } = await openPage(browser, `${portal.url}/cu-tru.html`);
  await ready(page);
  expect(await tag(page).count(), 'before it is done, nobody is asked').toBe(0);
  await fillAs(page, confirmation, 'review');
  const form = page.locator('dvc-form');
  await form.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await form.getByText('Xác nhận đã nộp hồ sơ trực tuyến').waitFor();
  const code = await form.evaluate((element) => element.shadowRoot!.querySelector('[part~=dossier-code]')!.textContent!);
  await tag(page).getByRole('radio', { name: 'Rất hài lòng', exact: true }).check();
  const [reply] = await Promise.all([sent(page), tag(page).getByRole('button', { name: 'Gửi ý kiến' }).click()]);
  expect(reply.status()).toBe(201);
  expect(reply.request().postData()).not.toContain(code);
  await tag(page).getByText('Cảm ơn ông/bà').waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(code);
  expect(faults).toEqual([]);
  await page.close();
});

test('without a connection it waits in the page and goes by itself, once', async () => {
  const { page } = await openPage(browser, `${portal.url}/gop-y.html`);
  await tag(page).getByRole('radio', { name: 'Bình thường', exact: true }).check();
  // What sending needs comes with the first touch.
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await tag(page).getByRole('button', { name: 'Gửi ý kiến' }).click();
  await tag(page).getByRole('heading', { name: 'Ý kiến của ông/bà đang chờ gửi' }).waitFor();
  const [reply] = await Promise.all([sent(page), page.context().setOffline(false)]);
  expect(reply.status()).toBe(201);
  await page.close();
});

test('a kiosk: one question at a time, and a page for the next person', async () => {
  const { page, faults } = await openPage(browser, `${portal.url}/kiosk/`, { width: 1080, height: 1400 });
  await tag(page).getByRole('radio', { name: 'Hài lòng', exact: true }).check();
  for (let i = 0; i < 3; i++) await tag(page).getByRole('button', { name: 'Tiếp tục' }).click();
  await Promise.all([sent(page), tag(page).getByRole('button', { name: 'Gửi ý kiến' }).click()]);
  await tag(page).getByRole('button', { name: 'Mời người tiếp theo' }).click();
  await tag(page).getByText('Câu 1 trên 4').waitFor();
  expect(await tag(page).getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
});

test('an officer reads the results at the desk, of one agency, and takes the responses home as a table', async () => {
  const surveys = createHttpSurveys({ api: portal.url });
  const send = async (agency: string, answers: JsonObject) => {
    const id = randomBytes(16).toString('base64url');
    expect(await surveys.send({ id, revision: 1, document: { id: 'khao-sat/sau-khi-nop', version: '1.0.0' }, answers, outcome: 'complete', locale: 'vi', context: { agency, procedure: '1.001193', channel: 'link' } })).toEqual({ kind: 'kept', receipt: expect.any(String) as string });
  };
  for (let i = 0; i < 6; i++) await send('H99.02', { level: 'rat-hai-long', ease: 5, ...(i === 0 ? { note: '=HYPERLINK("https://evil.example")' } : {}) });
  for (let i = 0; i < 2; i++) await send('H99.02', { level: 'khong-hai-long', ease: 1 });
  for (let i = 0; i < 5; i++) await send('H99.03', { level: 'binh-thuong', ease: 3 });
  surveys.close();
  const desk = await OfficerDesk.open(browser, portal.url, token);
  const { page, faults } = desk;
  await page.getByRole('link', { name: 'Khảo sát' }).click();
  await page.getByLabel('Phiếu khảo sát').selectOption('khao-sat/sau-khi-nop');
  await page.getByRole('button', { name: 'Xem phiếu này' }).click();
  const results = page.locator('dvc-survey-results');
  await results.getByRole('heading', { name: 'Ông/bà thấy việc nộp hồ sơ thế nào?' }).first().waitFor();
  await results.getByLabel('Cơ quan', { exact: true }).selectOption('H99.02');
  await results.getByRole('button', { name: 'Xem kết quả' }).click();
  // Six of eight, reckoned by hand.
  await results.getByText('= 75,00').first().waitFor({ state: 'attached' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Phiếu trả lời (CSV)' }).click()]);
  expect(download.suggestedFilename()).toBe('khao-sat-sau-khi-nop.csv');
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv.startsWith('\uFEFF'), 'Excel reads the letters').toBe(true);
  expect(csv.trim().split('\r\n')).toHaveLength(9);
  expect(csv, 'a spreadsheet runs nothing').toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect(faults).toEqual([]);
  await page.close();
});

describe('the names that a screen reader is given', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(browser, `${portal.url}/kiosk/`));
    await page.evaluate((document) => {
      const survey = globalThis.document.createElement('dvc-survey') as HTMLElement & { document: unknown; preview: boolean };
      Object.assign(survey, { document, preview: true });
      globalThis.document.body.replaceChildren(survey);
    }, everyType);
    await tag(page).getByRole('button', { name: 'Tiếp tục' }).click();
    await tag(page).getByRole('radio', { name: 'Có', exact: true }).check();
    await tag(page).getByRole('radio', { name: 'Tại quầy' }).check();
  });
  afterAll(async () => { await page?.close(); });

  test('of choices, words and lists', async () => {
    expect(await heard(page)).toEqual(expect.arrayContaining([
      'progressbar “Tiến độ”', 'radiogroup “Trong 12 tháng qua, ông/bà có làm thủ tục hành chính ở xã không? (bắt buộc)”', 'radio “Có”', 'radio “Không”', 'radiogroup “Ông/bà nộp hồ sơ bằng cách nào?”', 'radio “Trực tuyến”',
      'combobox “Lĩnh vực của hồ sơ”', 'textbox “Nơi ông/bà đã nộp hồ sơ”', 'button “Tiếp tục”', 'button “Quay lại”',
    ]));
  });

  test('of levels in words, faces, stars, numbers and two matrices', async () => {
    await tag(page).getByRole('button', { name: 'Tiếp tục' }).click();
    await tag(page).getByRole('radiogroup', { name: /^Nhìn chung/ }).waitFor();
    const names = await heard(page);
    expect(names).toEqual(expect.arrayContaining([
      'radiogroup “Nhìn chung, ông/bà hài lòng ở mức nào? (bắt buộc)”', 'radio “Rất hài lòng”', 'radiogroup “Ông/bà thấy việc nộp hồ sơ thế nào?”',
      'radiogroup “Ông/bà chấm mấy sao cho trang dịch vụ công?”', 'radio “1 sao (Rất kém)”', 'radio “3 sao”', 'radio “5 sao (Rất tốt)”',
      'radiogroup “Biểu mẫu có dễ điền không?”', 'radio “1 (Rất khó)”', 'radio “7 (Rất dễ)”', 'radio “0 (Chắc chắn không)”', 'radio “10 (Chắc chắn có)”',
      'group “Ông/bà hài lòng thế nào về từng nội dung sau? (bắt buộc)”', 'radiogroup “Nơi ngồi chờ và trang thiết bị”', 'group “Ông/bà đã dùng kênh nào cho từng việc?”', 'group “Hỏi về thủ tục”', 'checkbox “Điện thoại”',
    ]));
    expect(names.filter((name) => name.startsWith('image')), 'what is drawn is said in words').toEqual([]);
    expect(names.filter((name) => name.endsWith('“”'))).toEqual([]);
  });

  test('of an order, pictures, a slider, a number, a date, a file, of contact, address and consent', async () => {
    await tag(page).getByRole('radiogroup', { name: /^Nhìn chung/ }).getByRole('radio', { name: 'Hài lòng', exact: true }).check();
    await tag(page).getByRole('radiogroup', { name: /^Thái độ giao tiếp/ }).getByRole('radio', { name: 'Hài lòng', exact: true }).check();
    await tag(page).getByRole('button', { name: 'Tiếp tục' }).click();
    await tag(page).getByText('Việc nào cần làm trước?').waitFor();
    const wishes = await heard(page);
    expect(wishes).toEqual(expect.arrayContaining([
      'group “Việc nào cần làm trước?”', 'button “Rút ngắn thời gian (chưa xếp)”', 'button “Xuống: Rút ngắn thời gian”', 'button “Giữ thứ tự này”', 'radiogroup “Ông/bà muốn nhận kết quả ở đâu?”', 'radio “Quầy tiếp nhận Tại quầy”', 'slider “Hồ sơ được giải quyết trong bao nhiêu ngày?”',
      'textbox “Ông/bà đã phải đến trụ sở mấy lần?”', 'group “Ngày ông/bà nhận kết quả”', 'textbox “Ngày”', 'textbox “Tháng”', 'textbox “Năm”', 'group “Điều gì cần cải thiện?”', 'checkbox “Không có điều gì”',
    ]));
    expect(wishes.filter((name) => name.endsWith('“”'))).toEqual([]);
    await tag(page).getByRole('button', { name: 'Tiếp tục' }).click();
    await tag(page).getByRole('checkbox', { name: 'Tôi đồng ý để cơ quan liên hệ lại về góp ý này.' }).waitFor();
    const last = await heard(page);
    expect(last).toEqual(expect.arrayContaining(['group “Ông/bà đang ở đâu?”', 'combobox “Tỉnh, thành phố”', 'combobox “Xã, phường, đặc khu”', 'group “Nếu ông/bà muốn được trả lời”', 'textbox “Số điện thoại”', 'textbox “Thư điện tử”', 'checkbox “Tôi đồng ý để cơ quan liên hệ lại về góp ý này.”']));
    expect(await tag(page).getByRole('checkbox').isChecked(), 'nobody has consented beforehand').toBe(false);
  });
});
