import { join } from '../pointer.js';
import { problemsOfRule } from '../rules/index.js';
import type { Json, JsonSchema, Path, Problem } from '../types.js';
import { checkKeywords } from './check-keywords.js';
import { missingReferences } from './missing-references.js';
import { checkCounts, plainData } from './parse.js';
import { checkField, checkSteps, checkTranslations, checkVariables, checkWithin } from './references.js';
import { isObject, own, reporter, type Loose, type Report } from './report.js';
import { problemOfPattern } from './safe-pattern.js';
import { checkShape, type Visit } from './shape.js';
import { checkSurvey } from './survey.js';

/** What a heavier check wants to look at again, with its place in the document. */
export interface Findings {
  /** every `if` of a schema and every `when` or condition of the document */
  conditions: { schema: unknown; path: Path }[];
  patterns: { pattern: string; path: Path }[];
  schemas: { schema: Loose; path: Path }[];
}

/**
 * Everything that can be said about a form document without compiling it, for the one who writes it: what `parse` says and, besides, the exact grammar,
 * the keywords of the data schema, rules, names that lead nowhere, steps, translations. It needs no other library, so an editor in a page can load it, lazily.
 * A document without problems here is one without problems for `parse`.
 * @param input JSON text, or a value that came from one
 */
export function inspect(input: unknown): Problem[] {
  return inspectAll(input).problems;
}

/** The same, with the value that was read and what was found on the way. */
export function inspectAll(input: unknown): { value: unknown; problems: Problem[]; findings: Findings } {
  const problems: Problem[] = [];
  const findings: Findings = { conditions: [], patterns: [], schemas: [] };
  const report = reporter(problems);
  const value = plainData(input, report);
  if (value === undefined) return { value, problems, findings };

  const root = own(value, 'schema');
  checkShape('@document', value, '', report, visitor(root, { problems, findings, report }));
  checkSteps(value, report);
  checkTranslations(value, report);
  checkWithin(findings.schemas, report);
  checkCounts(value, report);
  checkSurvey(value, findings.schemas, report);
  return { value, problems, findings };
}

/** Looks into what the shape alone does not tell: schemas, rules, names of answers. `root` is the data schema that they are about. */
export const visitor = (root: unknown, { problems, findings, report }: { problems: Problem[]; findings: Findings; report: Report }): Visit => (kind, part, path, holder) => {
  if (kind === 'schema' || kind === 'root') {
    checkKeywords(part, path, report, (schema, at) => lookAt(schema, at, findings, report));
    // What leads to nothing in this document is compile's to say.
    for (const { path: at, ref, why } of missingReferences(part as JsonSchema, root as JsonSchema)) if (why === 'remote-ref') report(path + at, why, 'a reference into this document', ref);
    if (kind === 'schema') findings.conditions.push({ schema: part, path });
    else if (own(part, 'type') !== 'object') report(join(path, 'type'), 'not-an-object', 'object: the answers of a form are an object', own(part, 'type'));
  } else if (kind === 'rule') {
    const each = own(holder, 'each');
    problems.push(...problemsOfRule(part as Json, path, each !== undefined));
    if (isObject(root)) checkVariables(root, part, path, each, report);
  } else if (kind === 'field' && isObject(root)) {
    checkField(root, part as string, path, holder, report);
  }
};

function lookAt(schema: Loose, path: Path, findings: Findings, report: Report): void {
  findings.schemas.push({ schema, path });
  const condition = own(schema, 'if');
  if (condition !== undefined) findings.conditions.push({ schema: condition, path: join(path, 'if') });
  const annotations = own(schema, 'x-dvc');
  if (isObject(annotations)) checkShape('@annotations', annotations, join(path, 'x-dvc'), report, () => {});

  const named = own(schema, 'patternProperties');
  const places = [['pattern', own(schema, 'pattern')], ...Object.keys(isObject(named) ? named : {}).map((name) => ['patternProperties', name])];
  for (const [keyword, pattern] of places as [string, unknown][]) {
    if (typeof pattern !== 'string') continue;
    const problem = problemOfPattern(pattern);
    if (problem) report(join(path, keyword), ...problem, pattern);
    else findings.patterns.push({ pattern, path: join(path, keyword) });
  }
}
