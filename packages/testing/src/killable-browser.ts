// A real browser with a profile on the disk, in a process group of its own, to be killed like a browser whose phone has run
// out of battery: everything at once, no handler runs.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '../../..');
const endMs = 10_000;

interface Processes { processInfo: { id: number; type: string }[] }

export class KillableBrowser {
  readonly profile: string;
  private readonly from: string;
  private held: { context: BrowserContext; pid: number } | undefined;

  /** @param from the project's folder: a bundled campaign stands elsewhere than its source */
  constructor(profile: string, from = root) {
    this.profile = profile;
    this.from = from;
  }

  get context(): BrowserContext {
    if (!this.held) throw new Error('the browser is not open');
    return this.held.context;
  }

  /** Opens the profile. Pages that were open when it was killed do not come back by themselves. */
  async open(): Promise<BrowserContext> {
    const { browserArgs, browserPath } = await import(pathToFileURL(join(this.from, 'scripts/lib/browser.mjs')).href) as { browserArgs: string[]; browserPath(): string };
    const context = await chromium.launchPersistentContext(this.profile, { executablePath: browserPath(), args: browserArgs, locale: 'vi-VN', viewport: { width: 800, height: 600 }, handleSIGINT: false });
    const pid = (await this.processes(context)).find(({ type }) => type === 'browser')?.id;
    if (pid === undefined) throw new Error('the browser does not tell its process');
    this.held = { context, pid };
    process.once('exit', this.abandon);
    return context;
  }

  /** SIGKILL to the browser and all that it started, which Playwright puts into one process group. Returns when that was. */
  async kill(): Promise<number> {
    const { context, pid } = this.held!;
    const gone = new Promise<void>((done) => { context.once('close', () => done()); setTimeout(done, endMs).unref(); });
    const at = Date.now();
    process.kill(-pid, 'SIGKILL');
    this.forget();
    await gone;
    return at;
  }

  /** SIGKILL to the process of one page: a tab that a phone has thrown out of memory. */
  async killTab(page: Page): Promise<number> {
    const gone = new Promise<void>((done, failed) => { page.once('crash', () => done()); setTimeout(() => failed(new Error('the tab lives')), endMs).unref(); });
    const tabs = (await this.processes(this.context)).filter(({ type }) => type === 'renderer');
    const at = Date.now();
    for (const { id } of tabs) try { process.kill(id, 'SIGKILL'); } catch { /* it has just ended */ }
    await gone;
    await page.close();
    return at;
  }

  /** As a citizen closes it: the browser writes what it writes at its end. */
  async close(): Promise<void> {
    const { context } = this.held!;
    this.forget();
    await context.close();
  }

  private async processes(context: BrowserContext): Promise<Processes['processInfo']> {
    const session = await context.browser()!.newBrowserCDPSession();
    try { return (await session.send('SystemInfo.getProcessInfo') as Processes).processInfo; } finally { await session.detach(); }
  }

  private readonly abandon = () => { if (this.held) try { process.kill(-this.held.pid, 'SIGKILL'); } catch { /* it has ended */ } };

  private forget(): void {
    process.removeListener('exit', this.abandon);
    this.held = undefined;
  }
}
