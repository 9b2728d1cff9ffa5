// What no survey can ask: lists of groups, maps, shapes that a choice decides. `core` refuses the same, at the same places, when it makes the survey; here the author is told before.
import { join } from '../pointer.js';
import { resolve } from '../plan/local-ref.js';
import type { JsonSchemaObject, Path } from '../types.js';
import { isObject, listOf, own, type Loose } from './report.js';

export interface NotQuestion { path: Path; keyword: string; got: unknown }
const MOST = 32;

export function notQuestions(root: Loose): NotQuestion[] {
  const found: NotQuestion[] = [];
  const seen = new Set<Loose>();
  const visit = (schema: unknown, path: Path, turns: number): void => {
    if (!isObject(schema) || seen.has(schema) || turns > MOST) return;
    seen.add(schema);
    const keyword = refused(root, schema);
    if (keyword !== undefined) found.push({ path, keyword, got: own(schema, keyword) });
    const target = resolve(root as JsonSchemaObject, String(own(schema, '$ref')));
    if (target) visit(target.schema, `/schema${target.at}`, turns + 1);
    for (const name of ['properties', 'dependentSchemas']) {
      const parts = own(schema, name);
      for (const [key, part] of Object.entries(isObject(parts) ? parts : {})) visit(part, join(path, name, key), turns + 1);
    }
    listOf(own(schema, 'allOf')).forEach((part, i) => visit(part, join(path, 'allOf', i), turns + 1));
    if (own(schema, 'if') !== undefined) for (const name of ['then', 'else']) visit(own(schema, name), join(path, name), turns + 1);
  };
  visit(root, '/schema', 0);
  return found;
}

/** The keyword that makes it another shape than a question. */
function refused(root: Loose, schema: Loose): string | undefined {
  const has = (keyword: string) => own(schema, keyword) !== undefined;
  const isList = !isMany(root, schema) && (own(schema, 'type') === 'array' || has('items'));
  return ['prefixItems', 'patternProperties', 'unevaluatedItems'].find(has)
    ?? ['additionalProperties', 'unevaluatedProperties'].find((keyword) => has(keyword) && typeof own(schema, keyword) !== 'boolean')
    ?? ['oneOf', 'anyOf'].find((keyword) => has(keyword) && !isChoices(own(schema, keyword)) && !has('enum') && !['oneOf', 'anyOf'].some((other) => isChoices(own(schema, other))))
    ?? (Array.isArray(own(schema, 'type')) ? 'type' : undefined)
    ?? (isList && (!isObject(own(schema, 'items')) || /"(properties|items|\$ref)":/.test(JSON.stringify(own(schema, 'items')))) ? 'items' : undefined);
}

const isChoices = (branches: unknown): boolean => Array.isArray(branches) && branches.every((branch) => isObject(branch) && Object.hasOwn(branch, 'const'));
const hasChoices = (schema: unknown): boolean => Array.isArray(own(schema, 'enum')) || ['oneOf', 'anyOf'].some((keyword) => isChoices(own(schema, keyword)));

/** Any number of choices. */
function isMany(root: Loose, schema: Loose): boolean {
  const items = own(schema, 'items');
  return own(schema, 'uniqueItems') === true && isObject(items) && (hasChoices(items) || hasChoices(resolve(root as JsonSchemaObject, String(own(items, '$ref')))?.schema));
}
