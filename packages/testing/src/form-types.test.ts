// The declarations beside the published forms: fresh, and true of every answer that the authority accepts.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { payloadOf, startForm } from '@dvc/core';
import { compilePlan, type FormDocument, type Json } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { formSchemas, likely } from './form-schemas.test-helper.js';
import type { ScenarioFile } from './scenarios.js';

const root = resolve(import.meta.dirname, '../../..');
const SCRIPT = '../../../scripts/make-form-types.mjs';
const { formTypes, publishedForms } = await import(SCRIPT) as { formTypes(document: unknown): string; publishedForms(): { document: FormDocument; target: string }[] };
const published = publishedForms();

/** The compiler's complaints about modules that stand in memory. */
function complaints(modules: Record<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts'], types: [], allowImportingTsExtensions: true,
  };
  const files = new Map(Object.entries(modules).map(([name, code]) => [join(root, 'packages/sdk/src', name), code]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => (files.has(name) ? ts.createSourceFile(name, files.get(name)!, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest));
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((found) => `${found.file?.fileName.split('/').at(-1)}: ${found.file?.text.slice(found.start, found.start! + 60)}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`);
}
/** JSON is also a type: that of this one value. */
const typeOf = (value: unknown) => JSON.stringify(value);

describe.each(published.map(({ document, target }) => [document.id, document, target] as const))('%s', (_, document, target) => {
  const types = formTypes(document);
  const { scenarios, today } = JSON.parse(readFileSync(target.replace(/\.d\.ts$/, '.scenarios.json'), 'utf8')) as ScenarioFile;
  const plan = compilePlan(document);
  const accepts = ajvAuthority().authorityFor(document.schema);
  const sent = scenarios.map((scenario) => payloadOf(startForm(plan, { data: scenario.answers, defaults: true, today: scenario.today ?? today }))).filter((payload) => accepts.accepts(payload).valid);

  test('its declaration is fresh: else run node scripts/make-form-types.mjs', () => {
    expect(readFileSync(target, 'utf8')).toBe(types);
  });

  test('what its scenarios send has the declared type, and no name that is not declared', () => {
    expect(sent.length).toBeGreaterThan(0);
    expect(complaints({ 'generated.d.ts': types, 'user.ts': `import type { FormData } from './generated.js';\n${sent.map((payload, at) => `export const sent${at}: FormData = ${JSON.stringify(payload)};`).join('\n')}` })).toEqual([]);
  });

  test('and the declaration refuses: an answer that is missing, of another type, not among the choices, or unheard of', () => {
    const refused = (change: (answers: Record<string, Json>) => void) => {
      const answers = structuredClone(sent[0]!);
      change(answers);
      expect(accepts.accepts(answers).valid).toBe(false);
      expect(complaints({ 'generated.d.ts': types, 'user.ts': `import type { FormData } from './generated.js';\nexport const sent: FormData = ${JSON.stringify(answers)};` })).toHaveLength(1);
    };
    const [name] = document.schema['required'] as string[];
    refused((answers) => { delete answers[name!]; });
    refused((answers) => { answers[name!] = 7; });
    refused((answers) => { answers['unheard-of'] = 'x'; });
    const choice = Object.entries(document.schema['properties'] as Record<string, Record<string, Json>>).find(([key, { oneOf }]) => oneOf && key in sent[0]!)![0];
    refused((answers) => { answers[choice] = 'none of these'; });
  });
});

test('for any form-like schema: what Ajv accepts fits the inferred and the generated type, and both know the same paths', () => {
  const authority = ajvAuthority();
  const modules: Record<string, string> = {};
  let values = 0;
  fc.assert(fc.property(formSchemas(), fc.infiniteStream(fc.nat()), (schema, numbers) => {
    const { accepts } = authority.authorityFor(schema);
    const accepted = Array.from({ length: 150 }, () => likely(schema, numbers)).filter((value) => accepts(value).valid).slice(0, 8);
    values += accepted.length;
    const at = Object.keys(modules).length / 2;
    modules[`generated${at}.d.ts`] = formTypes({ id: 'a/b', version: '1.0.0', title: 'A', schema });
    modules[`user${at}.ts`] = `
      import type { FormData as Inferred, PathsOf } from './schema-types.ts';
      import type { FormData, FormPath } from './generated${at}.js';
      const schema = ${JSON.stringify(schema)} as const;
      type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : [A, 'lacks', Exclude<B, A>] : [Exclude<A, B>, 'unknown to', B];
      export const samePaths: Same<PathsOf<Inferred<typeof schema>>, FormPath> = true;
      ${accepted.map((value, i) => `declare const v${i}: ${typeOf(value)}; export const a${i}: Inferred<typeof schema> = v${i}; export const b${i}: FormData = v${i};`).join('\n')}
    `;
  }), { seed: 20261121, numRuns: 40 });
  expect(values).toBeGreaterThan(150);
  expect(complaints(modules)).toEqual([]);
}, 120_000);

test('no words of a document get out of their place', () => {
  const hostile = ['*/ export type Free = 1; /*', 'a\n// b', "it's \\", '`${x}`', '"', 'a\u2028b', '\u202ecba', 'constructor', 'a/b~c', 'ngày sinh'];
  const properties = Object.fromEntries(hostile.map((text) => [text, { title: text, description: text, oneOf: [{ const: text, title: text }, { const: `${text}2`, title: text }] }]));
  const types = formTypes({ id: hostile[0], version: '1.0.0', title: hostile.join(' '), schema: { type: 'object', title: hostile[0], properties, required: hostile, $defs: {} } });
  const names = hostile.map((text) => JSON.stringify(text)).join(' | ');
  const paths = hostile.map((text) => JSON.stringify(`/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`)).join(' | ');
  expect(complaints({ 'generated.d.ts': types, 'user.ts': `
    import type * as All from './generated.js';
    type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : false : false;
    export const names: Same<keyof All.FormData, ${names}> = true;
    export const paths: Same<All.FormPath, ${paths}> = true;
    export const values: Same<All.FormData["a/b~c"], "a/b~c" | "a/b~c2"> = true;
    // @ts-expect-error nothing else is exported
    export type Free = All.Free;
  ` })).toEqual([]);
  expect(types).not.toMatch(/[\u2028\u202e]/);
});

test('a form that refers to itself has a type that does too', () => {
  const types = formTypes({ id: 'a/b', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { name: { type: 'string' }, family: { $ref: '#/$defs/tree' }, again: { $ref: '#' } }, $defs: { tree: { type: 'array', items: { $ref: '#/$defs/node' } }, node: { type: 'object', properties: { below: { $ref: '#/$defs/tree', title: 'Con' } } } } } });
  expect(complaints({ 'generated.d.ts': types, 'user.ts': `
    import type { FormData, FormPath, Node, Tree } from './generated.js';
    export const data: FormData = { again: { again: { name: 'A' } }, family: [{ below: [{ below: [] }] }] };
    export const tree: Tree = [data.family![0]!] satisfies Node[];
    export const paths: FormPath[] = ['/again/again/name', '/family/0/below/1'];
    // @ts-expect-error a list, not a text
    export const wrong: FormData = { family: [{ below: [{ below: 'x' }] }] };
  ` })).toEqual([]);
});
