import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import walls from './scripts/lint/walls.mjs';

const DATA = 'A form is data: nothing of it becomes HTML or code.';
const SHEETS = 'The strict policy (style-src \'self\') refuses it: use a constructable style sheet.';
const template = (tags, pattern) => `TaggedTemplateExpression[tag.name=/^(${tags})$/] TemplateElement[value.raw=/${pattern}/]`;

/** What the strict policy, or the first design decision, forbids in everything that ships. */
const forbidden = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc)$/]', message: DATA },
  { selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^(write|writeln)$/]', message: DATA },
  { selector: template('html|svg', '\\sstyle='), message: SHEETS },
  { selector: template('html|svg', '<style'), message: SHEETS },
  { selector: template('html|svg', '[.]innerHTML='), message: DATA },
  { selector: template('css', '\\d(rem)\\b'), message: 'rem follows the host page (Bootstrap 3: html{font-size:10px}): use em or px.' },
  { selector: 'Decorator', message: 'Vite leaves decorators in its output: use static properties and declare.' },
];
const unsafe = [
  'unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'unsafe-static',
].flatMap((name) => [`lit/directives/${name}.js`, `lit-html/directives/${name}.js`, `lit/${name}.js`]).concat('lit/static-html.js').map((name) => ({ name, message: DATA }));

const unusedVars = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }];

export default ts.config(
  { ignores: ['**/node_modules/', '**/dist/', '.cache/', 'storybook-static/', 'coverage/', '**/*.d.ts', '**/generated/'] },
  js.configs.recommended,
  // A variable that is set before a try and again in it is no fault; TypeScript sees the ones that are.
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: { 'no-useless-assignment': 'off' } },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommended, ts.configs.stylistic],
    plugins: { walls },
    rules: {
      'walls/walls': 'error',
      '@typescript-eslint/no-unused-vars': unusedVars,
      // Plain functions in tables and long unions read better as types; both are fine.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error', 'no-script-url': 'error',
    },
  },
  {
    // A promise that nobody waits for loses its error: worth the type information, in shipped code.
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-helper.ts', '**/*.e2e.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbidden], 'no-restricted-imports': ['error', { paths: unsafe }] },
  },
  {
    // Tests count on throwing, odd values and empty handlers; some put HTML into a page to attack us with it.
    files: ['**/*.test.ts', '**/*.test-helper.ts', '**/*.e2e.ts', 'packages/testing/**/*.ts', 'stories/**/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['packages/{schema,core,locale}/src/**/*.ts'],
    ignores: ['packages/schema/src/node/**', '**/*.test.ts', '**/*.test-helper.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['document', 'window', 'self', 'navigator', 'location', 'fetch', 'localStorage', 'sessionStorage', 'indexedDB', 'process', 'Buffer', 'setTimeout', 'setInterval']
        .map((name) => ({ name, message: 'This room is pure: the world outside is reached through packages/core/src/ports.ts, implemented in packages/client.' }))],
    },
  },
  {
    files: ['packages/{ui,elements}/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { globals: globals.browser },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-map': 'off',
      'lit/quoted-expressions': ['error', 'never'],
      'lit/no-this-assign-in-render': 'error',
      // Guarding the define is one function of ours, so that two copies on one page never throw.
      'wc/guard-define-call': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    plugins: { walls },
    languageOptions: { globals: { ...globals.node } },
    rules: { 'walls/walls': 'error', 'no-unused-vars': unusedVars, 'no-empty': ['error', { allowEmptyCatch: true }] },
  },
  {
    files: ['examples/**/*.js', 'stories/**/*.js', 'bench/**/*.js', 'packages/testing/**/*.js', 'packages/cli/templates/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    // A portal's own script, with its habits: the form must bear them.
    files: ['examples/**/*.js'],
    rules: { 'no-self-assign': 'off', 'no-var': 'off' },
  },
  {
    // Functions that a script sends into a page. B is the benchmark's own runtime there.
    files: ['bench/**/*.mjs', 'scripts/**/*.mjs'],
    languageOptions: { globals: { ...globals.browser, ...globals.node, B: 'readonly' } },
    rules: { 'no-redeclare': ['error', { builtinGlobals: false }] },
  },
);
