// npm run corpus [-- --only va-forms,gov-alberta --limit 5 …]: schemas that other people wrote, drawn by <dvc-form> and scored per source.
// They are not ours to copy: read from DVC_CORPUS, or from a folder beside the project, which brings its runner; its README explains the parts of a score and the other options.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { browserPath } from './lib/browser.mjs';
import { at, root, run } from './lib/run.mjs';

const corpus = process.env.DVC_CORPUS ?? join(root, '../shared/corpus');
if (!existsSync(join(corpus, 'run.mjs'))) {
  console.error(`No corpus at ${corpus}: set DVC_CORPUS to its folder.`);
  process.exit(2);
}
await build(['sdk', 'classic']);
mkdirSync(at('.cache'), { recursive: true });
const out = at('.cache/corpus.json');
const { code } = await run([
  process.execPath, join(corpus, 'run.mjs'),
  // Seen from packages/schema, `ajv` is the version that we rest on; the root has an older one for the linter.
  '--deps', at('packages/schema'), '--bundle', at('packages/sdk/dist/form.js'), '--out', out, '--chromium', browserPath(), ...process.argv.slice(2),
]);
process.exitCode = code;
