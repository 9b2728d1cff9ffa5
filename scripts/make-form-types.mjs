// Writes schemas/forms/<id>/<version>.d.ts beside every published form: the types of its answers, and their paths.
//   node scripts/make-form-types.mjs            writes them
//   node scripts/make-form-types.mjs --check    exit status 1 if one is stale
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { typesOf } from './lib/form-types/model.mjs';
import { print } from './lib/form-types/print.mjs';
import { at, root } from './lib/run.mjs';
import { files } from './lib/stale.mjs';

/** The text of the declaration of a form document. */
export const formTypes = (document) => print(document, typesOf(document.schema));

/** Every published form: its document, and where its declaration stands. */
export const publishedForms = () => files(at('schemas/forms')).filter((file) => /\d+\.\d+\.\d+[^/\\]*(?<!\.scenarios)\.json$/.test(file))
  .map((file) => ({ document: JSON.parse(readFileSync(file, 'utf8')), target: file.replace(/\.json$/, '.d.ts') }));

/** Writes what is stale. */
export function makeFormTypes() {
  for (const { document, target } of staleForms()) writeFileSync(target, formTypes(document));
}

const staleForms = () => publishedForms().filter(({ document, target }) => !existsSync(target) || readFileSync(target, 'utf8') !== formTypes(document));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    for (const { target } of staleForms()) {
      console.error(`${relative(root, target)} is stale: run node scripts/make-form-types.mjs`);
      process.exitCode = 1;
    }
  } else makeFormTypes();
}
