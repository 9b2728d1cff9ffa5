// One adapter with its library, as one esbuild bundle.
import { build } from 'esbuild';
import process from 'node:process';
import { peers } from './peers.mjs';

/** The module that registers <dvc-form>, as a portal gets it; DVC_ENTRY measures another one. */
const BUILT = new URL('../../packages/sdk/dist/form.js', import.meta.url).pathname;
/** The same from source, so that a profile has the names of our files. */
const SOURCE = new URL('../../packages/sdk/src/form.ts', import.meta.url).pathname;

const survey = (file) => file.replace(/form\.(js|ts)$/, 'survey.$1');

/** Sends imports of one name to another; an exact path for our own entries. */
const aliases = (alias, entry) => ({
  name: 'alias',
  setup(made) {
    made.onResolve({ filter: /^dvc-(survey-)?entry$/ }, ({ path }) => ({ path: path === 'dvc-entry' ? entry : survey(entry) }));
    for (const [from, to] of Object.entries(alias)) {
      made.onResolve({ filter: new RegExp(`^${from}(/.*)?$`) }, ({ path, kind, pluginData }) => (pluginData === 1 ? null : made.resolve(path.replace(from, to), { resolveDir: process.cwd(), kind, pluginData: 1 })));
    }
  },
});

/**
 * @param {string} name of a peer
 * @param {import('esbuild').BuildOptions & { readable?: boolean }} options `readable`: one unminified file with a comment before each module
 */
export function bundle(name, { readable = false, ...options }) {
  return build({
    stdin: { contents: `import a from './adapters/${name}.js';\nglobalThis.__adapterLoaded(a);`, resolveDir: process.cwd() },
    bundle: true, splitting: !readable, minify: !readable, format: 'esm', target: 'es2022', platform: 'browser', entryNames: 'entry', chunkNames: 'c-[hash]', assetNames: 'a-[hash]',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' }, conditions: [...(readable ? ['@dvc/source'] : []), 'production', 'browser', 'import'],
    plugins: [aliases(peers[name].alias ?? {}, process.env.DVC_ENTRY ?? (readable ? SOURCE : BUILT))],
    loader: { '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.svg': 'dataurl', '.eot': 'file', '.png': 'file' }, legalComments: 'none', logLevel: 'error',
    ...options,
  });
}
