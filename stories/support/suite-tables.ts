// The tables of the page about JSON Schema, made of the results that scripts/make-suite-page.mjs has written down.
import { DRAFTS, type Draft } from '@dvc/testing/suite/drafts.js';
import { OUTSIDE, type Outside } from '@dvc/testing/suite/outside.js';
import type { Score, SuiteResults } from '@dvc/testing/suite/results.js';
import { table } from './table.js';

export const nameOf = (draft: Draft): string => draft.replace(/^draft(\d)$/, 'draft-0$1').replace(/^draft(20)/, '$1');

const LABELS: Record<string, string> = {
  ref: '`$ref`', refRemote: '`$ref` into another document', anchor: '`$anchor`', id: '`$id`', defs: '`$defs`', dynamicRef: '`$dynamicRef`', recursiveRef: '`$recursiveRef`', vocabulary: '`$vocabulary`',
  'if-then-else': '`if`, `then`, `else`', boolean_schema: '`true` and `false` as schemas', 'infinite-loop-detection': 'references in circles', content: '`contentMediaType`, `contentEncoding`',
};
const label = (name: string): string => {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const said = LABELS[last] ?? `\`${last}\``;
  return name.startsWith('optional/format/') ? `optional: format ${said}` : name.startsWith('optional/') ? `optional: ${said}` : said;
};

const sum = (scores: readonly Score[], of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
const outsideOf = ({ outside }: Score): number => Object.values(outside).reduce((total, tests) => total + tests, 0);
const scoresOf = (results: SuiteResults, draft: Draft): Score[] => Object.values(results.drafts[draft] ?? {});

/** One line per draft. */
export const suiteSummary = (results: SuiteResults): string =>
  table(['Draft', 'Tests', 'Right here', 'Outside, by name', 'Wrong', `Ajv ${results.versions['ajv']}`, `@cfworker/json-schema ${results.versions['@cfworker/json-schema']}`], DRAFTS.map((draft) => {
    const scores = scoresOf(results, draft);
    const [tests, ours, outside] = [sum(scores, (score) => score.tests), sum(scores, (score) => score.ours), sum(scores, outsideOf)];
    return [nameOf(draft), tests, ours, outside, tests - ours - outside, sum(scores, (score) => score.ajv), sum(scores, (score) => score.cfworker)].map(String);
  }));

/** Why tests are outside, and how many. */
export const suiteOutside = (results: SuiteResults): string =>
  table(['What', ...DRAFTS.map(nameOf), 'Why'], (Object.entries(OUTSIDE) as [Outside, string][]).map(([reason, why]) =>
    [`\`${reason}\``, ...DRAFTS.map((draft) => String(sum(scoresOf(results, draft), (score) => score.outside[reason] ?? 0))), why]));

/** One line per keyword; what the suite calls optional comes last. */
export const suiteKeywords = (results: SuiteResults, draft: Draft): string =>
  table(['Keyword', 'Tests', 'Right here', 'Outside', 'Ajv', 'cfworker'], Object.entries(results.drafts[draft] ?? {})
    .sort(([a], [b]) => Number(a.startsWith('optional/')) - Number(b.startsWith('optional/')) || (a < b ? -1 : 1))
    .map(([name, score]) => [label(name), String(score.tests), String(score.ours), Object.entries(score.outside).map(([reason, tests]) => `${tests} \`${reason}\``).join(', '), String(score.ajv), String(score.cfworker)]));
