import { isBuiltin } from 'node:module';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './run.mjs';

/** Ours inside, packages outside, each by the file that its own importer means: there are two versions of ajv in the tree. */
const outside = {
  name: 'outside',
  setup: (made) => made.onResolve({ filter: /^[^.]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
    if (kind === 'entry-point' || path.startsWith('@dvc/') || isBuiltin(path) || pluginData === 'asked') return undefined;
    const found = await made.resolve(path, { kind, importer, resolveDir, pluginData: 'asked' });
    return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
  }),
};

/** Makes a Node program of a TypeScript source of ours. */
export async function bundle(source, outfile) {
  await build({
    absWorkingDir: root, entryPoints: [source], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', sourcemap: 'inline',
    conditions: ['@dvc/source'], plugins: [outside], logLevel: 'warning',
  });
  return outfile;
}
