// Where Ajv 8.20 is known to be wrong, the same truth is written so that Ajv reads it right. Each case has a test that shows the fault and its end.
import type { Json, JsonSchema, JsonSchemaObject } from '../types.js';
import { keywords } from '../document/keywords.js';
import { isObject, own } from './values.js';

/** Nothing in it can fail: Ajv leaves such a `then` out, and with it its `if`. */
const idle = (schema: Json | undefined): boolean => schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).every((k) => k === 'x-dvc' || k === 'title' || k === 'description'));

/** The keywords of `names` out of `schema`, with the sentences that belong to them, as one part of its `allOf`. */
function apart(schema: JsonSchemaObject, names: readonly string[]): JsonSchemaObject {
  const rest: JsonSchemaObject = {};
  const part: JsonSchemaObject = {};
  for (const name of Object.keys(schema)) (names.includes(name) ? part : rest)[name] = schema[name];
  const notes = own(schema, 'x-dvc');
  const messages = isObject(notes) ? own(notes, 'messages') : undefined;
  if (messages !== undefined) part['x-dvc'] = { messages };
  return also(rest, part);
}

const also = (schema: JsonSchemaObject, part: Json): JsonSchemaObject => {
  const before = own(schema, 'allOf');
  return { ...schema, allOf: [...(Array.isArray(before) ? before : []), part] };
};

function rewrite(given: JsonSchemaObject): JsonSchemaObject {
  let schema = given;
  const condition = own(schema, 'if');
  // An `if` that has nothing to choose still evaluates what `unevaluated*` asks for; Ajv does not look at it.
  if (condition !== undefined && idle(own(schema, 'then')) && idle(own(schema, 'else'))) schema = { ...schema, then: { not: false } };
  // A named schema that is only a reference into itself sends Ajv round in circles.
  if (own(schema, '$id') !== undefined && typeof own(schema, '$ref') === 'string') {
    const { $ref, ...rest } = schema;
    schema = also(rest, { $ref: $ref! });
  }
  // Nothing is in an empty list; Ajv takes it for a mistake.
  if (Array.isArray(own(schema, 'enum')) && (schema.enum as Json[]).length === 0) {
    const { enum: _, ...rest } = schema;
    schema = also(rest, { not: { minProperties: 0 } });
  }
  // What Ajv knows to fail without looking, it cuts out together with variables that it needs afterwards.
  if (own(schema, 'not') !== undefined && idle(own(schema, 'not'))) schema = { ...schema, not: { minProperties: 0 } };
  // Without an upper limit, Ajv judges an empty list by the list before it.
  if (own(schema, 'contains') !== undefined && own(schema, 'maxContains') === undefined) schema = { ...schema, maxContains: Number.MAX_SAFE_INTEGER };
  // After `prefixItems`, Ajv skips what is left to check when the list is shorter than it.
  if (Array.isArray(own(schema, 'prefixItems'))) {
    const skipped = ['contains', 'minContains', 'maxContains', 'uniqueItems'];
    if (Object.hasOwn(schema, 'contains') || Object.hasOwn(schema, 'uniqueItems')) schema = apart(schema, skipped);
  }
  return schema;
}

const each = (list: Json[]): Json[] => {
  const made = list.map((sub) => normalise(sub));
  return made.every((sub, i) => sub === list[i]) ? list : made;
};

function normalise(schema: Json): Json {
  if (!isObject(schema)) return schema;
  let made = schema;
  for (const keyword of Object.keys(schema)) {
    const holds = keywords.get(keyword);
    const given = schema[keyword];
    let next = given;
    if (holds === 'schema') next = normalise(given);
    else if (holds === 'schemas' && Array.isArray(given)) next = each(given);
    else if (holds === 'schemaMap' && isObject(given)) {
      const names = Object.keys(given);
      const before = names.map((name) => given[name]);
      const after = each(before);
      if (after !== before) next = Object.fromEntries(names.map((name, i) => [name, after[i]]));
    }
    if (next !== given) made = { ...made, [keyword]: next };
  }
  return rewrite(made);
}

/** The schema as both our evaluator and Ajv get it. What needs no change keeps its identity; the verdict by the standard stays the same. */
export function normaliseSchema(schema: JsonSchema): JsonSchema {
  return normalise(schema) as JsonSchema;
}
