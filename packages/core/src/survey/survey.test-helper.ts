// Surveys of chance, with answers of chance: right ones, wrong ones, and ones that nobody asked for.
import type { FormDocument, Json, JsonObject, JsonSchemaObject } from '@dvc/schema';
import fc from 'fast-check';

const KEYS = ['a', 'b', 'khac', 'khong'];
const oneOf = KEYS.map((key) => ({ const: key, title: key.toUpperCase() }));
const key = fc.constantFrom(...KEYS);
const junk: fc.Arbitrary<Json> = fc.constantFrom<Json>('x', 7, true, [], ['a'], 'a', 0.5);

interface Asked { readonly schema: JsonSchemaObject; readonly answer: fc.Arbitrary<Json> }
const rows = (answer: fc.Arbitrary<Json>, ...names: string[]) => fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof({ weight: 5, arbitrary: answer }, { weight: 1, arbitrary: junk })])), { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;

const QUESTIONS: readonly Asked[] = [
  { schema: { type: 'string', title: 'Chọn', oneOf, 'x-dvc': { widget: 'radio' } }, answer: key },
  { schema: { type: 'array', title: 'Chọn nhiều', uniqueItems: true, minItems: 1, maxItems: 2, items: { oneOf }, 'x-dvc': { widget: 'checkboxes', exclusive: ['khong'], shuffle: true } }, answer: fc.uniqueArray(key) },
  { schema: { type: 'integer', title: 'Sao', minimum: 1, maximum: 5, 'x-dvc': { widget: 'stars' } }, answer: fc.integer({ min: 0, max: 6 }) },
  { schema: { type: 'number', title: 'Kéo', minimum: 0, maximum: 1, multipleOf: 0.1, 'x-dvc': { widget: 'slider' } }, answer: fc.constantFrom(0.1, 0.15, 2) },
  { schema: { type: 'boolean', title: 'Có không', 'x-dvc': { widget: 'yes-no' } }, answer: fc.boolean() },
  { schema: { type: 'boolean', title: 'Đồng ý', const: true, 'x-dvc': { widget: 'consent' } }, answer: fc.boolean() },
  { schema: { type: 'string', title: 'Lời', maxLength: 5, minLength: 2 }, answer: fc.string({ maxLength: 7, unit: 'binary' }) },
  { schema: { type: 'string', title: 'Thư', format: 'email' }, answer: fc.constantFrom('a@b.vn', 'a@') },
  { schema: { type: 'string', title: 'Theo danh mục', enum: ['a', 'b'], 'x-dvc': { enumLabels: { a: 'A' } } }, answer: key },
  { schema: { type: 'object', title: 'Bảng', required: ['one', 'two'], properties: { one: { $ref: '#/$defs/scale', title: 'Một' }, two: { $ref: '#/$defs/scale', title: 'Hai' }, three: { $ref: '#/$defs/scale', title: 'Ba' } }, additionalProperties: false, 'x-dvc': { widget: 'matrix' } }, answer: rows(key, 'one', 'two', 'three', 'four') },
  { schema: { type: 'object', title: 'Bảng nhiều', properties: { one: { $ref: '#/$defs/many' }, two: { $ref: '#/$defs/many' } }, minProperties: 1, 'x-dvc': { widget: 'matrix' } }, answer: rows(fc.uniqueArray(key), 'one', 'two') },
  { schema: { type: 'object', title: 'Liên hệ', required: ['phone'], properties: { name: { type: 'string', maxLength: 3 }, phone: { type: 'string', format: 'phone' } }, dependentRequired: { name: ['phone'] }, if: { required: ['name'] }, then: { properties: { title: { type: 'string', maxLength: 9 } }, required: ['title'] }, 'x-dvc': { widget: 'contact' } }, answer: rows(fc.constantFrom('0912345678', 'An', 'Bình'), 'name', 'phone', 'title') },
  { schema: { type: 'array', title: 'Tệp', maxItems: 1, items: { type: 'string', maxLength: 4 }, 'x-dvc': { widget: 'file' } }, answer: fc.array(fc.constantFrom('id', 'dài quá'), { maxLength: 2 }) },
];

/** A condition on the question `name` of kind `kind`. */
const condition = (name: string, { type, items, oneOf: choices, enum: listed }: JsonSchemaObject): fc.Arbitrary<JsonSchemaObject> => {
  const says: JsonSchemaObject[] = items && (items as JsonSchemaObject).oneOf ? [{ contains: { const: 'khac' } }, { minItems: 2 }] : choices || listed ? [{ const: 'a' }, { enum: ['b', 'khac'] }, { not: { const: 'a' } }] : type === 'boolean' ? [{ const: true }]
    : type === 'integer' ? [{ maximum: 2 }, { anyOf: [{ minimum: 5 }, { const: 1 }] }] : type === 'object' ? [{ properties: { one: { const: 'a' } }, required: ['one'] }, {}] : [{ type: 'string' }];
  const named = fc.constantFrom(...says).map((said): JsonSchemaObject => ({ properties: { [name]: said }, required: [name] }));
  return fc.oneof(named, named.map((said): JsonSchemaObject => ({ not: said })), fc.constant<JsonSchemaObject>({ required: [name] }));
};

export interface Chance { readonly document: FormDocument; readonly answers: JsonObject }

/** `rings`: a condition may read what comes later, and so itself. */
export const chance = (rings = false): fc.Arbitrary<Chance> => fc.array(fc.nat(QUESTIONS.length - 1), { minLength: 2, maxLength: 7 }).chain((kinds) => {
  const asked = kinds.map((kind, i) => ({ name: `q${i}`, ...QUESTIONS[kind]! }));
  const parts = asked.map((question, i) => {
    const sources = rings ? asked : asked.slice(0, i);
    const when = sources.length > 0 ? fc.nat(sources.length - 1).chain((at) => condition(sources[at]!.name, sources[at]!.schema)) : fc.constant<JsonSchemaObject>({ required: ['q0'] });
    const place = fc.constantFrom(...(i === 0 && !rings ? ['always'] : ['always', 'then', 'else', 'nested', 'present', 'twice', 'named']));
    return fc.tuple(fc.boolean(), place, when, when, fc.boolean()).map(([required, where, first, second, soft]) => ({ question, required, where, first, second, soft }));
  });
  const answers = fc.record(Object.fromEntries(asked.map(({ name, answer, schema }) => [name, schema.type === 'object' ? answer : fc.oneof({ weight: 6, arbitrary: answer }, { weight: 1, arbitrary: junk })])), { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
  return fc.tuple(fc.tuple(...parts), answers).map(([made, given]) => ({ document: documentOf(made), answers: given }));
});

interface Part { readonly question: Asked & { readonly name: string }; readonly required: boolean; readonly where: string; readonly first: JsonSchemaObject; readonly second: JsonSchemaObject; readonly soft: boolean }

function documentOf(parts: readonly Part[]): FormDocument {
  const properties: JsonObject = {};
  const required: string[] = [];
  const allOf: Json[] = [];
  const $defs: JsonObject = { scale: { type: 'string', oneOf }, many: { type: 'array', uniqueItems: true, items: { oneOf }, minItems: 1 } };
  const dependentSchemas: JsonObject = {};
  for (const { question: { name, schema }, required: must, where, first, second, soft } of parts) {
    const declared = soft ? { ...schema, 'x-dvc': { ...(schema['x-dvc'] as JsonObject), softRequired: true } } : schema;
    const part: JsonObject = { properties: { [name]: declared }, ...(must ? { required: [name] } : {}) };
    if (where === 'then') allOf.push({ if: first, then: part });
    else if (where === 'else') allOf.push({ if: first, then: {}, else: part });
    else if (where === 'nested') allOf.push({ if: first, then: { allOf: [{ if: second, then: part }] } });
    else if (where === 'twice') allOf.push({ if: first, then: part }, { if: second, then: { ...part, required: [name] } });
    else if (where === 'present' && !Object.hasOwn(dependentSchemas, 'q0') && name !== 'q0') dependentSchemas.q0 = part;
    else if (where === 'named') {
      $defs[`is-${name}`] = first;
      allOf.push({ if: { $ref: `#/$defs/is-${name}` }, then: part });
    } else {
      properties[name] = declared;
      if (must) required.push(name);
    }
  }
  return {
    kind: 'survey', id: 'thu', version: '1.0.0', title: 'Thử',
    schema: { type: 'object', $defs, properties, required, ...(allOf.length > 0 ? { allOf } : {}), ...(Object.keys(dependentSchemas).length > 0 ? { dependentSchemas } : {}), unevaluatedProperties: false },
    steps: [{ id: 'mot', title: 'Một', fields: parts.slice(0, 3).map(({ question }) => `/${question.name}`), shuffle: true }, { id: 'hai', title: 'Hai', fields: parts.slice(3).map(({ question }) => `/${question.name}`) }],
  };
}
