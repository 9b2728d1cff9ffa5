import type { BrowserContext, Page } from 'playwright-core';

/** What a kill has cost. */
export interface Loss {
  variant: 'browser' | 'tab';
  /** From the moment at which the first letter that is gone was typed to the kill; 0 when none is. */
  lostMs: number;
  lostLetters: number;
  /** What stands there was never typed, or has a hole. */
  corrupted?: string;
  /** Letters that were called saved and are gone. */
  brokenPromise: number;
}

/** Numbers in words, so that each letter tells its place: a hole, a doubled piece or old content cannot look right. */
const WORD = 7;
const letter = (at: number) => { const word = String(Math.floor(at / WORD)).padStart(WORD - 1, '0'); return at % WORD === WORD - 1 ? ' ' : word[at % WORD]!; };
const textOf = (length: number) => Array.from({ length }, (_, at) => letter(at)).join('');

const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

/** One citizen who types the same endless text, whatever happens to the browser. */
export class Writer {
  /** ms at which each letter was typed; the place in the list is the place in the text. */
  private readonly typed: number[] = [];
  /** A letter is known to be on the screen when its key press was answered; one more may be. */
  private answered = 0;
  private claimed = 0;
  private page: Page | undefined;

  async open(context: BrowserContext, url: string): Promise<Page> {
    const page = await context.newPage();
    page.on('filechooser', () => { /* open, and never answered */ });
    await page.goto(url);
    await page.locator('html[data-ready]').waitFor({ timeout: 30_000 });
    this.page = page;
    return page;
  }

  /** Once for each browser: hears what the page calls saved. */
  async listen(context: BrowserContext): Promise<void> {
    await context.exposeBinding('claimed', (_source, length: number) => { this.claimed = Math.max(this.claimed, length); });
  }

  /** Types until `stop`, with a person's unequal pauses; ends by itself when the page dies. */
  async type(random: () => number, stop: { stopped: boolean }): Promise<void> {
    const page = this.page!;
    try {
      await page.locator('textarea').first().focus();
      await page.keyboard.press('Control+End');
      while (!stop.stopped) {
        const at = this.typed.length;
        this.typed.push(Date.now());
        await page.keyboard.press(letter(at) === ' ' ? 'Space' : letter(at));
        this.answered = at + 1;
        await pause(5 + random() * (random() < 0.1 ? 400 : 60));
      }
    } catch (error) {
      if (!stop.stopped) throw error;
    }
  }

  /** A click on the file field: the chooser is open, the page waits. */
  async choose(): Promise<void> {
    const opened = this.page!.waitForEvent('filechooser');
    await this.page!.locator('#file').click();
    await opened;
  }

  /** Compares what stands in the page that was opened again with what was typed, and goes on from there. */
  async compare(variant: Loss['variant'], killedAt: number): Promise<Loss> {
    const found = await this.page!.locator('textarea').first().inputValue();
    const corrupted = found.length <= this.typed.length && found === textOf(found.length) ? undefined : `${found.length} letters, ${this.typed.length} typed: …${found.slice(-40)}`;
    const loss: Loss = {
      variant, lostLetters: Math.max(0, this.answered - found.length), lostMs: found.length < this.answered ? killedAt - this.typed[found.length]! : 0,
      brokenPromise: Math.max(0, this.claimed - found.length), ...(corrupted === undefined ? {} : { corrupted }),
    };
    this.typed.length = found.length;
    this.answered = this.claimed = found.length;
    return loss;
  }
}
