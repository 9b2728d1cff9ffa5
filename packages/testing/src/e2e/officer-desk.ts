// The officer at `/desk/`, in a browser of their own: every step is taken with the page's own buttons and windows.
import type { Browser, Page } from 'playwright-core';
import { openPage, type Watched } from './browser.js';

export class OfficerDesk {
  private readonly watched: Watched;
  private readonly portal: string;
  private constructor(watched: Watched, portal: string) { this.watched = watched; this.portal = portal; }

  static async open(browser: Browser, portal: string, token: string): Promise<OfficerDesk> {
    const desk = new OfficerDesk(await openPage(browser, `${portal}/desk/`), portal);
    await desk.page.getByLabel('Mã truy cập').fill(token);
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('heading', { name: 'Danh sách hồ sơ' }).waitFor();
    return desk;
  }

  get page(): Page { return this.watched.page; }
  get faults(): string[] { return this.watched.faults; }

  /** Finds the dossier in the list. */
  async find(code: string): Promise<void> {
    await this.page.goto(`${this.portal}/desk/#/`);
    await this.page.getByLabel('Mã hồ sơ').fill(code);
    await this.page.getByRole('button', { name: 'Lọc' }).click();
    await this.page.getByRole('link', { name: code }).click();
    await this.page.getByRole('heading', { name: `Hồ sơ ${code}` }).waitFor();
  }

  async accept(days: number): Promise<void> {
    await this.act('Tiếp nhận', 'Tiếp nhận', () => this.box('Thời hạn giải quyết', String(days)));
  }

  /** `about`: what stands beside the box to tick → what the citizen is to do */
  async askSupplement(about: Record<string, string>): Promise<void> {
    await this.act('Yêu cầu bổ sung', 'Gửi yêu cầu', async () => {
      for (const [name, words] of Object.entries(about)) {
        await this.window.getByRole('checkbox', { name }).first().check();
        await this.page.keyboard.type(words);
      }
    });
  }

  async askPayment(title: string, amount: number): Promise<void> {
    await this.act('Yêu cầu thanh toán', 'Gửi yêu cầu', async () => { await this.box('Tên khoản thu', title); await this.box('Số tiền', String(amount)); });
  }

  async handle(): Promise<void> { await this.act('Đang xử lý', 'Ghi nhận'); }

  async result(title: string, number: string, link: string): Promise<void> {
    await this.act('Có kết quả', 'Ghi nhận kết quả', async () => { await this.box('Tên kết quả', title); await this.box('Số, ký hiệu', number); await this.box('Đường dẫn đến kết quả', link); });
  }

  async giveBack(): Promise<void> { await this.act('Trả kết quả', 'Trả kết quả'); }

  private get window() { return this.page.getByRole('dialog'); }
  private async box(label: string, text: string): Promise<void> { await this.window.getByLabel(label).fill(text); }

  /** Opens a window, fills it, sends it; what cannot be sent stays open and says why. */
  private async act(button: string, send: string, fill?: () => Promise<unknown>): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
    await fill?.();
    await this.page.locator('#news').evaluate((news) => { news.textContent = ''; });
    await this.window.getByRole('button', { name: send, exact: true }).click();
    await this.window.waitFor({ state: 'detached' });
    // Said when the page shows what has become of it: a button of before is none any more.
    await this.page.locator('#news:not(:empty)').waitFor({ state: 'attached' });
  }
}
