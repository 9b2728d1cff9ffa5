// Random schemas as authors of forms write them, and answers that have a fair chance to fit.
import type { Json, JsonSchemaObject } from '@dvc/schema';
import fc from 'fast-check';

/** No `toString`: to TypeScript every object has that one already. */
const NAMES = ['a', 'b', 'c', 'd/e', 'f~g', "it's"];
const LEAVES: JsonSchemaObject[] = [
  { type: 'string' }, { type: 'string', format: 'date', title: 'Ngày' }, { type: 'string', enum: ['x', 'y'] }, { type: 'integer', default: 1 }, { type: 'number' }, { type: ['string', 'null'] },
  { type: 'boolean' }, { const: 'x' }, { type: 'boolean', const: true }, { oneOf: [{ const: 'x', title: 'X' }, { const: 'y' }] }, { type: 'string', oneOf: [{ const: 'x' }, { const: 'z' }] },
  { enum: ['x', 1, null] }, { anyOf: [{ type: 'string' }, { type: 'integer' }] }, { anyOf: [{ type: 'null' }, { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }] }, {},
];
const name = fc.constantFrom(...NAMES);
const leaf = fc.constantFrom(...LEAVES);
const whenA = { properties: { a: { const: 'x' } }, required: ['a'] };

/** An object at the root, as in every form. */
export function formSchemas(): fc.Arbitrary<JsonSchemaObject> {
  const { object } = fc.letrec<{ object: JsonSchemaObject; any: JsonSchemaObject }>((tie) => ({
    any: fc.oneof({ maxDepth: 2, depthSize: 'small', withCrossShrink: true }, { arbitrary: leaf, weight: 4 }, { arbitrary: tie('object'), weight: 2 },
      tie('any').map((items): JsonSchemaObject => ({ type: 'array', items })),
      fc.tuple(fc.array(leaf.filter((each) => Object.keys(each).length > 0), { minLength: 1, maxLength: 3 }), fc.option(fc.oneof(fc.constant(false), leaf), { nil: undefined }), fc.nat({ max: 2 }))
        .map(([prefixItems, items, minItems]): JsonSchemaObject => ({ type: 'array', prefixItems, ...(items === undefined ? {} : { items }), minItems: Math.min(minItems, prefixItems.length) })),
      tie('any').map((additionalProperties): JsonSchemaObject => ({ type: 'object', additionalProperties })),
      fc.constantFrom<JsonSchemaObject>({ $ref: '#/$defs/part' }, { $ref: '#/$defs/part', title: 'Phần', unevaluatedProperties: false }, { $ref: '#/$defs/word' })),
    object: fc.record({
      properties: fc.dictionary(name, tie('any'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
      required: fc.uniqueArray(name, { maxLength: 2 }),
      closed: fc.constantFrom<JsonSchemaObject>({}, { unevaluatedProperties: false }, { additionalProperties: false }),
      more: fc.constantFrom<JsonSchemaObject>({}, {}, { allOf: [{ required: ['also'] }, { properties: { also: { type: 'integer' } } }] },
        { oneOf: [{ properties: { kind: { const: 'p' }, p: { type: 'string' } }, required: ['kind', 'p'] }, { properties: { kind: { const: 'q' }, q: { type: 'integer' } }, required: ['kind'] }] },
        { allOf: [{ $ref: '#/$defs/part' }] }),
      condition: fc.option(fc.tuple(fc.constantFrom('if', 'allOf', 'dependentSchemas'), tie('any'), leaf), { nil: undefined }),
    }).map(({ properties, required, closed, more, condition }): JsonSchemaObject => ({
      type: 'object', properties, required: required.filter((each) => each in properties), ...(Object.keys(more).length > 0 ? {} : closed), ...more,
      // In an open object, what a condition declares may be anything while it does not hold; a form prunes that.
      ...(condition ? { unevaluatedProperties: false, ...conditional(more, ...condition) } : {}),
    })),
  }));
  return object.map((schema): JsonSchemaObject => ({
    ...schema,
    $defs: { part: { type: 'object', properties: { inner: { type: 'string' } }, required: ['inner'], if: { required: ['inner'] }, then: { properties: { deep: { type: 'boolean' } } } }, word: { type: 'string', title: 'Chữ' } },
  }));
}

/** `then` also says again what a name of the schema itself is; `else` says otherwise than `then` what only they declare. */
function conditional(more: JsonSchemaObject, way: string, late: JsonSchemaObject, other: JsonSchemaObject): JsonSchemaObject {
  const then = { properties: { late, a: { minLength: 1 } }, required: ['late'] };
  if (way === 'dependentSchemas') return { dependentSchemas: { a: then, b: { properties: { late: other } } } };
  const condition = { if: whenA, then, else: { properties: { late: other } } };
  return way === 'if' ? condition : { allOf: [...((more['allOf'] as Json[] | undefined) ?? []), condition] };
}

/** An answer in the shape of a schema, wrong now and then. */
export function likely(schema: Json, numbers: Iterator<number>): Json {
  const pick = (count: number) => numbers.next().value % count;
  const root = schema;
  const make = (part: Json | undefined, depth: number): Json => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return 'any';
    const at = part as Record<string, Json>;
    if (typeof at['$ref'] === 'string') return make((root as never as Record<string, Record<string, Json>>)['$defs']![at['$ref'].split('/')[2]!], depth);
    if ('const' in at) return at['const']!;
    if (Array.isArray(at['enum'])) return at['enum'][pick(at['enum'].length)]!;
    for (const key of ['oneOf', 'anyOf']) if (Array.isArray(at[key]) && at['type'] !== 'object') return make(at[key][pick(at[key].length)], depth);
    const type = Array.isArray(at['type']) ? at['type'][pick(at['type'].length)] : at['type'];
    switch (type) {
      case 'string': return ['x', 'y', '2026-11-21'][pick(3)]!;
      case 'integer': return pick(5);
      case 'number': return pick(5) / 2;
      case 'boolean': return pick(2) === 0;
      case 'null': return null;
      case 'array': return Array.isArray(at['prefixItems'])
        ? [...at['prefixItems'].slice(0, pick(4)), ...(pick(3) === 0 ? [at['items']] : [])].map((item) => make(item, depth + 1))
        : Array.from({ length: pick(3) }, () => make(at['items'], depth + 1));
      case 'object': return object(at, depth);
      default: return 'properties' in at ? object(at, depth) : ['any', 3, null][pick(3)]!;
    }
  };
  const object = (at: Record<string, Json>, depth: number): Json => {
    const made: Record<string, Json> = {};
    for (const [key, choices] of declared(at, root as Record<string, Json>)) if (depth < 6 && pick(4) > 0) made[key] = make(choices[pick(choices.length)], depth + 1);
    if (at['additionalProperties'] && depth < 6) for (const key of ['m', 'n'].slice(pick(3))) made[key] = make(at['additionalProperties'], depth + 1);
    // Nothing but unheard-of names would be refused for being too weak a type, which is a service of TypeScript.
    if (Object.keys(made).length > 0 && pick(6) === 0) made['zz'] = 1;
    return made;
  };
  return make(schema, 0);
}

function declared(schema: Json | undefined, root: Record<string, Json>, all = new Map<string, Json[]>()): Map<string, Json[]> {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return all;
  const at = schema as Record<string, Json>;
  for (const [key, part] of Object.entries(at['properties'] ?? {})) all.set(key, [...(all.get(key) ?? []), part as Json]);
  if (typeof at['$ref'] === 'string') declared((root['$defs'] as Record<string, Json>)[at['$ref'].split('/')[2]!], root, all);
  for (const key of ['allOf', 'oneOf']) for (const part of (at[key] as Json[] | undefined) ?? []) declared(part, root, all);
  for (const part of [at['then'], at['else'], ...Object.values(at['dependentSchemas'] ?? {})]) declared(part as Json, root, all);
  return all;
}
