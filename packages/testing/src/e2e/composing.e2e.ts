import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, ready } from './browser.js';
import { Portal } from './portal.js';

let portal: Portal;
let browser: Browser;
let page: Page;
let ime: CDPSession;
let faults: string[];
beforeAll(async () => {
  [portal, browser] = await Promise.all([new Portal().start(), openBrowser()]);
  ({ page, faults } = await openPage(browser, `${portal.url}/khai-sinh.html`));
  await ready(page);
  await page.locator('dvc-form').evaluate((form) => { (form as unknown as { goTo(step: string): void }).goTo('requester'); });
  ime = await page.context().newCDPSession(page);
});
afterAll(async () => { await browser?.close(); await portal?.remove(); });

interface Seen { type: string; value: string; errors: number; invalid: string | null }

/** Watches the control that has the focus: every event with what it holds and what the field says at that moment and a little later. */
const watch = () => page.evaluate(() => {
  const at = document.querySelector('dvc-form')!.shadowRoot!.activeElement as HTMLInputElement;
  const seen: unknown[] = (window.sent = []);
  const note = (type: string) => seen.push({ type, value: at.value, errors: at.closest('[data-field]')!.querySelectorAll('.error').length, invalid: at.getAttribute('aria-invalid') });
  for (const type of ['compositionstart', 'compositionupdate', 'compositionend', 'input']) at.addEventListener(type, () => { note(type); setTimeout(() => note(`after ${type}`)); });
});
const seen = () => page.evaluate(() => window.sent) as Promise<Seen[]>;
const settle = () => page.evaluate(() => new Promise<void>((done) => { setTimeout(done, 50); }));

/** Each step is what the input method shows underlined; the last is what it hands over. */
async function compose(before: string, steps: readonly string[], between: (text: string) => Promise<void> = async () => undefined): Promise<void> {
  for (const text of steps) {
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await settle();
    await between(before + text);
  }
  await ime.send('Input.insertText', { text: steps.at(-1)! });
  await settle();
}

function held(events: Seen[], expected: readonly string[]): void {
  const during = events.slice(events.findIndex(({ type }) => type === 'compositionstart'), events.findIndex(({ type }) => type === 'compositionend'));
  expect(during.length).toBeGreaterThan(expected.length);
  expect(during.filter(({ errors, invalid }) => errors > 0 || invalid !== null)).toEqual([]);
  expect(during.filter(({ type, value }) => type === 'after input' && !expected.includes(value))).toEqual([]);
}

// Telex: d, dd → đ, a, w → ă, j → ặ; VNI arrives at the same texts by digits. What the page sees is only the composition.
const WORDS = ['d', 'đ', 'đa', 'đă', 'đăn', 'đăng', 'đặng'];

test('a name composed with Telex or VNI is never rewritten or judged before the word is done', async () => {
  const box = page.locator('dvc-form .field:has(label:text("Họ, chữ đệm, tên người yêu cầu")) input');
  await box.focus();
  await watch();
  const value = () => box.inputValue();
  await compose('', WORDS, async (text) => expect(await value()).toBe(text));
  expect(await value()).toBe('đặng');
  held(await seen(), WORDS);
  await page.keyboard.type(' ');
  await watch();
  const next = ['t', 'th', 'thi', 'thị'];
  await compose('đặng ', next, async (text) => expect(await value()).toBe(text));
  held(await seen(), next.map((text) => `đặng ${text}`));
  await box.fill('đặng thị ẩn');
  await page.keyboard.press('Tab');
  expect(await page.locator('dvc-form').evaluate((form) => (form as unknown as { data: { requester: { fullName: string } } }).data.requester.fullName)).toBe('đặng thị ẩn');
});

test('an error that stands there already stays as it is until the word that mends it is done', async () => {
  const field = page.locator('dvc-form .field:has(label:text("Họ, chữ đệm, tên người yêu cầu"))');
  const box = field.locator('input');
  // 7 is no letter of a name: an error, now that the field was left once, comes and goes with every key …
  await box.fill('7');
  await page.keyboard.press('Tab');
  await field.locator('.error').waitFor();
  const sentence = await field.locator('.error').innerText();
  await box.focus();
  await page.keyboard.press('Control+A');
  await watch();
  await compose('', WORDS, async () => expect(await field.locator('.error').innerText()).toBe(sentence));
  // … but not while a word is composed over it.
  const events = await seen();
  const end = events.findIndex(({ type }) => type === 'compositionend');
  expect(end).toBeGreaterThan(WORDS.length);
  expect(events.slice(0, end).filter(({ errors, invalid }) => errors !== 1 || invalid !== 'true')).toEqual([]);
  expect(await box.inputValue()).toBe('đặng');
  expect(await field.locator('.error').count()).toBe(0);
});

test('a list narrows only by whole words, and the chosen one is kept', async () => {
  const box = page.locator('dvc-form .field:has(label:text("Tỉnh, thành phố")) input[role=combobox]').first();
  await box.focus();
  await watch();
  const steps = ['h', 'hu', 'huê', 'huế'];
  await compose('', steps, async (text) => expect(await box.inputValue()).toBe(text));
  held(await seen(), steps);
  await page.waitForFunction(() => document.querySelector('dvc-form')!.shadowRoot!.activeElement!.getAttribute('aria-expanded') === 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await box.inputValue()).toMatch(/Huế/);
  expect(faults).toEqual([]);
});
