// Which of our files a page pays for: `npm run size -- --why`.
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';

/** Prints the eager part of packages/sdk/src/form.ts by room and by file: minified bytes. Shares only: the bundle that ships is rollup's. */
export async function weigh() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root, entryPoints: ['packages/sdk/src/form.ts'], bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022', metafile: true, write: false, outdir: 'unused',
    conditions: ['@dvc/source', 'production', 'browser', 'import'], tsconfig: 'tsconfig.base.json', legalComments: 'none', charset: 'utf8',
  });
  const outputs = metafile.outputs;
  const eager = new Set();
  const follow = (name) => {
    if (eager.has(name)) return;
    eager.add(name);
    for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement') follow(path);
  };
  follow(Object.keys(outputs).find((name) => outputs[name].entryPoint === 'packages/sdk/src/form.ts'));
  const rooms = {};
  const sources = [];
  for (const name of eager) for (const [file, { bytesInOutput }] of Object.entries(outputs[name].inputs)) {
    const room = /packages\/(\w+)\//.exec(file)?.[1] ?? 'lit';
    rooms[room] = (rooms[room] ?? 0) + bytesInOutput;
    sources.push([bytesInOutput, file]);
  }
  const gzip = [...eager].reduce((sum, name) => sum + gzipSync(outputFiles.find(({ path }) => path.endsWith(name.split('/').pop())).contents, { level: 9 }).length, 0);
  console.log(`\neager part of form.ts: ${gzip} B gzip; minified bytes by room: ${Object.entries(rooms).sort(([, a], [, b]) => b - a).map(([room, bytes]) => `${room} ${bytes}`).join(', ')}`);
  for (const [bytes, file] of sources.sort(([a], [b]) => b - a).slice(0, 40)) console.log(`  ${String(bytes).padStart(6)} ${file}`);
}
