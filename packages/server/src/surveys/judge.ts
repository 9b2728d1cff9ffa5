// The verdict on a response: by the form engine, as every dossier's, and by Ajv, which has the last word. Nothing that the browser reckoned is believed.
import { surveyJudge, type SurveyJudge } from '@dvc/core/survey/judge.js';
import type { SurveyContext, SurveyResponse } from '@dvc/core/survey/types.js';
import type { FormDocument, Issue, Json, JsonObject, Path, Problem } from '@dvc/schema';
import { ajvAuthority, type Authority } from '@dvc/schema/node';
import type { CodeLists } from '../code-lists.js';
import { listWithItems } from '../paper-issues.js';
import { questionsOf, type SurveyDocument } from './questions.js';

export interface SurveyVerdict { readonly answers: JsonObject; readonly issues: readonly Issue[]; readonly outcome: SurveyResponse['outcome']; readonly order: SurveyResponse['order']; readonly closed: boolean }
export type JudgeResponse = (document: SurveyDocument, response: SurveyResponse, known: { today: string; codeLists: CodeLists }) => SurveyVerdict;

/** Compiles each document once. */
export function responseJudge(): JudgeResponse {
  const ajv = ajvAuthority();
  const compiled = new WeakMap<FormDocument, { judge: SurveyJudge; authority: Authority }>();
  return (document, response, { today, codeLists }) => {
    let held = compiled.get(document);
    if (!held) compiled.set(document, (held = { judge: surveyJudge(document), authority: ajv.authorityFor(document.schema) }));
    const verdict = held.judge.judge(response, { today, context: { codeLists: (id: string, within?: string) => listWithItems(codeLists(id, within)?.list) } });
    // What is complete must be right in its eyes too; a part may lack what is required.
    const isWrong = verdict.outcome === 'complete' && verdict.issues.length === 0 && !held.authority.accepts(verdict.answers).valid;
    return isWrong ? { ...verdict, issues: [{ path: '', code: 'check', params: { reason: 'authority' } }] } : verdict;
  };
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

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text that a person typed, with its place: what a host's filter reads. */
export function wordsOf(document: SurveyDocument, answers: JsonObject): { path: Path; text: string }[] {
  return questionsOf(document).flatMap(({ path, keys, kind }) => {
    const value = keys.reduce<Json | undefined>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), answers);
    return kind === 'text' && typeof value === 'string' ? [{ path, text: value }] : [];
  });
}
