import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import type { Campaign } from './campaign.js';
import { openStories, type Finding, type Look } from './stories-page.js';

const WIDTHS = [320, 1280];
const looks: Look[] = ['light', 'dark', 'forced'].flatMap((theme) => WIDTHS.map((width): Look => ({
  name: `${theme} ${width}`,
  globals: { theme: theme === 'dark' ? 'dark' : 'light' },
  context: { viewport: { width, height: 900 }, colorScheme: theme === 'dark' ? 'dark' : 'light', ...(theme === 'forced' ? { forcedColors: 'active' as const } : {}) },
})));
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

function serve(folder: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, reply) => {
    const file = join(folder, normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)));
    if (!file.startsWith(folder) || !existsSync(file) || !extname(file)) {
      reply.writeHead(404).end();
      return;
    }
    reply.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.close(); server.closeAllConnections(); } });
    });
  });
}

const build = (root: string, folder: string) => new Promise<void>((resolve, reject) => {
  const child = spawn(process.execPath, [join(root, 'node_modules/storybook/dist/bin/dispatcher.js'), 'build', '--disable-telemetry', '--quiet', '-o', folder], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CI: '1', STORYBOOK_DISABLE_TELEMETRY: '1' } });
  child.on('error', reject);
  child.on('exit', (code) => { if (code === 0) resolve(); else reject(new Error(`storybook build ended with ${code}`)); });
});

/**
 * Every story of the built Storybook, in light, dark and forced colours, at 320 and 1280 px: axe with the rules of
 * WCAG 2.2 AA, the play function, no request to anywhere else, nothing wider than the window.
 * `--built <folder>`: one that is built already; `--only <part of a story's id>`; `--n`: at most so many stories.
 */
export const run: Campaign = async ({ args, say, root, cache }) => {
  const folder = args.text('built') ?? join(cache, 'storybook');
  if (args.text('built') === undefined) {
    say('builds Storybook');
    await build(root, folder);
  }
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { entries: Record<string, { id: string; type: string }> };
  const only = args.text('only') ?? '';
  const stories = Object.values(index.entries).filter(({ type, id }) => type === 'story' && id.includes(only)).map(({ id }) => id).slice(0, args.number('n', 10_000));
  if (stories.length === 0) throw new Error('there are no stories');
  const { browserPath, browserArgs } = await import(pathToFileURL(join(root, 'scripts/lib/browser.mjs')).href) as { browserPath(): string; browserArgs: string[] };
  const [browser, site] = await Promise.all([chromium.launch({ executablePath: browserPath(), args: browserArgs }), serve(folder)]);
  const findings: Finding[] = [];
  let looked = 0;
  try {
    for (const look of looks) {
      const found = (finding: Finding) => { findings.push(finding); say(`${finding.look}, ${finding.story}: ${finding.what}: ${finding.text}`); };
      const at = await openStories(browser, site.origin, look, stories[0]!, found);
      for (const story of stories) {
        await at.look(story);
        looked += 1;
      }
      await at.close();
      say(`${look.name}: ${stories.length} stories, ${findings.filter((each) => each.look === look.name).length} findings`);
    }
  } finally {
    await browser.close();
    site.close();
  }
  const count = (what: Finding['what']) => findings.filter((each) => each.what === what).length;
  return {
    n: looked, failed: findings.length, stories: stories.length, looks: looks.map(({ name }) => name),
    axeViolations: count('axe'), playFailures: count('play'), pageErrors: count('page'), requestsElsewhere: count('request'), tooWide: count('width'),
  };
};
