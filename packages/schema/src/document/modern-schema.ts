import { SchemaError } from '../json-schema/problems.js';
import type { Json, JsonSchemaObject, Problem } from '../types.js';
import { modernise } from './modernise.js';
import { plainCopy } from './plain-copy.js';
import { isObject, reporter } from './report.js';

/** More than this on one page would stop it for longer than anybody waits. */
const MOST_FIELDS = 1500;
const MOST_WORK = 6000;
/** How often what stands there is judged: a branch on its own and again with its sisters, a condition whenever what it reads has changed. */
const TIMES: Record<string, number> = { anyOf: 2, oneOf: 2, prefixItems: 2, if: 10, dependentSchemas: 10, dependentRequired: 10, required: 2 };
/** A branch that is more than a labelled constant is a part of its own, to be told from its sisters. */
const BRANCH = 8;

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
  const [fields, work] = weigh(modern);
  if (fields > MOST_FIELDS) report('', 'too-many', `at most ${MOST_FIELDS} fields`, fields);
  else if (work > MOST_WORK) report('', 'too-complex', `the work of at most ${MOST_WORK} schemas; alternatives and conditions count more than once`, work);
  if (refused.length > 0) throw new SchemaError(refused);
  if (isObject(modern)) return modern as JsonSchemaObject;
  return modern === false ? { not: {} } : {};
}

/** What is asked at once, without what references repeat; and what it costs to judge it, in plain schemas. */
function weigh(schema: Json): [fields: number, work: number] {
  if (!isObject(schema)) return [0, 1];
  let [fields, work] = [0, 1];
  const add = (child: unknown, name: string): void => {
    const [below, weight] = weigh(child as Json);
    const isBranch = (name === 'anyOf' || name === 'oneOf') && isObject(child) && !Object.hasOwn(child, 'const');
    fields += Math.max(below, name === 'properties' || name === 'prefixItems' ? 1 : 0);
    work += weight * (TIMES[name] ?? 1) + (isBranch ? BRANCH : 0);
  };
  for (const [name, value] of Object.entries(schema)) {
    if (typeof value !== 'object' || value === null) continue;
    if (/^(properties|patternProperties|allOf|anyOf|oneOf|dependent.+|prefixItems|required)$/.test(name)) for (const child of Object.values(value)) add(child, name);
    else if (/^(items|if|then|else|not|contains|additionalProperties|propertyNames|unevaluated.+)$/.test(name)) add(value, name);
  }
  return [fields, work];
}
