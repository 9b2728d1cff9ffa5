// npm run build [-- step …] [--force]: builds what is stale. Without steps: all of them.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { at, root, run, seconds } from './lib/run.mjs';
import { files, isFresh, remember } from './lib/stale.mjs';

const source = (...rooms) => rooms.map((room) => `packages/${room}/src`);
const BROWSER = source('schema', 'core', 'locale', 'client', 'ui', 'elements', 'sdk');
const TOOLS = ['package-lock.json', 'rollup.config.mjs', 'scripts/build.mjs', 'tsconfig.base.json'];

async function must(command) {
  const { code } = await run(command);
  if (code) throw new Error(`${command.join(' ')} ended with ${code}`);
}

/** One of the outputs of rollup.config.mjs. */
async function roll(name, clean) {
  const [{ rollup }, outputs] = await Promise.all([import('rollup'), import('../rollup.config.mjs')]);
  // Chunks carry a hash in their names: without this the folder would keep every chunk that ever was.
  for (const folder of clean) rmSync(at(folder), { recursive: true, force: true });
  for (const config of [outputs[name]].flat()) {
    const made = await rollup(config);
    await made.write(config.output);
    await made.close();
  }
}

/** A Node program: the rooms that are not published inside, everything that is outside. */
async function program(room) {
  const { default: manifest } = await import(`../packages/${room}/package.json`, { with: { type: 'json' } });
  const external = Object.keys(manifest.dependencies);
  // Flat, so that a path beside import.meta.url means the same from dist as from src.
  for (const file of files(at(`packages/${room}/dist`))) if (/\.js(\.map)?$/.test(file)) rmSync(file);
  await bundle({
    absWorkingDir: root, entryPoints: ['main', 'index'].map((name) => `packages/${room}/src/${name}.ts`).filter((file) => existsSync(at(file))), outdir: `packages/${room}/dist`,
    bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', sourcemap: true,
    conditions: ['@dvc/source', 'node', 'import'], logLevel: 'warning',
    // As a plugin, because `paths` of the tsconfig would find @dvc/schema in its folder before esbuild asks whether it is external.
    plugins: [{ name: 'outside', setup: (made) => made.onResolve({ filter: /^[^./]/ }, ({ path }) => (external.some((name) => path === name || path.startsWith(`${name}/`)) ? { path, external: true } : undefined)) }],
  });
}

/** name → what it reads, what it leaves behind, how. In the order in which they run. */
const STEPS = {
  // Committed, so that nobody need build to read them.
  forms: { inputs: ['schemas/forms', 'scripts/make-form-types.mjs', 'scripts/lib/form-types'], outputs: [], run: async () => (await import('./make-form-types.mjs')).makeFormTypes() },
  types: { run: () => must(['tsc', '-b', 'tsconfig.json']) }, // keeps its own book
  schema: {
    inputs: source('schema'), outputs: ['packages/schema/dist/index.js', 'packages/schema/dist/node/index.js'],
    run: () => bundle({
      absWorkingDir: root, entryPoints: files(at('packages/schema/src')).filter((file) => /\.(ts|json)$/.test(file) && !/\.(test|test-helper|d)\.ts$/.test(file)),
      outdir: 'packages/schema/dist', outbase: 'packages/schema/src', format: 'esm', target: 'es2022', tsconfig: 'tsconfig.base.json', logLevel: 'warning', loader: { '.json': 'copy' },
    }),
  },
  sdk: {
    inputs: [...BROWSER, 'packages/sdk/package.json'], outputs: ['packages/sdk/dist/index.js', 'packages/sdk/dist/form.js', 'packages/sdk/dist/payment.js', 'packages/sdk/dist/status.js', 'packages/sdk/dist/auto.js', 'packages/sdk/dist/fees.js'],
    run: async () => {
      await roll('modules', ['packages/sdk/dist/chunks']);
      await roll('single', []);
      for (const file of ['LICENSE', 'NOTICE']) copyFileSync(at(file), at('packages/sdk/dist', file));
    },
  },
  classic: { inputs: [...BROWSER, 'packages/sdk/package.json'], outputs: ['packages/sdk/dist/dvc.classic.js'], run: () => roll('classic', []) },
  dts: { inputs: BROWSER, outputs: ['packages/sdk/dist/index.d.ts'], run: () => roll('types', ['packages/sdk/dist/types']) },
  manifest: {
    inputs: [...source('elements'), 'scripts/lib/manifest.config.mjs'], outputs: ['packages/sdk/custom-elements.json'],
    run: () => must(['cem', 'analyze', '--quiet', '--config', 'scripts/lib/manifest.config.mjs']),
  },
  server: { inputs: [...source('server', 'schema', 'core', 'locale'), 'packages/server/package.json'], outputs: ['packages/server/dist/main.js'], run: () => program('server') },
  // For npm start and the end-to-end tests alone; nothing that is published holds it.
  simulator: {
    inputs: ['packages/testing/src/gateway-simulator'], outputs: ['.cache/gateway-simulator/main.mjs'],
    run: () => bundle({
      absWorkingDir: root, entryPoints: ['packages/testing/src/gateway-simulator/main.ts'], outfile: '.cache/gateway-simulator/main.mjs', bundle: true, format: 'esm', platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning',
    }),
  },
  cli: { inputs: [...source('cli', 'schema', 'core', 'locale'), 'packages/cli/package.json'], outputs: ['packages/cli/dist/main.js'], run: () => program('cli') },
};

/**
 * Builds the named steps, or all, as far as they are stale.
 * @param {string[]} [names]
 * @param {{ force?: boolean, quiet?: boolean }} [options]
 * @returns {Promise<string[]>} the steps that ran
 * @throws Error with the sentence of the tool that refused
 */
export async function build(names = Object.keys(STEPS), { force = false, quiet = false } = {}) {
  const from = process.cwd();
  // Rollup's plugins match paths from the working folder.
  process.chdir(root);
  try { return await steps(names, force, quiet); } finally { process.chdir(from); }
}

async function steps(names, force, quiet) {
  const ran = [];
  for (const name of names) {
    const step = STEPS[name];
    if (!step) throw new Error(`There is no step ${name}; the steps are ${Object.keys(STEPS).join(', ')}.`);
    const room = { server: 'server', cli: 'cli' }[name];
    if (room && !existsSync(at('packages', room, 'src/main.ts'))) { if (!quiet) console.log(`${name}: absent (no src/main.ts)`); continue; }
    const inputs = step.inputs && [...step.inputs, ...TOOLS];
    if (!force && inputs && isFresh(name, inputs, step.outputs)) continue;
    const started = performance.now();
    await step.run();
    if (inputs) remember(name, inputs);
    ran.push(name);
    if (!quiet) console.log(`${name}: ${seconds(performance.now() - started)}`);
  }
  return ran;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(at('.cache'), { recursive: true });
  const names = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
  try {
    const ran = await build(names.length ? names : undefined, { force: process.argv.includes('--force') });
    if (!ran.length) console.log('Nothing is stale.');
  } catch (error) {
    console.error(`${basename(process.argv[1])}: ${error.message}`);
    process.exitCode = 1;
  }
}
