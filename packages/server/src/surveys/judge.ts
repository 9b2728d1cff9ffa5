// The verdict on a response: by the form engine, as every dossier's. Nothing that the browser reckoned is believed.
import type { SurveyContext, SurveyResponse } from '@dvc/core/survey/types.js';
import { join, type Issue, type Json, type JsonObject, type Path, type Problem } from '@dvc/schema';
import type { CodeLists } from '../code-lists.js';
import { listWithItems } from '../paper-issues.js';
import type { Judge } from '../verdict.js';
import { questionsOf, type SurveyDocument } from './questions.js';

/** A text to which its author has set no limit ends here, as in the browser. */
const LONGEST = 4000;
/** What may lack in a response that was left on the way. */
const OPEN = new Set(['required', 'minItems', 'minProperties', 'contains']);
const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

export function judgeResponse(judge: Judge, document: SurveyDocument, response: SurveyResponse, { today, codeLists }: { today: string; codeLists: CodeLists }): { answers: JsonObject; issues: Issue[] } {
  const { answers, locale, outcome } = response;
  const submission = { document: response.document, answers, papers: {}, codeLists: {}, fees: [], provenance: {}, today, idempotencyKey: response.id, locale };
  const verdict = judge.judge(document, submission, { today, codeLists: (id, within) => listWithItems(codeLists(id, within)?.list) });
  const found = verdict.issues.filter((issue) => issue.level !== 'warning' && (outcome === 'complete' || !OPEN.has(issue.code)));
  return { answers: verdict.answers, issues: found.length > 0 ? found : beyond(document, verdict.answers) };
}

/** What JSON Schema does not say. */
function beyond(document: SurveyDocument, answers: JsonObject): Issue[] {
  const issues: Issue[] = [];
  const walk = (value: Json | undefined, path: Path): void => {
    if (typeof value === 'string' && value.length > LONGEST) issues.push({ path, code: 'maxLength', params: { limit: LONGEST } });
    else if (Array.isArray(value)) value.forEach((each, at) => walk(each, join(path, at)));
    else if (isObject(value)) for (const [key, each] of Object.entries(value)) walk(each, join(path, key));
  };
  walk(answers, '');
  for (const { path, keys, exclusive } of questionsOf(document)) {
    const value = keys.reduce<Json | undefined>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), answers);
    if (!Array.isArray(value) || value.length < 2) continue;
    const choice = exclusive.find((each) => value.map(String).includes(each));
    if (choice !== undefined) issues.push({ path, code: 'exclusive', params: { choice } });
  }
  return issues;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** What is wrong with where a response says that it comes from. */
export function contextProblems(context: SurveyContext, { anonymous, agencies }: { anonymous: boolean; agencies: ReadonlySet<string> | undefined }): Problem[] {
  const problems: Problem[] = [];
  const wrong = (name: keyof SurveyContext, code: string, expected: string) => problems.push({ path: `/context/${name}`, code, expected, got: '' });
  if (anonymous && context.dossier !== undefined) wrong('dossier', 'anonymous', 'nothing: this survey does not know whose response it is');
  for (const name of ['agency', 'procedure', 'dossier'] as const) if (context[name] !== undefined && !CODE.test(context[name])) wrong(name, 'pattern', 'a code');
  if (context.agency !== undefined && agencies && !agencies.has(context.agency)) wrong('agency', 'unknown', 'an agency of this back end');
  return problems;
}

/** Every text that a person typed, with its place: what a host's filter reads. */
export function wordsOf(document: SurveyDocument, answers: JsonObject): { path: Path; text: string }[] {
  return questionsOf(document).flatMap(({ path, keys, kind }) => {
    const value = keys.reduce<Json | undefined>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), answers);
    return kind === 'text' && typeof value === 'string' ? [{ path, text: value }] : [];
  });
}
