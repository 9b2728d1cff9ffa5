import type { Json, Problem } from '../types.js';
import { countFields } from './declared.js';
import { checkKeywords } from './keywords.js';
import { withinLimits } from './limits.js';
import { checkField, checkSteps, checkTranslations, checkVariables } from './references.js';
import { isObject, listOf, own, reporter } from './report.js';
import { problemOfPattern } from './safe-pattern.js';
import { checkShape } from './shape.js';
import type { FormDocument } from './types.js';

const MAX_FIELDS = 1000;
const MAX_STEPS = 200;
const MAX_RULES = 500;

/**
 * Reads a form document: JSON text or a value that came from one. All problems at once, each with its path.
 * Nothing is changed, and nothing is compiled: cycles and references that lead nowhere are `compilePlan`'s to find.
 * @returns the document when nothing stops it; problems with `level: 'warning'` do not
 */
export function parse(input: unknown): { document?: FormDocument; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = reporter(problems);
  let value = input;
  if (typeof input === 'string') {
    try {
      value = JSON.parse(input);
    } catch (error) {
      report('', 'not-json', 'JSON text', (error as Error).message);
      return { problems };
    }
  }
  if (!withinLimits(value, report)) return { problems };

  const root = own(value, 'schema');
  let rules = 0;
  checkShape('@document', value, '', report, (kind, part, path, holder) => {
    if (kind === 'field') {
      if (isObject(root)) checkField(root, part as string, path, holder, report);
    } else if (kind === 'rule') {
      rules += 1;
      if (isObject(root)) checkVariables(root, part, path, own(holder, 'each'), report);
    } else if (kind === 'schema' || kind === 'root') {
      if (kind === 'root' && own(part, 'type') !== 'object') report(`${path}/type`, 'not-an-object', '"object": the answers of a form are an object', own(part, 'type'));
      checkKeywords(part, path, report, (schema, at) => {
        const annotations = own(schema, 'x-dvc');
        if (isObject(annotations)) checkShape('@annotations', annotations, `${at}/x-dvc`, report, () => {});
        for (const pattern of [own(schema, 'pattern'), ...Object.keys(own(schema, 'patternProperties') ?? {})]) {
          const problem = typeof pattern === 'string' && problemOfPattern(pattern);
          if (problem) report(pattern === own(schema, 'pattern') ? `${at}/pattern` : `${at}/patternProperties`, problem.code, problem.expected, pattern);
        }
      });
    }
  });
  checkSteps(value, report);
  checkTranslations(value, report);
  const most = (path: string, code: string, limit: number, count: number) => {
    if (count > limit) report(path, code, `at most ${limit}`, `${count}`);
  };
  most('/schema', 'too-many-fields', MAX_FIELDS, countFields(root));
  most('/steps', 'too-many-steps', MAX_STEPS, listOf(own(value, 'steps')).length);
  most('/rules', 'too-many-rules', MAX_RULES, rules);
  return problems.some((problem) => problem.level !== 'warning') ? { problems } : { document: value as Json as unknown as FormDocument, problems };
}
