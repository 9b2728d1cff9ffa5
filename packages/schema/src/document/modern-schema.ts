import { SchemaError } from '../json-schema/problems.js';
import type { Json, JsonSchemaObject, Problem } from '../types.js';
import { modernise } from './modernise.js';
import { plainCopy } from './plain-copy.js';
import { isObject, reporter } from './report.js';

/** More fields than this on one page would stop it for longer than anybody waits. */
const MOST_FIELDS = 3000;

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
  const fields = countFields(modern);
  if (fields > MOST_FIELDS) report('', 'too-many', `at most ${MOST_FIELDS} fields`, fields);
  if (refused.length > 0) throw new SchemaError(refused);
  if (isObject(modern)) return modern as JsonSchemaObject;
  return modern === false ? { not: {} } : {};
}

/** What is asked at once: properties wherever they are declared, without what references repeat. */
function countFields(schema: Json): number {
  if (!isObject(schema)) return 0;
  let fields = 0;
  for (const [name, value] of Object.entries(schema)) {
    if (typeof value !== 'object' || value === null) continue;
    if (name === 'properties') fields += Object.keys(value).length;
    if (/^(properties|allOf|anyOf|oneOf|dependentSchemas|prefixItems)$/.test(name)) for (const child of Object.values(value)) fields += countFields(child as Json);
    else if (/^(items|then|else|contains)$/.test(name)) fields += countFields(value as Json);
  }
  return fields;
}
