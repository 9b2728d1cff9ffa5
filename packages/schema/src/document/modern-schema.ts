import { SchemaError } from '../json-schema/problems.js';
import type { Json, JsonSchemaObject, Problem } from '../types.js';
import { modernise } from './modernise.js';
import { plainCopy } from './plain-copy.js';
import { isObject, reporter } from './report.js';

/** More than this on one page would stop it for longer than anybody waits. */
const MOST_FIELDS = 2000;
const MOST_SCHEMAS = 10_000;
/** A branch is judged on its own and again with its sisters; a condition is asked whenever what it reads has changed. */
const TIMES: Record<string, number> = { anyOf: 2, oneOf: 2, if: 5, dependentSchemas: 5, dependentRequired: 5 };

/**
 * Any plain schema in the keywords of 2020-12, as a copy of its own, with every reference a pointer from its root.
 * @param problems receives a warning for every keyword and reference that is left out, with a pointer into `schema` as it was given
 * @throws SchemaError when it is too large, too deep, or cannot be read
 */
export function modernSchema(schema: unknown, problems: Problem[]): JsonSchemaObject {
  const refused: Problem[] = [];
  const report = reporter(refused);
  const read = plainCopy(schema, report);
  if (refused.length === 0 && typeof read !== 'boolean' && !isObject(read)) report('', 'wrong-type', 'a schema: an object, true or false', read);
  if (refused.length > 0) throw new SchemaError(refused);
  const modern = modernise(read, reporter(problems), problems) as Json;
  const [fields, schemas] = weigh(modern);
  if (fields > MOST_FIELDS) report('', 'too-many', `at most ${MOST_FIELDS} fields`, fields);
  else if (schemas > MOST_SCHEMAS) report('', 'too-complex', `at most ${MOST_SCHEMAS} schemas, with each alternative counted twice and each condition five times`, schemas);
  if (refused.length > 0) throw new SchemaError(refused);
  if (isObject(modern)) return modern as JsonSchemaObject;
  return modern === false ? { not: {} } : {};
}

/** What is asked at once, without what references repeat; and schemas, each as often as it costs. */
function weigh(schema: Json): [fields: number, schemas: number] {
  if (!isObject(schema)) return [0, 1];
  let [fields, schemas] = [0, 1];
  const add = (child: unknown, least: number, times: number): void => {
    const [below, weight] = weigh(child as Json);
    fields += Math.max(below, least);
    schemas += weight * times;
  };
  for (const [name, value] of Object.entries(schema)) {
    if (typeof value !== 'object' || value === null) continue;
    const field = name === 'properties' || name === 'prefixItems' ? 1 : 0;
    if (/^(properties|patternProperties|allOf|anyOf|oneOf|dependent.+|prefixItems)$/.test(name)) for (const child of Object.values(value)) add(child, field, TIMES[name] ?? 1);
    else if (/^(items|if|then|else|not|contains|additionalProperties|propertyNames|unevaluated.+)$/.test(name)) add(value, 0, TIMES[name] ?? 1);
  }
  return [fields, schemas];
}
