// What a portal installs, made from the sources: nothing needs to be built first, and nothing is left to resolve in the page.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { minify } from 'terser';
import sdk from './packages/sdk/package.json' with { type: 'json' };

const source = (name) => `packages/sdk/src/${name}.ts`;
/** The entries of packages/sdk/package.json; `auto` finds the tags of a page by itself. */
export const ENTRIES = ['index', 'pure', 'form', 'payment', 'status', 'survey', 'survey-results', 'auto', 'drafts', 'fees', 'measure', 'survey-responses'];
/**
 * What a page has without a form: each is a graph of its own. Sharing Lit with the form's graph would cost the page of a form 1 KB and that of a payment
 * 1.5 KB, because gzip begins anew in every chunk; a page that loads both entries has Lit twice, and `index.js` has everything once.
 */
export const ALONE = ['form', 'payment', 'status', 'survey', 'survey-results', 'fees', 'measure', 'survey-responses'];
const OUT = 'packages/sdk/dist';

const NOTICE = `/*! DVC ${sdk.version}, Apache-2.0; contains Lit, BSD-3-Clause: see NOTICE */`;

/** TypeScript asks for `./x.js` where the file is `./x.ts`. */
const typescriptNames = {
  name: 'typescript-names',
  async resolveId(name, importer, options) {
    if (!importer?.endsWith('.ts') || !name.startsWith('.') || !name.endsWith('.js')) return null;
    return this.resolve(`${name.slice(0, -3)}.ts`, importer, { ...options, skipSelf: true });
  },
};

/** `auto.js` loads a stand-alone element by its published name, and `status.js` the elements that stand inside of it: what is in them belongs to another graph. */
const alone = {
  name: 'alone',
  resolveId: (name, importer) => ((importer?.endsWith('/sdk/src/auto.ts') && ALONE.some((each) => name === `./${each}.js`)) ? { id: name, external: true } : null),
};
const beside = {
  name: 'beside',
  resolveId: (name, importer) => (importer?.endsWith('/sdk/src/status.ts') && name.startsWith('./') ? { id: name, external: true } : null),
};

/** After esbuild, which alone leaves 3 % more in gzip. */
const minified = (charset) => ({
  name: 'minified',
  async renderChunk(code, { moduleIds }, { format }) {
    const made = await minify(code, {
      module: format === 'es', ecma: 2022, compress: { passes: 2, unsafe_arrows: true }, // The notice stands where Lit is and nowhere else: it costs 60 bytes a file.
      format: { comments: false, ascii_only: charset === 'ascii', preamble: moduleIds.some((id) => id.includes('/lit-html/lit-html.js')) ? NOTICE : '' },
    });
    return { code: made.code, map: null };
  },
});

const plugins = (charset) => [
  typescriptNames,
  nodeResolve({ exportConditions: ['@dvc/source', 'browser', 'production', 'import', 'default'], extensions: ['.ts', '.mjs', '.js'] }),
  // Lit's own templates are small already, and scanning them only warns.
  minifyTemplateLiterals({
    include: ['packages/**'], exclude: ['**/node_modules/**'],
    // A sheet that is only declarations, put into others, is no sheet to the minifier, which then leaves out the whole file.
    options: { shouldMinifyCSS: (template) => template.tag?.toLowerCase() === 'css' && template.parts.some(({ text }) => text.includes('{')) },
  }),
  esbuild({ target: 'es2022', minify: true, charset, legalComments: 'none', tsconfig: 'tsconfig.base.json', sourceMap: false }),
  minified(charset),
];

const strict = (warning, next) => {
  // A cycle between rooms or a missing export is a fault, not a remark.
  if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('node_modules'))) return;
  if (['CIRCULAR_DEPENDENCY', 'UNRESOLVED_IMPORT', 'MISSING_EXPORT'].includes(warning.code)) throw new Error(warning.message);
  next(warning);
};

/** As `sideEffects: false` of these rooms says; node-resolve does not carry that over to paths inside a room. */
const treeshake = { moduleSideEffects: (id) => !/\/packages\/(schema|core|locale|client)\/src\//.test(id) };

/** Modules for `<script type="module">` and bundlers. Shared code and everything rare are chunks with a hash in their names. */
export const modules = {
  input: Object.fromEntries(ENTRIES.filter((name) => !ALONE.includes(name)).map((name) => [name, source(name)])),
  plugins: [alone, ...plugins('utf8')],
  treeshake,
  onwarn: strict,
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: OUT, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js',
    hoistTransitiveImports: false, generatedCode: 'es2015',
  },
};

/** The stand-alone elements. */
export const single = ALONE.map((name) => ({
  ...modules, input: { [name]: source(name) }, plugins: [beside, ...plugins('utf8')], output: { ...modules.output, chunkFileNames: `chunks/${name}-[name]-[hash].js` },
}));

/** One classic script, for a content manager that strips `type="module"`. The exports are at `dvc`, the only global. */
export const classic = {
  input: source('index'),
  // A module is UTF-8 whatever the page says; a classic script has the page's encoding, and old portals are not all UTF-8.
  plugins: plugins('ascii'),
  treeshake,
  onwarn: strict,
  output: { file: `${OUT}/dvc.classic.js`, format: 'iife', name: 'dvc', inlineDynamicImports: true, generatedCode: 'es2015' },
};

/** Types, rolled up: the rooms behind the elements are not published. */
export const types = {
  input: Object.fromEntries(ENTRIES.map((name) => [name, source(name)])),
  plugins: [dts({ tsconfig: 'packages/sdk/tsconfig.json', respectExternal: true, compilerOptions: { composite: false, incremental: false, preserveSymlinks: false } })],
  onwarn: strict,
  output: { dir: OUT, format: 'es', entryFileNames: '[name].d.ts', chunkFileNames: 'types/[name]-[hash].d.ts' },
};

export default [modules, ...single, classic, types];
