import fc from 'fast-check';
import { expect, test } from 'vitest';
import { join, split } from '../pointer.js';
import type { Json, JsonSchema, Path, Pattern } from '../types.js';
import { jsonSchemas, jsonValues } from '@dvc/testing/random/json-schemas.js';
import { compileSchema, SchemaError } from './index.js';

const reads = (schema: JsonSchema, root = schema) => [...compileSchema(schema, root).reads].sort();
const person: JsonSchema = { properties: { sex: { enum: ['m', 'f'] }, age: { minimum: 18 } } };

test.each<[JsonSchema, string[]]>([
  [{}, []], [true, []], [false, ['']], [{ type: 'string', minLength: 1, format: 'date' }, ['']],
  [{ properties: { parents: { const: 'x' } }, required: ['parents'] }, ['/parents']],
  [{ type: 'object', properties: { child: person } }, ['/child/age', '/child/sex']],
  [{ properties: { members: { items: person } } }, ['/members/*/age', '/members/*/sex']],
  [{ properties: { members: { contains: person, minItems: 1 } } }, ['/members/*', '/members/*/age', '/members/*/sex']],
  [{ properties: { a: { const: { x: 1 } }, 'b/c': { enum: [1] } } }, ['/a/**', '/b~1c']],
  [{ properties: { a: { properties: { x: { const: 1 } }, additionalProperties: false } }, required: ['a'] }, ['/a/**']],
  [{ if: { required: ['a'] }, then: { required: ['b'] }, else: { properties: { c: false } } }, ['/a', '/b', '/c']],
  [{ dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } }, ['/a', '/b', '/c', '/d']],
  [{ prefixItems: [{ const: 1 }, true, { const: 2 }] }, ['/0', '/2']],
  [{ uniqueItems: false, unevaluatedProperties: true }, []],
  [{ $ref: '#/$defs/p', $defs: { p: person } }, ['/age', '/sex']],
  [{ $ref: '#/$defs/t', $defs: { t: { properties: { n: { const: 1 }, c: { $ref: '#/$defs/t' } } } } }, ['/c/**', '/n']],
  ...Object.entries<Json>({
    additionalProperties: false, unevaluatedProperties: false, unevaluatedItems: false, minProperties: 1, maxProperties: 1,
    propertyNames: { maxLength: 1 }, patternProperties: { '^a': false }, uniqueItems: true,
  }).map(([keyword, given]): [JsonSchema, string[]] => [{ properties: { list: { [keyword]: given } } }, ['/list/**']]),
  [{ properties: { name: { type: 'string' }, child: { $ref: '#' } } }, ['/child/**', '/name']],
])('%j reads %j', (schema, expected) => expect(reads(schema)).toEqual(expected));

test('keywords that are left out are not read', () => {
  const schema: JsonSchema = { properties: { a: { const: 1 } }, required: ['b'] };
  expect(compileSchema(schema, schema, { omit: new Set(['properties']) }).reads).toEqual(['/b']);
});

/** The contract of CompiledSchema.reads, word for word. */
function covers(pattern: Pattern, path: Path): boolean {
  const below = pattern.endsWith('/**');
  const want = split(below ? pattern.slice(0, -3) : pattern);
  const have = split(path);
  return want.slice(0, have.length).every((token, i) => token === '*' || token === have[i]) && (have.length <= want.length || below);
}

const paths = (value: Json, at: Path = ''): Path[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Array.isArray(value) ? [...value.flatMap((v, i) => paths(v, join(at, i))), join(at, value.length)] : [...Object.keys(value).flatMap((k) => paths(value[k], join(at, k))), join(at, 'a'), join(at, 'new')];
  return [at, ...inside];
};

/** A copy with another value (or none, where it can be left out) at the path. */
function change(value: Json, tokens: string[], next: Json | undefined): Json {
  const [token, ...rest] = tokens;
  if (token === undefined) return next ?? null;
  if (Array.isArray(value)) {
    const copy = [...value];
    if (rest.length === 0 && next === undefined && Number(token) === copy.length - 1) copy.pop();
    else copy[Number(token)] = change(copy[Number(token)] ?? null, rest, next);
    return copy;
  }
  const copy = { ...(value as Record<string, Json>) };
  if (rest.length === 0 && next === undefined) delete copy[token];
  else copy[token] = change(copy[token] ?? null, rest, next);
  return copy;
}

/** So few that a random value often has what a random schema asks for. */
const FEW = ['a', 'b', 'c/d'];

test('a change outside the read-set never changes the verdict', () => {
  let outside = 0;
  fc.assert(fc.property(jsonSchemas({ names: FEW }), jsonValues(FEW), fc.nat(), fc.option(jsonValues(FEW), { nil: undefined }), (schema, value, pick, next) => {
    let compiled;
    try {
      compiled = compileSchema(schema, schema);
    } catch (error) {
      if (error instanceof SchemaError) return;
      throw error;
    }
    const before = compiled.test(value);
    const candidates = paths(value).filter((path) => !compiled.reads.some((pattern) => covers(pattern, path)));
    if (!candidates.length) return;
    outside++;
    const path = candidates[pick % candidates.length]!;
    const changed = change(value, split(path), next);
    expect(compiled.test(changed), `${JSON.stringify(schema)} ${JSON.stringify(compiled.reads)} ${JSON.stringify(value)} → ${JSON.stringify(changed)} at ${path}`).toBe(before);
  }), { seed: 45, numRuns: 10_000 });
  expect(outside).toBeGreaterThan(2500);
});
