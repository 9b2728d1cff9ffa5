// A page that notices what a citizen would not: refused scripts and styles, errors, submits of the host's own form.
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export interface Watched {
  page: Page;
  /** Everything that went wrong in the page so far; a failed request that the test wanted is not among it. */
  faults: string[];
  warnings: string[];
  /** How often the page's own form was submitted. */
  hostSubmits(): Promise<number>;
}

declare global {
  interface Window { hostSubmits: number; sent: unknown[] }
}

export async function openBrowser(): Promise<Browser> {
  // Scripts are not typed, and the built test must not be tied to their place.
  const { browserArgs, browserPath } = (await import(new URL('../../../../scripts/lib/browser.mjs', import.meta.url).href)) as { browserArgs: string[]; browserPath(): string };
  return chromium.launch({ executablePath: browserPath(), args: browserArgs });
}

export interface TabOptions {
  /** An origin whose own forms are sent: the pages of a bank have nothing else. */
  gateway?: string;
  /** Of the page, before it goes anywhere. */
  before?: (page: Page) => Promise<unknown>;
}

/** A browser of its own: nothing is shared with another. */
export async function openPage(browser: Browser, url: string, { width = 1280, height = 900, ...options }: TabOptions & { width?: number; height?: number } = {}): Promise<Watched> {
  return openTab(await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', reducedMotion: 'reduce' }), url, options);
}

/** Beside the other tabs of this context. */
export async function openTab(context: BrowserContext, url: string, { gateway = '', before }: TabOptions = {}): Promise<Watched> {
  const page = await context.newPage();
  const faults: string[] = [];
  const warnings: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => { faults.push(`violation: ${text}`); });
  await page.addInitScript((elsewhere) => {
    window.hostSubmits = 0;
    if (location.origin !== elsewhere) window.addEventListener('submit', (event) => { window.hostSubmits += 1; event.preventDefault(); }, true);
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { reportViolation(text: string): void }).reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
    });
  }, gateway);
  page.on('pageerror', (error) => { faults.push(`thrown: ${error.message}`); });
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
    // What the network or the server refused on purpose is written here by the browser itself.
    else if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`);
  });
  // Chromium's renderer hears of a listener through another pipe than of a key: one that is added with the key may come too late, and the dialog opens unseen.
  page.on('filechooser', () => { /* whoever waits for it answers */ });
  await before?.(page);
  await page.goto(url);
  return { page, faults, warnings, hostSubmits: () => page.evaluate(() => window.hostSubmits) };
}

/** Waits until the form can be filled. */
export async function ready(page: Page, heading?: string): Promise<void> {
  await page.locator('dvc-form .page').first().waitFor();
  if (heading) await page.locator('dvc-form h2', { hasText: heading }).first().waitFor();
}

/** Sets the whole answers, as a host would, and goes to a page. */
export async function fillAs(page: Page, answers: unknown, step?: string): Promise<void> {
  await page.locator('dvc-form').evaluate(async (element, [data, to]) => {
    const form = element as HTMLElement & { data: unknown; goTo(step: string): void; updateComplete: Promise<unknown> };
    form.data = data;
    await form.updateComplete;
    if (to) form.goTo(to as string);
    await form.updateComplete;
  }, [answers, step] as const);
}
