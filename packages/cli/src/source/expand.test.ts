import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownPaths, startForm } from '@dvc/core';
import { compilePlan, parse, type FormDocument, type Json, type JsonObject } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import { expand } from './expand.js';
import { opened } from './open.js';
import { sourceOf } from './read.js';

const document = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({ kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', ...schema }, ...more });
const schemaOf = (properties: JsonObject, more: JsonObject = {}) => (expand(document({ properties, ...more })).value as { schema: JsonObject }).schema;

describe('a field with `when`', () => {
  test('moves into a conditional, with what makes it required', () => {
    expect(schemaOf({ parents: { type: 'string' }, father: { type: 'string', when: { parents: ['both-known', 'mother-unknown'] } } }, { required: ['parents', 'father'], additionalProperties: false })).toEqual({
      type: 'object', properties: { parents: { type: 'string' } }, required: ['parents'], unevaluatedProperties: false,
      allOf: [{ if: { properties: { parents: { enum: ['both-known', 'mother-unknown'] } }, required: ['parents'] }, then: { properties: { father: { type: 'string' } }, required: ['father'] } }],
    });
  });
  test('shares a conditional with its equals, after what the author wrote, and uses the name that the condition has', () => {
    const late = { properties: { late: { const: true } }, required: ['late'] };
    const made = schemaOf({ late: { type: 'boolean' }, a: { type: 'string', when: { late: true } }, b: { type: 'string', when: { late: true } } }, { $defs: { isLate: late }, allOf: [{ minProperties: 1 }] });
    expect(made['allOf']).toEqual([{ minProperties: 1 }, { if: { $ref: '#/$defs/isLate' }, then: { properties: { a: { type: 'string' }, b: { type: 'string' } } } }]);
  });
  test('keeps its turn in a group', () => {
    const made = schemaOf({ a: { type: 'string' }, b: { type: 'string', when: { a: 'x' } }, c: { type: 'string' } });
    expect(made['properties']).toEqual({ a: { type: 'string', 'x-dvc': { order: 1 } }, c: { type: 'string', 'x-dvc': { order: 3 } } });
  });
  test('looks from a group to an answer outside of it', () => {
    const made = schemaOf({ status: { type: 'string' }, person: { type: 'object', properties: { name: { type: 'string' }, spouse: { type: 'string', when: { '/status': 'married', name: { filled: true } } } }, required: ['spouse'] } });
    expect(made['allOf']).toEqual([{
      if: { properties: { status: { const: 'married' }, person: { required: ['name'] } }, required: ['status', 'person'] },
      then: { properties: { person: { properties: { spouse: { type: 'string' } }, required: ['spouse'] } } },
    }]);
  });
  test.each<[string, JsonObject, string, string]>([
    ['out of a closed group', { s: { type: 'string' }, g: { type: 'object', unevaluatedProperties: false, properties: { f: { type: 'string', when: { '/s': 'x' } } } } }, 'when-far', '/schema/properties/g/properties/f/when'],
    ['out of a row', { s: { type: 'string' }, l: { type: 'array', items: { type: 'object', properties: { f: { type: 'string', when: { '/s': 'x' } } } } } }, 'when-far', '/schema/properties/l/items/properties/f/when/~1s'],
    ['an unknown word', { s: { type: 'string' }, f: { type: 'string', when: { s: { equals: 'x' } } } }, 'when-shape', '/schema/properties/f/when/s'],
    ['a sentence', { s: { type: 'string' }, f: { type: 'string', when: 's = x' } }, 'when-shape', '/schema/properties/f/when'],
  ])('says what it cannot do: %s', (_, properties, code, path) => {
    expect(expand(document({ properties })).problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
  });
});

test('papers, fees, cases, notices take the short form, and keep a schema as it is', () => {
  const schema = { $ref: '#/$defs/late' };
  const made = expand(document({ properties: { a: { type: 'string' } } }, { papers: [{ id: 'p', title: 'P', when: { a: 'x' }, required: [{ a: 'x' }, { a: 'y' }] }], fees: [{ id: 'f', kind: 'fee', title: 'F', amount: 1, when: schema }] })).value as FormDocument;
  const is = (value: string) => ({ properties: { a: { const: value } }, required: ['a'] });
  expect([made.papers![0]!.when, made.papers![0]!.required, made.fees![0]!.when]).toEqual([is('x'), { anyOf: [is('x'), is('y')] }, schema]);
});

test('translations and references follow a field that moved; problems are told where the author wrote', () => {
  const text = `schema:
  type: object
  properties:
    a: { type: string, title: A }
    b:
      title: B
      type: strong
      when: { a: x }
    c: { $ref: "#/properties/b" }
translations:
  en:
    /schema/properties/b/title: { of: B, text: Bee }
`;
  const { value, at } = opened(sourceOf(text, 'yaml'));
  const made = value as { schema: JsonObject; translations: { en: JsonObject } };
  const place = '/schema/allOf/0/then/properties/b';
  expect(Object.keys(made.translations.en)).toEqual([`${place}/title`]);
  expect((made.schema['properties'] as JsonObject)['c']).toEqual({ $ref: `#${place.slice('/schema'.length)}`, 'x-dvc': { order: 3 } });
  expect([at(`${place}/type`), at('/schema/allOf/0/if/properties/a'), at(`/translations/en/${place.replaceAll('/', '~1')}~1title/text`)]).toEqual([{ line: 7, column: 7 }, { line: 8, column: 7 }, { line: 12, column: 42 }]);
});

test('a document without short forms comes back equal', () => {
  const plain = document({ properties: { when: { type: 'string' }, a: { type: 'object', properties: { when: { type: 'boolean' } } } }, allOf: [{ if: { required: ['when'] }, then: { required: ['a'] } }] });
  expect(expand(plain)).toMatchObject({ value: plain, problems: [] });
});

const scalar = fc.constantFrom('x', 'y', 'z');
const answers = fc.record({ a: scalar, b: fc.boolean(), c: fc.uniqueArray(scalar, { minLength: 1 }), d: fc.integer({ min: 0, max: 9 }), g: fc.record({ e: scalar }) }, { requiredKeys: [] });
const aboutText = fc.oneof(scalar, fc.uniqueArray(scalar, { minLength: 1 }), fc.record({ not: fc.oneof(scalar, fc.uniqueArray(scalar, { minLength: 1 })) }), fc.record({ is: scalar }), fc.record({ filled: fc.boolean() }));
const group = fc.record({
  a: aboutText, b: fc.oneof(fc.boolean(), fc.record({ not: fc.boolean() })), c: fc.record({ has: scalar }),
  d: fc.record({ min: fc.integer({ min: 0, max: 9 }), max: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: ['min'] }), 'g/e': aboutText,
}, { requiredKeys: [] }).filter((tests) => Object.keys(tests).length > 0);
const when = fc.oneof(group, fc.array(group, { minLength: 1, maxLength: 3 }));

/** What the notation says, told a second time and in another way. */
const says = (said: unknown, held: JsonObject): boolean => (Array.isArray(said) ? said.some((each) => says(each, held)) : Object.entries(said as JsonObject).every(([key, test]) => {
  const value = key.split('/').reduce<Json | undefined>((at, name) => (at as JsonObject | undefined)?.[name], held);
  const among = (list: Json | undefined) => [list].flat().some((each) => each === value);
  if (typeof test !== 'object' || Array.isArray(test)) return value !== undefined && among(test);
  const { is, not, filled, min, max, has } = test as Record<string, Json>;
  if (filled === false) return value === undefined;
  return value !== undefined && (is === undefined || among(is)) && (not === undefined || !among(not)) && (min === undefined || (value as number) >= (min as number))
    && (max === undefined || (value as number) <= (max as number)) && (has === undefined || (value as Json[]).includes(has as string));
}));

test('the schema shows and hides as the notation says: the engine and Ajv', () => {
  const authority = ajvAuthority();
  const shared = { a: { type: 'string' }, b: { type: 'boolean' }, c: { type: 'array', items: { enum: ['x', 'y', 'z'] }, uniqueItems: true }, d: { type: 'integer' }, g: { type: 'object', properties: { e: { type: 'string' } } } };
  fc.assert(fc.property(when, when, answers, (first, second, held) => {
    const made = (properties: JsonObject): FormDocument => {
      const { value, problems } = expand(document({ properties: { ...shared, p: { type: 'string', when: first as Json }, ...properties }, required: ['p', ...Object.keys(properties)], unevaluatedProperties: false }));
      expect(problems).toEqual([]);
      return parse(value).document!;
    };
    const [p, q] = [says(first, held), says(first, held) || says(second, held)];
    const both = made({ q: { type: 'string', when: [{ p: 'P' }, ...[second].flat()] } as unknown as Json });
    const data = { ...held, p: 'P', q: 'Q' } as JsonObject;
    const shown = shownPaths(startForm(compilePlan(both), { data, today: '2026-11-21' }));
    expect([shown.includes('/p'), shown.includes('/q')]).toEqual([p, q]);
    expect(authority.accepts(both.schema, { ...held, ...(p ? { p: 'P' } : {}), ...(q ? { q: 'Q' } : {}) } as JsonObject).valid).toBe(true);
    // An `if` that reads p would count it as known: so the authority is asked about p alone.
    const one = made({}).schema;
    expect([authority.accepts(one, { ...held, p: 'P' } as JsonObject).valid, authority.accepts(one, held as JsonObject).valid]).toEqual([p, !p]);
  }), { numRuns: 150 });
});
