// npm run campaign -- xss: our own attacks in every place of a form that takes a text, in the built SDK, under three policies.
// Nothing may be called, asked for or built that a form does not consist of; and each text must have been on the page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Campaign } from './campaign.js';
import type { Attack, InPage, Report } from './xss-page.js';
import { PAYLOADS, some } from './xss-payloads.js';
import type { Finding } from './xss-watch.js';

/** What portals send. With a policy the browser stops what without one would be an attack, so the first proves most. */
const SELF = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
const POLICIES: Record<string, string | undefined> = { off: undefined, strict: SELF, trusted: `${SELF}; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'` };
const TYPES: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.html': 'text/html; charset=utf-8' };
const PAGE = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><script src="/known.js"></script><script type="module" src="/dvc/index.js"></script><script type="module" src="/attack.js"></script><body><form action="/sent"><div id="stage"></div></form>';
/** Makes the random part of Lit's marks known, so that payloads can carry the very marks. */
const KNOWN = 'Math.random = () => 0.123456789;';
const CHUNK = 8;
const EXAMPLES = 20;

/** An answer that would be an attack if somebody took it for a page; a half-encoded address stays as it is. */
const answer = (path: string): string => {
  try { path = decodeURIComponent(path); } catch { /* as it is */ }
  return `<script>parent.__pwned("answer")</script>${path}`;
};

/** `--sabotage`: one text of every field is put in as HTML. A run that does not notice proves nothing. */
function sabotaged(source: string): string {
  return source.replaceAll(/\.textContent=(\w+)\.label\b/g, '.innerHTML=$1.label');
}

interface Site { origin: string; unknown: string[]; close(): void }

function serve(root: string, attack: string, policy: () => string | undefined, sabotage: boolean): Promise<Site> {
  const unknown: string[] = [];
  const dist = join(root, 'packages/sdk/dist');
  let patched = 0;
  const file = (path: string): string => {
    const source = readFileSync(join(dist, path), 'utf8');
    if (!sabotage) return source;
    const made = sabotaged(source);
    if (made !== source) patched += 1;
    return made;
  };
  const server = createServer((request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const body = pathname === '/' ? PAGE : pathname === '/known.js' ? KNOWN : pathname === '/attack.js' ? attack : /^\/dvc\/[\w./-]+\.js$/.test(pathname) && !pathname.includes('..') ? file(pathname.slice(5)) : undefined;
    if (body === undefined) {
      // `src` leads here, and whatever an attack has made the page ask for; the page says which are which.
      unknown.push(request.url ?? '');
      reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer(pathname));
      return;
    }
    const header = policy();
    reply.writeHead(200, { 'content-type': pathname === '/' ? TYPES['.html']! : TYPES[extname(pathname)]!, ...(header ? { 'content-security-policy': header } : {}) }).end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, unknown,
        close() {
          server.close();
          server.closeAllConnections();
          if (sabotage && patched === 0) throw new Error('there was nothing to sabotage: the built files have another shape');
        },
      });
    });
  });
}

/** Opens the page once; what it does to the world outside is a finding. */
async function open(browser: Browser, origin: string, found: (what: Finding['what'], text: string) => void): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 900, height: 900 }, permissions: [] });
  await context.route('**/*', (route) => {
    const { origin: to, protocol } = new URL(route.request().url());
    if (to === origin || protocol === 'data:') return route.continue();
    found('request', route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => found('thrown', `${error.message} ${error.stack ?? ''}`));
  page.on('dialog', (dialog) => { found('called', dialog.message()); void dialog.dismiss(); });
  page.on('framenavigated', (frame) => { if (frame !== page.mainFrame() || frame.url() !== `${origin}/`) found('page', `navigated to ${frame.url()}`); });
  context.on('page', (other) => { if (other !== page) found('page', `opened ${other.url()}`); });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'xss' in window);
  return page;
}

const inPage = <T>(page: Page, what: 'learn' | 'attack' | 'look', given?: unknown): Promise<T> =>
  page.evaluate(([name, argument]) => (window as unknown as { xss: Record<string, (argument: unknown) => Promise<T>> }).xss[name]!(argument), [what, given] as const);

/** What of `got` was not `expected`, each as often as it came. */
function more(got: readonly string[], expected: readonly string[]): string[] {
  const left = [...expected];
  return got.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export const run: Campaign = async ({ args, say, root }) => {
  const sabotage = args.text('sabotage') !== undefined;
  if (sabotage) say('sabotaged on purpose: labels are put in as HTML; this run must fail');
  const chosen = some(args.number('n', PAYLOADS.length), args.number('from', 0));
  const only = args.text('policy');
  const tools = (name: string) => import(pathToFileURL(join(root, 'scripts', name)).href);
  await (await tools('build.mjs') as { build(names: string[], options: object): Promise<unknown> }).build(['sdk'], { quiet: true });
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: [join(root, 'packages/testing/src/campaigns/xss-page.ts')], bundle: true, write: false, format: 'esm', target: 'es2022', conditions: ['@dvc/source'], logLevel: 'warning' });
  const { browserPath, browserArgs } = await tools('lib/browser.mjs') as { browserPath(): string; browserArgs: string[] };

  let policy = '';
  const site = await serve(root, outputFiles[0]!.text, () => POLICIES[policy], sabotage);
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserArgs });
  const findings: (Finding & { policy: string })[] = [];
  const names = Object.keys(POLICIES).filter((name) => only === undefined || name === only);
  let slots: string[] = [];
  try {
    for (policy of names) {
      let payload = -1;
      const found = (finding: Finding) => {
        findings.push({ ...finding, policy });
        if (findings.length <= EXAMPLES) say(`${policy}, ${finding.stage}: ${finding.what}: ${finding.text} | payload ${finding.payload}: ${JSON.stringify(PAYLOADS[finding.payload] ?? '')}`);
      };
      const page = await open(browser, site.origin, (what, text) => found({ payload, stage: '', what, text }));
      slots = await page.evaluate(() => (window as unknown as { xss: InPage }).xss.slots);
      const asked: string[] = [];
      const take = (report: Report) => { report.findings.forEach(found); asked.push(...report.asked); return report; };
      const { seen } = take(await inPage<Report>(page, 'learn'));
      for (const [slot, was] of Object.entries(seen)) if (!was) found({ payload: -1, stage: '', what: 'unseen', text: `harmless, and yet not shown: ${slot}` });
      for (let at = 0; at < chosen.length; at += CHUNK) {
        const attacks = chosen.slice(at, at + CHUNK).map((number): Attack => ({ number, payload: PAYLOADS[number]! }));
        payload = attacks[0]!.number;
        await page.emulateMedia({ media: (at / CHUNK) % 2 ? 'print' : 'screen' });
        take(await inPage<Report>(page, 'attack', attacks));
        if ((at / CHUNK) % 8 === 7) say(`${policy}: ${at + attacks.length} of ${chosen.length} payloads, ${findings.length} findings`);
      }
      // What waits for an image that is not there, or for a frame, has its time.
      await page.waitForTimeout(500);
      await page.context().close();
      for (const text of more(site.unknown.splice(0), asked)) found({ payload: -1, stage: 'request', what: 'request', text });
      say(`${policy}: ${chosen.length} payloads in ${slots.length} slots, ${findings.filter((each) => each.policy === policy).length} findings`);
    }
  } finally {
    await browser.close();
    site.close();
  }
  const count = (what: Finding['what']) => findings.filter((each) => each.what === what).length;
  return {
    n: chosen.length * names.length, failed: findings.length, payloads: chosen.length, slots: slots.length, policies: names.length, called: count('called'), policyReports: count('policy'), elements: count('element'), attributes: count('attribute'), requests: count('request'), thrown: count('thrown'), unseen: count('unseen'),
    ...(sabotage ? { sabotage: true } : {}),
  };
};
