// Ordinary schemas with something in the wrong place.
import type { Json, JsonObject } from '@dvc/schema';
import type { Random } from '../random/random.js';
import { KEYWORDS, MARKUP, NAMES, NUMBERS, SLOW_PATTERNS } from './words.js';

/** Schemas as agencies write them, one for each shape of the language. */
export const ORDINARY: readonly JsonObject[] = [
  { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', title: 'Tờ khai', required: ['fullName', 'birthDate'], properties: { fullName: { type: 'string', title: 'Họ và tên', minLength: 1, maxLength: 100 }, birthDate: { type: 'string', format: 'date' }, sex: { oneOf: [{ const: 'm', title: 'Nam' }, { const: 'f', title: 'Nữ' }] }, copies: { type: 'integer', minimum: 0, maximum: 20, default: 1 }, agreed: { type: 'boolean' } }, if: { properties: { sex: { const: 'f' } }, required: ['sex'] }, then: { properties: { maiden: { type: 'string' } }, required: ['maiden'] }, unevaluatedProperties: false },
  { $schema: 'http://json-schema.org/draft-07/schema#', definitions: { person: { type: 'object', properties: { name: { type: 'string' }, spouse: { $ref: '#/definitions/person' }, children: { type: 'array', items: { $ref: '#/definitions/person' } } }, required: ['name'] } }, $ref: '#/definitions/person' },
  { type: 'object', properties: { pet: { oneOf: [{ title: 'Mèo', type: 'object', properties: { kind: { const: 'cat' }, lives: { type: 'integer' } }, required: ['kind', 'lives'] }, { title: 'Chó', type: 'object', properties: { kind: { const: 'dog' }, breed: { type: 'string' } }, required: ['kind'] }] } }, required: ['pet'] },
  { type: 'object', properties: { value: { type: ['string', 'boolean', 'object', 'array', 'null'], properties: { a: { type: 'integer' } }, items: { type: 'string' } }, other: { anyOf: [{ type: 'integer' }, { type: 'string', maxLength: 3 }, { type: 'null' }] } } },
  { type: 'object', properties: { own: { type: 'string' } }, additionalProperties: { type: 'integer', minimum: 1 }, patternProperties: { '^n': { type: 'string' } }, propertyNames: { maxLength: 8 }, minProperties: 1, maxProperties: 5 },
  { type: 'array', items: { type: 'object', properties: { a: { type: 'string', title: 'A' }, tags: { type: 'array', uniqueItems: true, items: { enum: ['x', 'y', 'z'] } } }, required: ['a'] }, minItems: 1, maxItems: 4, contains: { required: ['tags'] } },
  { type: 'object', properties: { point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false }, a: { type: 'string' }, b: { type: 'string' } }, dependentRequired: { a: ['b'] }, dependentSchemas: { b: { properties: { c: { type: 'string', minLength: 1 } } } }, allOf: [{ properties: { a: { maxLength: 9 } } }], anyOf: [{ required: ['a'] }, { required: ['b'] }], not: { required: ['x'] } },
  { $id: 'https://example.org/root.json', type: 'object', $defs: { text: { $anchor: 'text', type: 'string', pattern: '^[A-Z]+$' }, part: { $id: 'part.json', type: 'object', properties: { a: { $ref: '#/$defs/b' } }, $defs: { b: { type: 'integer' } } } }, properties: { a: { $ref: '#text' }, b: { $ref: 'part.json' }, c: { $ref: 'https://example.org/root.json#/$defs/text', title: 'C', readOnly: true } } },
  { $schema: 'http://json-schema.org/draft-04/schema#', id: 'http://example.org/x.json', type: 'object', properties: { a: { type: 'number', minimum: 0, exclusiveMinimum: true, required: true }, b: { type: 'array', items: [{ type: 'string' }, { $ref: '#/definitions/b' }], additionalItems: false } }, dependencies: { a: ['b'], b: { properties: { c: {} } } }, definitions: { b: { type: 'string' } } },
];

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any value that is wrong somewhere. */
export function wrong(random: Random): Json {
  return random.pick<() => Json>([
    () => null, () => true, () => false, () => random.pick(NUMBERS), () => random.pick(MARKUP), () => random.pick(NAMES), () => [], () => ({}), () => [random.pick(NUMBERS), null, 'a'], () => [[]], () => [{}], () => ({ a: 1 }), () => ({ $ref: '#' }), () => ({ $ref: '#/$defs/none' }), () => ({ type: 'text' }), () => ['a', 'a'],
    () => random.pick(SLOW_PATTERNS), () => ({ [random.pick(NAMES)]: { [random.pick(KEYWORDS)]: random.pick(NUMBERS) } }), () => structuredClone(random.pick(ORDINARY)), () => [structuredClone(random.pick(ORDINARY))], () => 'a'.repeat(random.below(200)),
  ])();
}

/** A copy with a few places changed. */
export function mutated(random: Random, schema: Json): Json {
  const root: { schema: Json } = { schema: structuredClone(schema) };
  for (let i = random.below(4); i >= 0; i--) {
    const places: [JsonObject, string][] = [];
    const walk = (at: Json): void => {
      if (typeof at !== 'object' || at === null) return;
      for (const name of Object.keys(at)) {
        places.push([at as JsonObject, name]);
        if (places.length < 2000) walk((at as JsonObject)[name]!);
      }
    };
    walk(root as unknown as Json);
    const [holder, name] = random.pick(places);
    const value = holder[name]!;
    switch (random.below(5)) {
      case 0: holder[name] = wrong(random); break;
      case 1: if (name !== 'schema') delete holder[name]; break;
      case 2: if (isObject(value)) set(value, random.chance(0.7) ? random.pick(KEYWORDS) : random.pick(NAMES), wrong(random)); else holder[name] = wrong(random); break;
      case 3: holder[name] = { [random.pick(KEYWORDS)]: value }; break;
      default: { const [, other] = random.pick(places); const from = random.pick(places)[0]; holder[name] = structuredClone(Object.hasOwn(from, other) ? from[other]! : value); }
    }
  }
  return root.schema;
}

/** Every keyword with a value of any kind. */
export function misused(random: Random): Json {
  const made: JsonObject = { type: 'object', properties: { a: { type: 'string' } } };
  for (let i = random.below(6); i >= 0; i--) set(random.chance(0.5) || !isObject(made['properties']) ? made : made['properties'], random.pick(KEYWORDS), wrong(random));
  return made;
}

function set(object: JsonObject, name: string, value: Json): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
