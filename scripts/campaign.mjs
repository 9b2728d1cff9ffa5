// npm run campaign -- <name> [--n N] [--seed S] […]: a long proof. packages/testing/src/campaigns/<name>.ts exports `run`.
// The last line is one JSON object; the exit status is 1 if anything failed.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './lib/bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = join(root, 'packages/testing/src/campaigns');
const [name, ...words] = process.argv.slice(2);
const names = readdirSync(sources).filter((file) => /^[a-z]+(-[a-z]+)*\.ts$/.test(file)).map((file) => file.slice(0, -3))
  .filter((each, _, all) => each !== 'campaign' && !all.some((other) => each.startsWith(`${other}-`)));

if (!name || !names.includes(name)) {
  console.error(`usage: npm run campaign -- <name> [--n N] [--seed S]\ncampaigns: ${names.join(', ')}`);
  process.exit(2);
}

const given = new Map();
for (let at = 0; at < words.length; at++) {
  const [, key, value] = /^--([a-z-]+)(?:=(.*))?$/.exec(words[at]) ?? [];
  if (!key) { console.error(`not an option: ${words[at]}`); process.exit(2); }
  given.set(key, value ?? words[++at] ?? '');
}
const args = {
  text: (key) => given.get(key),
  number(key, otherwise) {
    if (!given.has(key)) return otherwise;
    const value = Number(given.get(key));
    if (!Number.isSafeInteger(value) || value < 0) { console.error(`--${key} is a whole number, not ${given.get(key)}`); process.exit(2); }
    return value;
  },
};

const cache = join(root, '.cache/campaigns', name);
mkdirSync(cache, { recursive: true });
const made = [];
async function bundleBeside(source) {
  // Its own name per process: two campaigns may run at once.
  const outfile = await bundle(join(sources, source), join(cache, `${source.replace(/\.ts$/, '')}.${process.pid}.mjs`));
  made.push(outfile);
  return outfile;
}
const began = Date.now();
const say = (line) => console.log(`[${name} ${((Date.now() - began) / 1000).toFixed(1)} s] ${line}`);

let figures;
try {
  const { run } = await import(pathToFileURL(await bundleBeside(`${name}.ts`)).href);
  figures = await run({ args, say, bundle: bundleBeside, root, cache });
} catch (error) {
  console.error(error);
  figures = { n: 0, failed: 1, error: String(error?.message ?? error) };
} finally {
  for (const file of made) if (existsSync(file)) rmSync(file);
}
console.log(JSON.stringify({ campaign: name, ...figures }));
process.exit(figures.failed > 0 ? 1 : 0);
