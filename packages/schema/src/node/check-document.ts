import { checkConditions } from '../document/conditions.js';
import { checkFacts } from '../document/facts.js';
import { inspectAll } from '../document/inspect.js';
import { reporter } from '../document/report.js';
import { isObject, own } from '../document/report.js';
import { untranslated } from '../document/texts.js';
import { join } from '../pointer.js';
import type { Json, Problem } from '../types.js';
import { checkGrammar } from './meta-schema.js';
import { checkPatterns } from './regex.js';

/**
 * Everything that is checked before a form document is published, all problems at once. Problems with `level: 'warning'` do not stop it.
 * It does not compile: `compilePlan` then finds cycles and references that lead nowhere.
 * @param input JSON text, or a value that came from one
 */
export async function checkDocument(input: unknown): Promise<Problem[]> {
  const { value, problems, findings } = inspectAll(input);
  // The grammar repeats what inspect says better; alone it catches what inspect has missed.
  if (problems.length === 0) problems.push(...checkGrammar(value as Json));
  problems.push(...checkPatterns(findings.patterns));
  checkConditions(own(value, 'schema'), findings.conditions, reporter(problems));

  const warnings: Problem[] = [];
  checkFacts(value, reporter(warnings));
  const translations = own(value, 'translations');
  for (const locale of Object.keys(isObject(translations) ? translations : {})) {
    for (const at of untranslated(value, locale)) reporter(warnings)(join('/translations', locale), 'translation-missing', at, undefined);
  }
  return [...problems, ...warnings.map((problem): Problem => ({ ...problem, level: 'warning' }))];
}
