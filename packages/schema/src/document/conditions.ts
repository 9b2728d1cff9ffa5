import { join } from '../pointer.js';
import { resolve } from '../plan/local-ref.js';
import type { JsonSchemaObject, Path } from '../types.js';
import { isObject, listOf, own, type Loose, type Report } from './report.js';

/**
 * Reports conditions that hold while the question is unanswered: `{ properties: { a: { const: 1 } } }` is true of an answer without `a`,
 * so that its `then` is shown before anybody chose anything. A condition names what it tests in `required`.
 */
export function checkConditions(root: unknown, conditions: readonly { schema: unknown; path: Path }[], report: Report): void {
  const seen = new Set<Loose>();
  const visit = (schema: unknown, path: Path, needed: ReadonlySet<unknown>): void => {
    if (!isObject(schema)) return;
    const ref = own(schema, '$ref');
    const target = resolve(root as JsonSchemaObject, String(ref))?.schema;
    const names = new Set([...needed, ...requiredOf(schema)]);
    if (target !== undefined && !seen.has(schema)) {
      seen.add(schema);
      visit(target, `/schema${String(ref).slice(1)}`, names);
    }
    const properties = own(schema, 'properties');
    for (const [name, part] of Object.entries(isObject(properties) && !seen.has(properties) ? properties : {})) {
      const at = join(path, 'properties', name);
      if (!names.has(name) && isObject(part) && Object.keys(part).length > 0) report(at, 'if-without-required', `"required": ["${name}"] beside it`, undefined);
      visit(part, at, new Set());
    }
    if (isObject(properties)) seen.add(properties);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) listOf(own(schema, keyword)).forEach((part, index) => visit(part, join(path, keyword, index), names));
    visit(own(schema, 'not'), join(path, 'not'), new Set());
  };
  for (const { schema, path } of conditions) visit(schema, path, new Set());
}

const requiredOf = (schema: Loose): unknown[] => [...listOf(own(schema, 'required')), ...listOf(own(schema, 'allOf')).flatMap((part) => listOf(own(part, 'required')))];
