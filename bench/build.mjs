// node build.mjs [peer,peer]: bundles adapters (esbuild, minified, production), converts the fixtures, notes the sizes.
import './lib/here.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundle } from './lib/bundle.mjs';
import fixtures from './lib/fixtures.mjs';
import { peers } from './lib/peers.mjs';
import * as conv from './lib/to-peers.mjs';

const only = (process.argv[2] ?? '').split(',').filter(Boolean);

/** Bytes of one adapter's folder. The whole folder: for dvc that counts lazy chunks which a simple form never fetches. */
function measure(outdir) {
  const size = { raw: 0, gz: 0, br: 0, js: 0, css: 0, files: 0 };
  for (const file of readdirSync(outdir)) {
    if (!/\.(js|css)$/.test(file)) continue;
    const body = readFileSync(`${outdir}/${file}`);
    const gz = gzipSync(body, { level: 9 }).length;
    size.raw += body.length;
    size.gz += gz;
    size.br += brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    size.files += 1;
    size[file.endsWith('.css') ? 'css' : 'js'] += gz;
  }
  return size;
}

const sizes = existsSync('dist/sizes.json') ? JSON.parse(readFileSync('dist/sizes.json')) : {};
let failed = 0;
for (const name of Object.keys(peers)) {
  if (only.length && !only.includes(name)) continue;
  const outdir = `dist/${name}`;
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  try {
    await bundle(name, { outdir });
  } catch (error) {
    failed += 1;
    console.error(name, 'could not be built:', String(error.message).slice(0, 500));
    continue;
  }
  sizes[name] = measure(outdir);
  console.log(name.padEnd(12), Object.entries(sizes[name]).map(([key, value]) => `${key} ${value}`).join('  '));
}
writeFileSync('dist/sizes.json', JSON.stringify(sizes, null, 1));
for (const lang of ['html', 'neutral', 'rjsf', 'jsonforms', 'survey', 'formio', 'formjs', 'jsonEditor', 'jsfe', 'jsonschema', 'surveyDocument']) {
  mkdirSync(`dist/fixtures/${lang}`, { recursive: true });
  for (const fixture of Object.values(fixtures)) writeFileSync(`dist/fixtures/${lang}/${fixture.id}.json`, JSON.stringify(conv[lang](fixture)));
}
writeFileSync('dist/fixtures/meta.json', JSON.stringify(Object.fromEntries(Object.values(fixtures).map((fixture) => [fixture.id, { fieldCount: fixture.fieldCount, invalid: fixture.invalid || 0 }]))));
process.exitCode = failed ? 1 : 0;
