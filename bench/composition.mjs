// node composition.mjs [peer,peer]: what is in each bundle, minified bytes by package. Run after build.mjs, with the same peers installed.
import './lib/here.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { bundle } from './lib/bundle.mjs';
import { usual } from './lib/peers.mjs';

const owner = (file) => (/.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? (/packages\/(.+)/.exec(file)?.[1] || 'adapter')) + (file.endsWith('.css') ? ' (css)' : '');
const out = {};
for (const name of process.argv[2]?.split(',') ?? usual) {
  const { metafile } = await bundle(name, { metafile: true, write: false, outdir: 'unused' });
  const bytes = {};
  for (const { inputs } of Object.values(metafile.outputs)) for (const [file, { bytesInOutput }] of Object.entries(inputs)) bytes[owner(file)] = (bytes[owner(file)] ?? 0) + bytesInOutput;
  out[name] = Object.entries(bytes).sort(([, a], [, b]) => b - a).slice(0, 12).map(([what, size]) => [what, Math.round(size / 1024)]);
  console.log(name, out[name].map(([what, size]) => `${what} ${size}k`).join(', '));
}
mkdirSync('results', { recursive: true });
writeFileSync('results/composition.json', JSON.stringify(out, null, 1));
