import { join, read, split } from '../pointer.js';
import type { Json, Path } from '../types.js';
import { requiredNotShown, schemasAt } from './declared.js';
import { isObject, listOf, own, type Loose, type Report } from './report.js';

const UNKNOWN = 'a property that the data schema declares';

/** `/a`, or `a` in a row of `each`, as a pointer from the root. */
const fromRoot = (name: string, each: unknown): Path => (name[0] === '/' ? name : `${typeof each === 'string' ? `${each}/*` : ''}/${name}`);

/** Reports a pointer of a step, paper, rule … to which the data schema declares no property. */
export function checkField(root: unknown, pointer: string, path: Path, holder: unknown, report: Report): void {
  const last = split(path).at(-1);
  const schemas = schemasAt(root, last === 'each' ? `${fromRoot(pointer, undefined)}/*` : fromRoot(pointer, own(holder, 'each')));
  if (!schemas) return;
  if (schemas.size === 0) report(path, 'unknown-path', last === 'each' ? 'a list that the data schema declares' : UNKNOWN, pointer);
  else if (last === 'to' && ![...schemas].some((schema) => own(schema, 'readOnly') === true)) {
    report(path, 'computed-not-read-only', 'a property with readOnly: true', pointer);
  }
}

/** Reports the variables of an expression that name nothing. A bare name without `each` is the rules' own to report; inside `map`, `sum` … a bare name belongs to the item, which has no place of its own. */
export function checkVariables(root: unknown, expression: unknown, path: Path, each: unknown, report: Report, item = false): void {
  if (Array.isArray(expression)) return expression.forEach((part, index) => checkVariables(root, part, join(path, index), each, report, item));
  if (!isObject(expression)) return;
  for (const [operator, value] of Object.entries(expression)) {
    const at = join(path, operator);
    const name = operator === 'var' ? (Array.isArray(value) ? value[0] : value) : undefined;
    if (typeof name !== 'string') {
      checkVariables(root, value, at, each, report, item || /^(count|sum|some|all|none|map|filter)$/.test(operator));
    } else if ((name[0] === '/' || (!item && name !== '' && each !== undefined)) && schemasAt(root, fromRoot(name, each))?.size === 0) {
      report(at, 'unknown-path', UNKNOWN, name);
    }
  }
}

/** Reports fields that two steps have, a condition on a step with fields, and required answers that no step asks for. */
export function checkSteps(document: unknown, report: Report): void {
  const shown = new Set<string>();
  const inside = new Set<string>();
  const steps = listOf(own(document, 'steps'));
  steps.forEach((step, index) => {
    const fields = listOf(own(step, 'fields'));
    fields.forEach((field, position) => {
      if (typeof field !== 'string') return;
      if (shown.has(field)) report(join('/steps', index, 'fields', position), 'field-twice', 'a field that no other step has', field);
      shown.add(field);
      // The words of "khác" are asked for inside of their question.
      for (const schema of schemasAt(own(document, 'schema'), field) ?? []) {
        const beside = own(own(own(schema, 'x-dvc'), 'other'), 'field');
        if (typeof beside === 'string') inside.add(join('', beside));
      }
    });
    if (fields.length > 0 && own(step, 'when') !== undefined) {
      report(join('/steps', index, 'when'), 'when-with-fields', 'no condition: a step with fields is shown while one of them is', own(step, 'when'));
    }
  });
  if (steps.length === 0) return;
  for (const path of requiredNotShown(own(document, 'schema'), [...shown, ...inside])) report('/steps', 'field-not-shown', `a step that shows ${path}`, undefined);
}

/** Reports translations whose original has changed or is not a text. */
export function checkTranslations(document: unknown, report: Report): void {
  const translations = own(document, 'translations');
  if (!isObject(translations)) return;
  for (const [locale, texts] of Object.entries(translations)) {
    const at = join('/translations', locale);
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale)) report(at, 'bad-locale', 'a language such as en', locale);
    for (const [pointer, translation] of Object.entries(isObject(texts) ? texts : {})) {
      const text = pointer[0] === '/' ? read(document as Json, pointer) : undefined;
      if (typeof text !== 'string') report(join(at, pointer), 'unknown-text', 'a pointer to a text of the document', pointer);
      else if (text !== own(translation, 'of') && typeof own(translation, 'of') === 'string') report(join(at, pointer, 'of'), 'stale-translation', text, own(translation, 'of'));
    }
  }
}

/** Reports code lists that are narrowed by something that no property is called. */
export function checkWithin(schemas: readonly { schema: Loose; path: Path }[], report: Report): void {
  const names = new Set(schemas.flatMap(({ schema }) => Object.keys(own(schema, 'properties') ?? {})));
  for (const { schema, path } of schemas) {
    const annotations = own(schema, 'x-dvc');
    const within = own(own(annotations, 'codeList'), 'within');
    // The parts of an address are known without being declared.
    if (typeof within !== 'string' || names.has(within) || own(annotations, 'widget') === 'address') continue;
    report(join(path, 'x-dvc', 'codeList', 'within'), 'unknown-path', UNKNOWN, within);
  }
}
