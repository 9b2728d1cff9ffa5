// Serves every browser test as a bundle that shares its parts with the other tests: hundreds of modules for each of the test pages cost six times what the tests do.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
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
  let made;
  const make = () => build({
    absWorkingDir: root, entryPoints: tests, outdir: FOLDER, outbase: root, bundle: true, splitting: true, format: 'esm', target: 'es2022', sourcemap: 'linked',
    tsconfig: at('tsconfig.base.json'), conditions, plugins: [ownAddress], logLevel: 'error',
  });
  return {
    name: 'bundles',
    async serve({ path }) {
      if (!tests.includes(path.slice(1))) return undefined;
      await (made ??= make());
      return { body: `import '/${FOLDER}${path.replace(/\.ts$/, '.js')}';`, type: 'js' };
    },
  };
}
