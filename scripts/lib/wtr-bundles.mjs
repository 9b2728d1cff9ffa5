// Serves every browser test as a bundle that shares its parts with the other tests: to fetch hundreds of modules for each of the test pages was a sixth of all work.
// Made once: with --watch the runner serves the modules themselves, as they are on the disk.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { at, root } from './run.mjs';

const FOLDER = '.cache/browser-tests';

/** In a bundle a module must still find its neighbours by its own address. */
const ownAddress = {
  name: 'own-address',
  setup: (made) => made.onLoad({ filter: /packages\/.*\.ts$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    return source.includes('import.meta.url') ? { contents: source.replaceAll('import.meta.url', `(location.origin + ${JSON.stringify(`/${relative(root, path)}`)})`), loader: 'ts' } : undefined;
  }),
};

/** @param tests all test files, as paths from the root @param conditions of package exports */
export function bundles(tests, conditions) {
  const watching = process.argv.includes('--watch');
  let made;
  const make = () => build({
    absWorkingDir: root, entryPoints: tests, outdir: FOLDER, outbase: root, bundle: true, splitting: true, format: 'esm', target: 'es2022', sourcemap: 'linked',
    tsconfig: at('tsconfig.base.json'), conditions, plugins: [ownAddress], logLevel: 'error',
  });
  return {
    name: 'bundles',
    async serve({ path }) {
      if (watching || !tests.includes(path.slice(1))) return undefined;
      await (made ??= make());
      return { body: `import '/${FOLDER}${path.replace(/\.ts$/, '.js')}';`, type: 'js' };
    },
  };
}
