// What need not be built again: a step is fresh when its inputs hash to what they hashed to, and its outputs are still there.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { at, root } from './run.mjs';

const BOOK = at('.cache/build.json');
const read = () => { try { return JSON.parse(readFileSync(BOOK, 'utf8')); } catch { return {}; } };

/** All files below a folder (or the file itself), sorted; never node_modules or built things. */
export function files(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', '.cache'].includes(name))
    .flatMap((entry) => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

/** A hash of the contents of `inputs` (paths from the root), tests left out. */
export function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) for (const file of files(at(input))) {
    if (/\.test(-helper)?\.ts$/.test(file)) continue;
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

/** @returns {boolean} whether the step's outputs stand and were made from these very inputs */
export const isFresh = (name, inputs, outputs) => outputs.every((output) => existsSync(at(output))) && read()[name] === fingerprint(inputs);

export function remember(name, inputs) {
  mkdirSync(dirname(BOOK), { recursive: true });
  writeFileSync(BOOK, `${JSON.stringify({ ...read(), [name]: fingerprint(inputs) }, null, 2)}\n`);
}
