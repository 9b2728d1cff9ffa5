import type { Problem } from '../types.js';
import { checkKeywords } from './keywords.js';
import { withinLimits } from './limits.js';
import { checkCounts, fromText } from './parse.js';
import { checkField, checkSteps, checkTranslations, checkVariables } from './references.js';
import { isObject, own, reporter } from './report.js';
import { problemOfPattern } from './safe-pattern.js';
import { checkShape } from './shape.js';

/**
 * Everything that can be said about a form document without running it, for the one who writes it: `parse` and, besides, the exact grammar,
 * the keywords of the data schema, names that lead nowhere, steps, translations. It needs no other library, so an editor in a page can have it, lazily.
 * A document without problems here is one without problems for `parse`.
 * @param input JSON text, or a value that came from one
 */
export function inspect(input: unknown): Problem[] {
  const problems: Problem[] = [];
  const report = reporter(problems);
  const value = fromText(input, report);
  if (problems.length > 0 || !withinLimits(value, report)) return problems;

  const root = own(value, 'schema');
  checkShape('@document', value, '', report, (kind, part, path, holder) => {
    if (kind === 'field') {
      if (isObject(root)) checkField(root, part as string, path, holder, report);
    } else if (kind === 'rule') {
      if (isObject(root)) checkVariables(root, part, path, own(holder, 'each'), report);
    } else if (kind === 'schema' || kind === 'root') {
      if (kind === 'root' && own(part, 'type') !== 'object') report(`${path}/type`, 'not-an-object', 'object: the answers of a form are an object', own(part, 'type'));
      checkKeywords(part, path, report, (schema, at) => {
        const annotations = own(schema, 'x-dvc');
        if (isObject(annotations)) checkShape('@annotations', annotations, `${at}/x-dvc`, report, () => {});
        const patterns = own(schema, 'patternProperties');
        for (const [keyword, list] of [['pattern', [own(schema, 'pattern')]], ['patternProperties', isObject(patterns) ? Object.keys(patterns) : []]] as const) {
          for (const pattern of list) {
            const problem = typeof pattern === 'string' && problemOfPattern(pattern);
            if (problem) report(`${at}/${keyword}`, ...problem, pattern);
          }
        }
      });
    }
  });
  checkSteps(value, report);
  checkTranslations(value, report);
  checkCounts(value, report);
  return problems;
}
