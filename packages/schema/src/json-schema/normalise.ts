// Runs before our evaluator and before Ajv, so that both judge the same schema where Ajv is known to be wrong.
import type { Json, JsonSchema } from '../types.js';
import { isObject } from './values.js';

/** Rewrites one schema object; its subschemas are done already. The same object back if nothing is to be done. */
const rewrite = (schema: { [keyword: string]: Json }): { [keyword: string]: Json } => {
  const given = (name: string) => (Object.hasOwn(schema, name) ? schema[name] : undefined);
  // Ajv drops an `if` without `then` and `else`, and with it what the `if` evaluates.
  if (given('if') !== undefined && given('then') === undefined && given('else') === undefined) {
    const { if: condition, ...others } = schema;
    const before = given('allOf');
    return { ...others, allOf: [...(Array.isArray(before) ? before : []), { anyOf: [condition, true] }] };
  }
  return schema;
};

export function normaliseSchema(schema: JsonSchema): JsonSchema {
  return isObject(schema) ? rewrite(schema) : schema;
}
