import axe, { type RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright';

/** One way to look at a story. */
export interface Look { name: string; globals: Record<string, string>; context: BrowserContextOptions }

export interface Finding { story: string; look: string; what: 'axe' | 'play' | 'page' | 'request' | 'width'; text: string }

// Forced colours replace every colour of ours: what axe reads of them is not what is seen.
const rulesOf = (look: Look): RunOptions => ({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'],
  ...(look.context.forcedColors === 'active' ? { rules: { 'color-contrast': { enabled: false } } } : {}),
});
const PATIENCE_MS = 30_000;

interface Preview { currentRender?: { id?: string; phase?: string; error?: { message?: string } } }
type InPage = { __STORYBOOK_PREVIEW__: Preview; __STORYBOOK_ADDONS_CHANNEL__: { emit(event: string, payload: unknown): void; on(event: string, heard: (payload: { message?: string }) => void): void }; __dvcThrown: string[]; axe: typeof axe };

/** Opens the built Storybook once, and then changes the story without loading the page anew. */
export async function openStories(browser: Browser, origin: string, look: Look, first: string, found: (finding: Finding) => void): Promise<{ page: Page; look(story: string): Promise<void>; close(): Promise<void> }> {
  const context = await browser.newContext({ ...look.context, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
  const page = await context.newPage();
  let now = first;
  await context.route('**/*', (route) => {
    const { protocol, origin: to } = new URL(route.request().url());
    if (to === origin || protocol === 'data:' || protocol === 'blob:' || protocol === 'about:') return route.continue();
    found({ story: now, look: look.name, what: 'request', text: route.request().url() });
    return route.abort();
  });
  page.on('pageerror', (error) => { found({ story: now, look: look.name, what: 'page', text: error.message }); });
  const globals = Object.entries(look.globals).map(([key, value]) => `${key}:${value}`).join(';');
  // The add-on's own run of axe would meet ours.
  await page.goto(`${origin}/iframe.html?id=${first}&viewMode=story&globals=${globals};a11y.manual:!true`);
  await page.addScriptTag({ content: axe.source });
  await page.evaluate(() => {
    const world = globalThis as unknown as InPage;
    world.__dvcThrown = [];
    for (const event of ['playFunctionThrewException', 'storyThrewException', 'unhandledErrorsWhilePlaying', 'storyErrored']) world.__STORYBOOK_ADDONS_CHANNEL__.on(event, (payload) => world.__dvcThrown.push(payload?.message ?? String(payload)));
  });

  return {
    page,
    async look(story) {
      now = story;
      try {
        await page.evaluate((storyId) => {
          const world = globalThis as unknown as InPage;
          world.__dvcThrown.length = 0;
          if (world.__STORYBOOK_PREVIEW__.currentRender?.id !== storyId) world.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
        }, story);
        await page.waitForFunction((id) => {
          const render = (globalThis as unknown as InPage).__STORYBOOK_PREVIEW__.currentRender;
          return render?.id === id && ['completed', 'finished', 'errored', 'aborted'].includes(render.phase ?? '');
        }, story, { timeout: PATIENCE_MS, polling: 50 });
        const { thrown, width } = await page.evaluate(() => ({ thrown: (globalThis as unknown as InPage).__dvcThrown, width: document.scrollingElement!.scrollWidth - document.scrollingElement!.clientWidth }));
        for (const text of thrown) found({ story, look: look.name, what: 'play', text: text.split('\n')[0]! });
        if (width > 0) found({ story, look: look.name, what: 'width', text: `${width} px wider than the window` });
        const { violations } = await page.evaluate((options) => (globalThis as unknown as InPage).axe.run('#storybook-root', options), rulesOf(look));
        for (const { id, nodes } of violations) found({ story, look: look.name, what: 'axe', text: `${id}: ${nodes.slice(0, 3).map(({ target }) => JSON.stringify(target)).join(', ')}` });
      } catch (error) {
        found({ story, look: look.name, what: 'page', text: (error as Error).message.split('\n')[0]! });
      }
    },
    close: () => context.close(),
  };
}
