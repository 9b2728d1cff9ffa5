import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTypes } from '../../../../scripts/make-types.mjs';
import { compilePlan, PlanError } from '../plan/index.js';
import type { Json } from '../types.js';
import { inspect } from './inspect.js';
import { parse } from './parse.js';

const folder = new URL('../../../../schemas/cases/valid/', import.meta.url);
const valid = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Json);
const codes = (input: unknown) => parse(input).problems.map(({ code }) => code);
const tiny = { kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: {} as Record<string, Json> } };

describe('parse', () => {
  test('says everything at once', () => {
    const { problems } = parse({ kind: 'form', id: 1, version: '1.0.0', schema: { properties: { a: { pattern: '(' } } }, steps: {}, papers: [{ id: 'p' }] });
    expect(problems.map(({ path, code }) => `${code} ${path}`)).toEqual([
      'bad-regex /schema/properties/a/pattern', 'wrong-type /id', 'missing ', 'wrong-type /steps', 'missing /papers/0',
    ]);
  });

  test('takes no more than 1 MiB, 32 levels, 1,000 fields, 200 steps, 500 rules', () => {
    expect(codes(JSON.stringify({ ...tiny, papers: Array.from({ length: 300 }, (_, i) => ({ id: `p${i}`, title: 'x'.repeat(3900) })) }))).toEqual(['too-large']);
    const fields = (n: number) => ({ ...tiny, schema: { type: 'object', properties: Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}`, { type: 'string' }])) } });
    expect(codes(fields(1000))).toEqual([]);
    expect(codes(fields(1001))).toEqual(['too-many']);
    const steps = (n: number) => ({ ...tiny, steps: Array.from({ length: n }, (_, i) => ({ id: `s${i}`, title: 'S' })) });
    expect(codes(steps(200))).toEqual([]);
    expect(codes(steps(201))).toEqual(['too-many']);
    const rules = (n: number) => ({ ...tiny, rules: { checks: Array.from({ length: n }, () => ({ that: true, at: '/a', message: 'M' })) } });
    expect(codes(rules(500))).toEqual([]);
    expect(codes(rules(501))).toEqual(['too-many']);
  });

  test('ends on what has no end', () => {
    const ring: Record<string, unknown> = { ...tiny };
    ring.schema = ring;
    expect(codes(ring)).toContain('too-deep');
    let shared: unknown = 'x';
    for (let i = 0; i < 30; i++) shared = [shared, shared];
    expect(codes({ ...tiny, description: shared })).toEqual(['too-large']);
    expect(codes('['.repeat(500_000))).toEqual(['not-json']);
    expect(codes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual(['too-deep']);
  });

  test('counts what references stand for, without walking it', () => {
    const $defs: Record<string, Json> = { a0: {} };
    for (let i = 1; i < 900; i++) $defs[`a${i}`] = { allOf: [{ $ref: `#/$defs/a${i - 1}` }, { $ref: `#/%24defs/a${i - 1}` }] };
    const start = performance.now();
    expect(codes({ ...tiny, schema: { type: 'object', $defs, $ref: '#/$defs/a899' } })).toEqual(['too-many']);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('refuses names that JavaScript has already, and leaves Object alone', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']) {
      expect(codes(JSON.stringify({ ...tiny, schema: { type: 'object', properties: {} } }).replace('"properties":{}', `"properties":{"${name}":{"polluted":true}}`))).toEqual(['unsafe-name']);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([undefined, null, 1, 'x', [], () => 1, Number.NaN])('%s is no document', (input) => {
    expect(parse(input).document).toBeUndefined();
    expect(inspect(input).length).toBeGreaterThan(0);
  });

  test('never throws, whatever is changed; what it takes, compile takes or refuses by name; inspect is the stricter', () => {
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<Json>('', '/a', '#/$defs/x', '#', [], {}, true, false, -1, 1e21, ['a', 1], { $ref: '#' }, { var: 1 }, { type: 5 })) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 3 }), (document, changes) => {
        const changed = structuredClone(document);
        for (const [place, value] of changes) replaceAt(changed, place, value);
        const before = JSON.stringify(changed);
        const parsed = parse(changed);
        if (inspect(changed).length === 0) expect(parsed.problems).toEqual([]);
        if (parsed.document) {
          try {
            compilePlan(parsed.document);
          } catch (error) {
            if (!(error instanceof PlanError)) throw error;
          }
        }
        expect(JSON.stringify(changed)).toBe(before);
      }),
      { seed: 20261121, numRuns: 1500 },
    );
  });
});

/** Puts `value` at the place-th name or index of the document, in order, round and round. */
function replaceAt(document: Json, place: number, value: Json): void {
  const places: [Record<string, Json>, string][] = [];
  const walk = (at: Json) => {
    if (typeof at !== 'object' || at === null) return;
    for (const name of Object.keys(at)) {
      places.push([at as Record<string, Json>, name]);
      walk((at as Record<string, Json>)[name]!);
    }
  };
  walk(document);
  const [holder, name] = places[place % places.length]!;
  holder[name] = structuredClone(value);
}

describe('what travels', () => {
  const bundle = (file: string) =>
    buildSync({ entryPoints: [fileURLToPath(new URL(file, import.meta.url))], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, metafile: true, logLevel: 'error' });

  test('parse is at most 2.5 KB, and neither it nor inspect brings Ajv or the schema file', () => {
    const parsed = bundle('./parse.ts');
    expect(gzipSync(parsed.outputFiles[0]!.contents, { level: 9 }).length).toBeLessThanOrEqual(2560);
    for (const made of [parsed, bundle('./inspect.ts'), bundle('./document-of.ts')]) {
      expect(Object.keys(made.metafile.inputs).filter((input) => /ajv|recheck|form-document\.schema/.test(input))).toEqual([]);
    }
  });

  test('form-document.schema.ts is that of the schema file (else: node scripts/make-types.mjs)', () => {
    expect(readFileSync(new URL('./form-document.schema.ts', import.meta.url), 'utf8')).toBe(makeTypes());
  });

  test('every property of the language is explained in Vietnamese and English', () => {
    const missing: string[] = [];
    const visit = (schema: Record<string, Json>, path: string) => {
      for (const [name, part] of Object.entries((schema.properties ?? {}) as Record<string, Json>)) {
        const child = part as Record<string, Json>;
        const ref = typeof child.$ref === 'string' ? (language.$defs as Record<string, Record<string, Json>>)[child.$ref.replace('#/$defs/', '')] : undefined;
        const text = child.description ?? ref?.description;
        if (typeof part === 'object' && !(schema.then === undefined && path.endsWith('/type')) && !/.+ \/ .+/.test(String(text))) missing.push(`${path}/${name}`);
        if (typeof part === 'object') visit(child, `${path}/${name}`);
      }
    };
    const language = JSON.parse(readFileSync(new URL('../../../../schemas/form-document.schema.json', import.meta.url), 'utf8')) as Record<string, Json>;
    visit(language, '');
    for (const [name, schema] of Object.entries(language.$defs as Record<string, Record<string, Json>>)) visit(schema, name);
    expect(missing).toEqual(['/schema/type']);
  });
});
