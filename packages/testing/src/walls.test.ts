// The walls hold twice: the linter says where the code belongs, the compiler refuses to build it.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Messages of the linter for `code`, as if it stood in `file` (an existing file, since type-aware rules ask the project for it). */
async function lint(eslint: ESLint, file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return result!.messages.map((found) => `${found.ruleId ?? 'parse'}: ${found.message}`);
}

/** Errors of the compiler when `code` stands in a new file of a room, under that room's own settings. */
function compile(room: string, code: string, config = 'tsconfig.json'): string[] {
  const folder = join(root, 'packages', room);
  const parsed = ts.getParsedCommandLineOfConfigFile(join(folder, config), { noEmit: true }, {
    ...ts.sys, onUnRecoverableConfigFileDiagnostic: (found) => { throw new Error(ts.flattenDiagnosticMessageText(found.messageText, '\n')); },
  })!;
  const file = join(folder, 'src', 'zz-wall.ts');
  const host = ts.createCompilerHost(parsed.options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? code : readFile(name));
  host.getSourceFile = (name, version) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram({ rootNames: [file], options: parsed.options, host, projectReferences: parsed.projectReferences });
  return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...program.getSemanticDiagnostics(program.getSourceFile(file))]
    .map((found) => `TS${found.code} ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`);
}

describe('an import against the arrows', () => {
  let eslint: ESLint;
  beforeAll(() => { eslint = new ESLint({ cwd: root }); });

  test.each([
    ['packages/core/src/ports.ts', '@dvc/ui', /core may not import ui: .*packages\/elements/],
    ['packages/ui/src/model.ts', '@dvc/core', /ui may not import core: .*packages\/elements/],
    ['packages/schema/src/pointer.ts', '@dvc/core', /schema may not import core/],
    ['packages/locale/src/index.ts', '@dvc/schema', /locale imports nothing of ours/],
    ['packages/client/src/index.ts', '@dvc/elements', /client may not import elements/],
    ['packages/server/src/index.ts', '@dvc/client', /server may not import client/],
    ['packages/sdk/src/index.ts', '@dvc/core', /sdk may not import core: export it from packages\/elements/],
    ['packages/sdk/src/index.ts', 'lit', /Lit lives in packages\/ui and packages\/elements alone/],
    ['packages/core/src/ports.ts', 'ajv', /packages\/schema\/src\/node alone/],
    ['packages/schema/src/pointer.ts', 'ajv/dist/2020.js', /packages\/schema\/src\/node alone/],
    ['packages/elements/src/index.ts', '@dvc/schema/node', /runs in Node alone/],
    ['packages/elements/src/index.ts', '@dvc/testing', /tests, stories and scripts/],
    ['packages/core/src/ports.ts', '../../ui/src/model.js', /by its name, not by a path/],
    ['packages/client/src/index.ts', 'node:fs', /also runs in a browser/],
  ])('%s ← %s fails lint and is told where to go', async (file, source, message) => {
    expect(await lint(eslint, file, `import ${JSON.stringify(source)};\n`)).toContainEqual(expect.stringMatching(message));
    expect(await lint(eslint, file, `export const late = () => import(${JSON.stringify(source)});\n`)).toContainEqual(expect.stringMatching(message));
  });

  test.each([
    ['packages/elements/src/index.ts', '@dvc/ui'],
    ['packages/core/src/ports.ts', '@dvc/schema'],
    ['packages/schema/src/node/index.ts', 'ajv'],
    ['packages/core/src/form/any.test.ts', '@dvc/testing'],
  ])('%s ← %s is allowed', async (file, source) => {
    const found = await lint(eslint, file, `import ${JSON.stringify(source)};\n`);
    expect(found.filter((line) => line.startsWith('walls/'))).toEqual([]);
  });

  test.each([['core', '@dvc/ui/model.js'], ['ui', '@dvc/core/ports.js'], ['schema', '@dvc/core/ports.js']])('%s ← %s fails the build', (room, source) => {
    expect(compile(room, `import ${JSON.stringify(source)};\nexport {};\n`)).toContainEqual(expect.stringMatching(/^TS(6059|6307|2307|2882) /));
  });

  test('a form is data: markup from text and code from text fail lint', async () => {
    const file = 'packages/ui/src/model.ts';
    for (const code of [
      'export const set = (e: Element, text: string) => { e.innerHTML = text; };',
      "import { unsafeHTML } from 'lit/directives/unsafe-html.js'; export { unsafeHTML };",
      "export const run = (text: string): unknown => eval(text);",
      'export const run = (text: string) => new Function(text);',
      "import { html } from 'lit'; export const view = () => html`<p style=\"color: red\"></p>`;",
      "import { css } from 'lit'; export const sheet = css`p { margin: 1rem }`;",
    ]) expect(await lint(eslint, file, code), code).not.toEqual([]);
  });
});

describe('a document in a room without a page', () => {
  test.each(['core', 'schema', 'locale'])('%s fails the build', (room) => {
    expect(compile(room, 'export const title = document.title;\n')).toContainEqual(expect.stringMatching(/^TS(2584|2304) .*'document'/));
    expect(compile(room, 'export const now = process.hrtime();\n')).toContainEqual(expect.stringMatching(/^TS2(304|580|591) .*'process'/));
  });

  test('the room of the elements may have one', () => {
    expect(compile('ui', 'export const title = document.title;\n')).toEqual([]);
  });
});

test('the rule and the project references draw the same arrows', async () => {
  const path = '../../../scripts/lint/walls.mjs';
  const { ROOMS } = await import(path) as { ROOMS: Record<string, string[]> };
  for (const [room, allowed] of Object.entries(ROOMS)) {
    if (room === 'testing') continue;
    const { references = [] } = ts.parseConfigFileTextToJson('tsconfig.json', readFileSync(join(root, 'packages', room, 'tsconfig.json'), 'utf8')).config as { references?: { path: string }[] };
    const rooms = new Set(references.map(({ path }) => path.split('/')[1]));
    expect([...rooms].sort(), room).toEqual([...allowed].sort());
  }
});
