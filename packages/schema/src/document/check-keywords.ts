import { join } from '../pointer.js';
import type { Path } from '../types.js';
import { expectedOf, keywords, unknownCode } from './keywords.js';
import { isObject, type Report } from './report.js';

/** What is called for every schema inside a schema, the outermost first. */
export type VisitSchema = (schema: Record<string, unknown>, path: Path) => void;

/** Reports unknown keywords and keywords whose value is of the wrong kind; visits every schema that is an object. */
export function checkKeywords(schema: unknown, path: Path, report: Report, visit: VisitSchema): void {
  if (typeof schema === 'boolean') return;
  if (!isObject(schema)) return report(path, 'wrong-type', 'a schema', schema);
  visit(schema, path);
  for (const [name, value] of Object.entries(schema)) {
    const kind = keywords.get(name);
    const at = join(path, name);
    if (kind === undefined) {
      report(at, unknownCode(name), 'a declared keyword', name);
    } else if (expectedOf(name, value) !== undefined) {
      report(at, 'bad-keyword-value', expectedOf(name, value)!, value);
    } else if (kind === 'schema') {
      checkKeywords(value, at, report, visit);
    } else if (/^schema./.test(kind)) {
      for (const [key, child] of Object.entries(value as object)) checkKeywords(child, join(at, key), report, visit);
    }
  }
}
