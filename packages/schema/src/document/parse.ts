import { join } from '../pointer.js';
import type { Path, Problem } from '../types.js';
import { countPlaces } from './count.js';
import { withinLimits } from './limits.js';
import { isObject, listOf, own, reporter, type Report } from './report.js';
import { problemOfPattern } from './safe-pattern.js';
import type { FormDocument } from './types.js';

// What the code relies on, and no more: this travels to every citizen. The whole grammar is `inspect`'s.
// Lower case = a type of JSON (c: a schema, r: anything), upper case = a line, [ = list of, { = map of, ! = required.
const SHAPES: Record<string, string> = {
  D: 'kind!s id!s version!s title!s description:s schema!o procedure:A steps:[S rules:R papers:[P fees:[F delivery:V parties:{s notices:[N translations:{{T',
  A: 'code!s cases:[C',
  C: 'id!s title!s when!c fees:[F',
  S: 'id!s title!s hint:s fields:[s when:c',
  R: 'compute:[U checks:[K',
  U: 'to!s value!r each:s',
  K: 'that!r at!s message!s each:s',
  P: 'id!s title!s hint:s when:c required:c types:[s maxBytes:n maxFiles:n sourceDb:s each:s',
  F: 'id!s kind!s title!s amount!r unit:s when:c note:s reductions:[E',
  E: 'id!s title!s when!c percent:n',
  V: 'methods![s field:s',
  N: 'id!s text!s at:s when:c',
  T: 'of!s text!s',
  X: 'widget:s hint:s autocomplete:s width:s order:n group:s privacy:s codeList:L messages:{s enumLabels:{s prefill:s rowTitle:s',
  L: 'id!s version:s within:s',
};
/** The lines, taken apart once. */
const lines: Record<string, RegExpMatchArray[]> = {};
const MOST = 1000;
const TYPES: Record<string, string> = { s: 'string', n: 'number' };

function checkShape(kind: string, value: unknown, path: Path, report: Report): void {
  const inner = kind.slice(1);
  const line = (lines[kind] ??= [...(SHAPES[kind] ?? '').matchAll(/(\w+)([!:]+)(\S+)/g)]);
  if (kind[0] === '[' ? !Array.isArray(value) : line[0] || /[{o]/.test(kind) ? !isObject(value) : kind === 'c' ? !isObject(value) && typeof value !== 'boolean' : kind !== 'r' && typeof value !== TYPES[kind]) {
    report(path, 'wrong-type', TYPES[kind] ?? (kind[0] === '[' ? 'array' : 'object'), value);
  } else if (line[0]) {
    for (const [, name, required, child] of line) {
      const part = own(value, name!);
      if (part !== undefined) checkShape(child!, part, join(path, name!), report);
      else if (required !== ':') report(path, 'missing', name!, part);
    }
  } else if (inner) {
    const ids = new Set<unknown>();
    for (const [key, part] of Object.entries(value as object)) {
      const id = own(part, 'id');
      checkShape(inner, part, join(path, key), report);
      if (id !== undefined && ids.has(id)) report(join(path, key, 'id'), 'duplicate-id', 'another', id);
      ids.add(id);
    }
  }
}

/**
 * Reads a form document: JSON text or a value that came from one, so that nothing later throws, hangs or is fooled. All problems at once, each with its path.
 * What a publisher must know besides (names that lead nowhere, stale translations, the exact grammar) is `inspect`'s; cycles and references are `compilePlan`'s.
 * @returns the document as plain data, when there is no problem
 */
export function parse(input: unknown): { document?: FormDocument; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = reporter(problems);
  const patterns: [unknown, Path][] = [];
  const document = plainData(input, report, (name, value, path) => {
    // Annotations and patterns, wherever a schema is.
    if (name === 'x-dvc') checkShape('X', value, path, report);
    for (const pattern of name === 'pattern' ? [value] : name === 'patternProperties' ? Object.keys(value ?? {}) : []) patterns.push([pattern, path]);
  });
  for (const [pattern, path] of patterns.slice(0, MOST)) {
    const problem = typeof pattern === 'string' && problemOfPattern(pattern);
    if (problem) report(path, ...problem, pattern);
  }
  if (document === undefined) return { problems };
  checkShape('D', document, '', report);
  checkCounts(document, report, patterns.length);
  return problems.length > 0 ? { problems } : { document: document as FormDocument, problems };
}

/** The value that a text says or a script hands over, as plain data within limits; undefined when there is none that may be looked at. */
export function plainData(input: unknown, report: Report, each?: (name: string, value: unknown, path: Path) => void): unknown {
  try {
    const value: unknown = typeof input === 'string' ? JSON.parse(input) : input;
    // A getter or a Proxy is asked once more, and then no longer.
    if (withinLimits(value, report, each)) return value === input ? JSON.parse(JSON.stringify(value)) : value;
  } catch (error) {
    report('', 'not-json', 'JSON', (error as Error | undefined)?.message);
  }
}

export function checkCounts(document: unknown, report: Report, patterns = 0): void {
  const [fields, schemas] = countPlaces(own(document, 'schema'));
  const most = (path: Path, limit: number, count: number) => {
    if (count > limit) report(path, 'too-many', `at most ${limit}`, count);
  };
  most('', MOST, patterns);
  most('/schema', MOST, fields);
  most('/schema', 6e3, schemas);
  most('/steps', 200, listOf(own(document, 'steps')).length);
  const rules = own(document, 'rules');
  most('/rules', 500, listOf(own(rules, 'compute')).length + listOf(own(rules, 'checks')).length);
}
