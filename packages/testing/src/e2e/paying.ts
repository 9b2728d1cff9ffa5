// Around a payment: the agency's office and the gateway's control on one side; on the other the citizen, who goes by roles, labels and headings.
import type { PaymentView, QuoteLine } from '@dvc/core';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { steer, type Steer } from '../gateway-simulator/client.js';
import { fillAs, openPage, openTab, ready, type TabOptions, type Watched } from './browser.js';
import { Portal } from './portal.js';
import { confirmation } from './residence.js';
import { SimulatedClock } from './simulated-clock.js';

const token = 'the-token-of-the-office-in-e2e-tests-01';
const headers = { authorization: `Bearer ${token}`, 'x-dvc': '1', 'content-type': 'application/json' };
export const WAIT = 'Ông/bà không thanh toán lại trong lúc chờ.';
export const charge: QuoteLine = { id: 'charge', kind: 'charge', title: 'Lệ phí đăng ký cư trú', amount: 10_000 };

/** The portal and the gateway as they run, by a clock that a test moves on. */
export class Office {
  readonly clock = new SimulatedClock();
  readonly portal = new Portal({ DVC_ADMIN_TOKEN: token, ...this.clock.env });
  gateway!: Steer;
  private dossier = '';
  private requests = 0;

  async open(browser: Browser): Promise<this> {
    await this.portal.start();
    this.gateway = steer(this.portal.gateway);
    // A dossier that costs nothing: what is paid for it later, the agency asks for.
    const { page } = await openPage(browser, `${this.portal.url}/cu-tru.html`);
    await ready(page);
    await fillAs(page, confirmation, 'review');
    await page.locator('dvc-form [data-action=submit]').click();
    this.dossier = await page.locator('dvc-form [part=dossier-code]').innerText();
    await page.context().close();
    return this;
  }

  async close(): Promise<void> {
    await this.portal.remove();
    this.clock.remove();
  }

  /** The agency's request. @returns the payment */
  async request(...lines: QuoteLine[]): Promise<string> {
    const { payment } = await this.ask('/requests', { code: this.dossier, key: `request-${this.requests++}`, lines: lines.length > 0 ? lines : [charge] }) as { payment: string };
    return payment;
  }

  cash(reference: string, amount: number, number: string): Promise<unknown> { return this.ask('/cash', { reference, amount, number }); }

  async listed(payment: string): Promise<{ phase: string; total: number; attention: boolean } | undefined> {
    return (await this.ask('?which=all') as { payments: { id: string; phase: string; total: number; attention: boolean }[] }).payments.find(({ id }) => id === payment);
  }

  /** What the server knows. */
  async view(payment: string): Promise<PaymentView> { return (await (await fetch(`${this.portal.url}/api/v1/payments/${payment}`)).json()) as PaymentView; }
  address(payment: string): string { return `${this.portal.url}/thanh-toan.html?ma=${payment}`; }

  /** Time passes for the server and the gateway; what the gateway has to tell by then is told. */
  async pass(seconds: number): Promise<void> {
    this.clock.advance(seconds * 1000);
    await this.gateway('clock', {});
    await this.gateway('idle', {});
  }

  async charges(payment: string): Promise<number> { return (await this.gateway('charges', { reference: (await this.view(payment)).intent!.reference })).count; }
  async orders(): Promise<string[]> { return (await this.gateway('transactions', {})).transactions.map(({ reference }) => reference); }

  private async ask(path: string, body?: object): Promise<unknown> {
    const reply = await fetch(`${this.portal.url}/admin/payments${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) });
    if (!reply.ok) throw new Error(`the office was answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  }
}

/** `told <phase>`: a reply of the server; `shown <heading>`: what stood there next. In the order in which it happened, over all pages of the tab. */
export type Log = string[];
/** A citizen's tab at a payment. */
export class Payer {
  readonly page: Page;
  readonly watched: Watched;
  readonly log: Log;
  constructor(watched: Watched, log: Log) { this.watched = watched; this.page = watched.page; this.log = log; }

  /** A phone or computer of its own, or with `context` another tab of one. The page's clock can be moved on: see `soon`. */
  static async at(office: Office, browser: Browser, payment: string, { context, width }: { context?: BrowserContext; width?: number } = {}): Promise<Payer> {
    const log: Log = [];
    const options: TabOptions = { gateway: office.portal.gateway, before: (page) => watch(page, log) };
    const address = office.address(payment);
    return new Payer(context ? await openTab(context, address, options) : await openPage(browser, address, { ...options, ...(width ? { width } : {}) }), log);
  }

  heading(name: string): Promise<void> { return this.page.getByRole('heading', { name, exact: true }).waitFor(); }
  text(text: string): Promise<void> { return this.page.locator('dvc-payment').getByText(text).first().waitFor(); }
  press(name: string | RegExp): Promise<void> { return this.page.getByRole('button', { name, exact: true }).click(); }
  /** Half a minute for the page: it asks the server by itself. */
  async soon(): Promise<void> { await this.page.clock.fastForward(31_000); }

  /** From the quote, or from what ended, to the ways to pay, and chooses one. */
  async choose(way: string | RegExp, from = 'Tiếp tục'): Promise<void> {
    await this.press(from);
    // The whole card is the label.
    await this.page.locator('dvc-payment label').filter({ hasText: way }).click();
  }
  async toBank(from?: string): Promise<void> {
    await this.choose(/VNPAY/, from);
    await this.press(/^Thanh toán [\d.]+ đồng$/);
    await this.bank();
  }
  bank(): Promise<void> { return this.page.getByRole('heading', { name: 'Chọn kết quả của giao dịch' }).waitFor(); }
  /** @param told when the gateway tells the portal, in the words of its page */
  async atBank(outcome: string, told?: string): Promise<void> {
    if (told) await this.page.getByRole('radio', { name: told }).check();
    await this.press(outcome);
  }

  /** Whether the heading that has just come can be seen, under whatever the page keeps at the top. */
  seen(heading: string): Promise<boolean> {
    return this.page.getByRole('heading', { name: heading, exact: true }).evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return document.elementFromPoint(left + 5, top + 5)?.localName === 'dvc-payment';
    });
  }

  /** What axe finds, and whether anything is wider than the window. */
  async faults(name = ''): Promise<unknown[]> {
    if (process.env['DVC_SHOT']) await this.page.screenshot({ path: `${process.env['DVC_SHOT']}-${name}-${this.page.viewportSize()!.width}.png`, fullPage: true });
    await this.page.evaluate(axe.source);
    const found = await this.page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run('dvc-payment')).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(', ')}`));
    const wider = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return [...this.watched.faults, ...found, ...(wider > 0 ? [`${wider} px wider than the window`] : [])];
  }
}

async function watch(page: Page, log: Log): Promise<void> {
  await page.clock.install();
  await page.exposeFunction('keepInLog', (line: string) => { if (log.at(-1) !== line) log.push(line); });
  await page.addInitScript(() => {
    const keep = (line: string) => (window as unknown as { keepInLog(line: string): void }).keepInLog(line);
    const { fetch: plain } = window;
    window.fetch = async (...asked) => {
      const reply = await plain(...asked);
      // A refusal because things have changed carries the view as well.
      if (reply.url.includes('/api/v1/payments/')) {
        const { phase, view } = (await reply.clone().json().catch(() => ({}))) as { phase?: string; view?: { phase: string } };
        if (phase ?? view) keep(`told ${phase ?? view!.phase}`);
      }
      return reply;
    };
    let last = '';
    const look = () => {
      const shown = document.querySelector('dvc-payment')?.shadowRoot?.querySelector('#dvc-stand')?.textContent ?? '';
      if (shown !== last) { last = shown; keep(`shown ${shown}`); }
      requestAnimationFrame(look);
    };
    look();
  });
}
