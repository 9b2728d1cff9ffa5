// Writes schemas/vectors/*.json: what our engine says to given inputs, for teams that write their own in PHP, Java or .NET.
//   node scripts/make-vectors.mjs            writes them
//   node scripts/make-vectors.mjs --check    exit status 1 if one is stale
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { at, root } from './lib/run.mjs';

mkdirSync(at('.cache'), { recursive: true });
const program = await bundle(at('packages/testing/src/vectors/index.ts'), at(`.cache/vectors.${process.pid}.mjs`));
try {
  const { vectorFiles } = await import(pathToFileURL(program).href);
  for (const [name, text] of Object.entries(vectorFiles(root))) {
    const file = join(at('schemas/vectors'), name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (process.argv.includes('--check')) {
      console.error(`schemas/vectors/${name} is stale: run node scripts/make-vectors.mjs`);
      process.exitCode = 1;
    } else writeFileSync(file, text);
  }
} finally {
  rmSync(program);
}
