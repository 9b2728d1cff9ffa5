import { readFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { birthTold } from './birth.js';
import { fillAs, openBrowser, openPage, ready } from './browser.js';
import { Portal } from './portal.js';

let portal: Portal;
let browser: Browser;
beforeAll(async () => { [portal, browser] = await Promise.all([new Portal().start(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await portal?.remove(); });

const born = '2026-11-01';
const PAGES = ['request', 'requester', 'child', 'mother', 'father', 'result', 'declaration', 'papers', 'review'];
const show = (page: Page, step: string) => page.locator('dvc-form').evaluate(async (form, to) => {
  (form as unknown as { goTo(step: string): void }).goTo(to);
  await (form as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  await document.fonts.ready;
}, step);

test('two copies of the SDK on one page: nothing is thrown or refused, one warning', async () => {
  const { page, faults, warnings } = await openPage(browser, 'about:blank');
  await page.route('**/khai-sinh.html', async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, body: (await reply.text()).replace('</head>', '<script defer src="/dvc/dvc.classic.js"></script></head>') });
  });
  await page.goto(`${portal.url}/khai-sinh.html`);
  await ready(page);
  await page.locator('dvc-form input[role=combobox]').fill('suoi');
  await page.locator('dvc-form [role=option]').first().click();
  expect(await page.locator('dvc-form input[role=combobox]').inputValue()).toBe('Ủy ban nhân dân xã Suối Mây');
  expect(faults).toEqual([]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^\[dvc-form\] .*expected one copy.*DVC-401/);
});

describe('in the commune page and in the bare page', () => {
  let inSite: Page;
  let bare: Page;
  beforeAll(async () => {
    // Tall, so that nothing scrolls: the site's sticky menu lies over the form, it does not change it.
    inSite = (await openPage(browser, `${portal.url}/khai-sinh.html`, { width: 1040, height: 9000 })).page;
    await ready(inSite);
    const width = await inSite.locator('dvc-form').evaluate((form) => form.getBoundingClientRect().width);
    bare = (await openPage(browser, `${portal.url}/bare/`, { width: Math.round(width) + 16, height: 9000 })).page;
    await ready(bare);
    expect(await bare.locator('dvc-form').evaluate((form) => form.getBoundingClientRect().width)).toBe(width);
    // A site begins the form at any fraction of a pixel, and glyphs are drawn by it: both begin at a whole one here.
    for (const page of [inSite, bare]) await page.locator('dvc-form').evaluate((form) => { const { y } = form.getBoundingClientRect(); Object.assign((form as HTMLElement).style, { position: 'relative', top: `${Math.ceil(y) - y}px` }); });
    for (const page of [inSite, bare]) await fillAs(page, { ...birthTold(born), requester: { fullName: 'A', phone: '12', idDocument: { kind: 'passport' } } });
  });

  test.each([...PAGES, 'review with errors', 'dark review'])('%s looks the same', async (name) => {
    const step = name.split(' ').find((word) => PAGES.includes(word))!;
    const images: PNG[] = [];
    for (const page of [inSite, bare]) {
      await show(page, step);
      await page.locator('dvc-form').evaluate((form, kind) => {
        if (kind.includes('errors')) (form as unknown as { reportValidity(): void }).reportValidity();
        (form as HTMLElement & { theme?: string }).theme = kind.startsWith('dark') ? 'dark' : 'light';
      }, name);
      await page.mouse.move(0, 0);
      await page.waitForLoadState('networkidle');
      images.push(PNG.sync.read(await page.locator('dvc-form').screenshot({ animations: 'disabled' })));
    }
    const [one, other] = images as [PNG, PNG];
    expect([one.width, one.height]).toEqual([other.width, other.height]);
    // 0.1 is the perceptual distance at which pixelmatch takes a pixel for another colour: below it lies the rounding of blended edges.
    expect(pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.1 })).toBe(0);
  });
});

describe('at 320 px', () => {
  let page: Page;
  let hostSubmits: () => Promise<number>;
  let faults: string[];
  const focused = () => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return { id: at?.id, part: at?.getAttribute('part'), field: at?.closest('[data-field]')?.getAttribute('data-field') ?? undefined, invalid: at?.getAttribute('aria-invalid') };
  });
  beforeAll(async () => {
    ({ page, hostSubmits, faults } = await openPage(browser, `${portal.url}/khai-sinh.html`, { width: 320, height: 640 }));
    await ready(page);
  });

  test('an error summary takes the focus, leads to the fields and leaves the address alone; Enter is never the site’s', async () => {
    await page.locator('dvc-form [data-action=next]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('dvc-form')?.shadowRoot?.activeElement?.matches('[part~=summary]'));
    const items = await page.locator('dvc-form .summary a').allInnerTexts();
    expect(items).toHaveLength(2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('dvc-form')?.shadowRoot?.activeElement?.matches('input[role=combobox]'));
    expect((await focused()).invalid).toBe('true');
    for (const key of ['Enter', 'Escape', 'Enter']) await page.keyboard.press(key);
    await page.locator('dvc-form .option input').first().focus();
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${portal.url}/khai-sinh.html`);
    await fillAs(page, birthTold(born), 'requester');
    for (const box of await page.locator('dvc-form .page input:not([type=file])').all()) { await box.focus(); await page.keyboard.press('Enter'); }
    expect(await hostSubmits()).toBe(0);
    // A line break in a text area, and a link of the summary, for a script that hears every key of the page.
    await page.goto(`${portal.url}/cu-tru.html`);
    await ready(page);
    await fillAs(page, { case: 'confirmation' }, 'request');
    await page.locator('dvc-form textarea').focus();
    await page.keyboard.type('một');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hai');
    expect(await page.locator('dvc-form textarea').inputValue()).toBe('một\nhai');
    expect(await hostSubmits()).toBe(0);
    await page.goto(`${portal.url}/khai-sinh.html`);
    await ready(page);
    // The listener does count: the site's own box is pressed.
    await page.locator('#txtTim').focus();
    await page.keyboard.press('Enter');
    expect(await hostSubmits()).toBe(1);
  });

  test('no page of the form scrolls sideways, and each takes the focus to its heading', async () => {
    await fillAs(page, birthTold(born), 'request');
    for (const step of PAGES) {
      await show(page, step);
      const wide = await page.locator('dvc-form').evaluate((form) => {
        const right = form.getBoundingClientRect().right;
        const out = [...form.shadowRoot!.querySelectorAll('*')].filter((each) => !each.closest('.sr') && each.getBoundingClientRect().right > right + 0.5).map((each) => `${each.localName}.${each.className}`);
        return { by: document.documentElement.scrollWidth - document.documentElement.clientWidth, out };
      });
      expect(wide, step).toEqual({ by: 0, out: [] });
      if (step !== 'request') expect(await focused(), step).toMatchObject({ id: 'dvc-step-title' });
    }
    expect(faults).toEqual([]);
  });
});

test('the document inside the page is the one that the back end judges by, and is sent', async () => {
  const { page, faults } = await openPage(browser, `${portal.url}/inline/`);
  await page.locator('dvc-form input').first().waitFor();
  const given = JSON.parse(await page.locator('script[slot=document]').textContent() ?? '') as unknown;
  expect(given).toEqual(JSON.parse(readFileSync(new URL('../../../../schemas/forms/mot-cua/dang-ky-lich-hen/1.0.0.json', import.meta.url), 'utf8')));
  await fillAs(page, { fullName: 'Lò Thị Mai', phone: '0912345678', day: '2099-01-05', part: 'morning', matter: 'Chứng thực bản sao' });
  await page.locator('dvc-form [data-action=submit]').click();
  await page.locator('dvc-form .acknowledgement').waitFor();
  expect(faults).toEqual([]);
});
