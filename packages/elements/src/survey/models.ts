// Questions as a view gets them: the machine's, in the words of a language, with ids that are safe and with what is wrong.
import { shownIssues, softIssuesOf, valueOf, type SurveyQuestion, type SurveyState } from '@dvc/core';
import type { Issue, Path } from '@dvc/schema';
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import { surveySentence } from '@dvc/locale/survey-sentence.js';
import type { ChoiceModel, QuestionModel } from '@dvc/ui/survey/model.js';
import { keysOf, textOf } from './values.js';

export type Lists = Pick<QuestionModel, 'loadOptions' | 'listMissing' | 'disabled'>;
/** What a model is made of besides the question. */
export interface Surroundings {
  readonly state: SurveyState;
  readonly words: SurveyWords;
  /** Found by the keeper of the responses. */
  readonly found: readonly Issue[];
  /** A number as it is being typed. */
  readonly typed: ReadonlyMap<Path, string>;
  /** Where pictures lie. */
  readonly base: string;
  lists(question: SurveyQuestion): Lists;
}

/** `/a/b` → `q_a_b`; whatever else a name holds becomes its number. */
export const idOf = (path: Path): string => `q${path.replace(/[^\w/-]|_/g, (each) => `.${each.codePointAt(0)!.toString(36)}`).replace(/\//g, '_')}`;

const YES_NO = ['true', 'false'] as const;

/** @param above the question that holds this row or box */
export function modelOf(around: Surroundings, question: SurveyQuestion, above?: SurveyQuestion): QuestionModel {
  const { state, words, typed } = around;
  const { path, widget, title, hint, required, many, ends, minimum, maximum, step, minItems, maxItems, exclusive, autocomplete, other, rows } = question;
  const value = valueOf(state, path);
  const formatter = question.format === undefined ? undefined : state.plan.kit.formats[question.format];
  const inputMode = formatter?.inputMode ?? (widget === 'number' ? (step === undefined ? 'decimal' : 'numeric') : undefined);
  const limits = many && widget !== 'ranking' && widget !== 'matrix' ? limitsOf(question, words) : '';
  const notes = { hint: [hint, limits].filter(Boolean).join(' '), error: errorOf(around, question), warning: above === undefined && softIssuesOf(state).includes(path) ? format(words.soft, { next: words.next }) : undefined };
  return {
    id: idOf(path), widget, title, required, many, exclusive, choices: choicesOf(question, around), chosen: keysOf(question, value), text: typed.get(path) ?? textOf(value, formatter?.display && ((text) => formatter.display!(text))),
    rows: rows.map((row) => modelOf(around, row, question)), minItems,
    ...given({ ...notes, ends, minimum, maximum, step, maxItems, autocomplete, inputMode, maxLength: question.maxLength, other: other && { choice: other.choice, question: modelOf(around, other.question, question) } }),
    ...(question.codeList ? around.lists(question) : {}),
  };
}

const given = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as { [K in keyof T]: NonNullable<T[K]> };

function choicesOf({ choices, widget }: SurveyQuestion, { words, base }: Surroundings): readonly ChoiceModel[] {
  if (widget === 'yes-no' && choices.length === 0) return YES_NO.map((key) => ({ key, title: key === 'true' ? words.yes : words.no }));
  return choices.map(({ key, title, hint, image, score }) => ({ key, title, ...given({ hint, score, image: image && pictureOf(image, base) }) }));
}

/** Beside the document, never anywhere else. */
function pictureOf({ src, alt }: { readonly src: string; readonly alt: string }, base: string): ChoiceModel['image'] {
  try { return { src: new URL(src, base).href, alt }; } catch { return undefined; }
}

/** How many may be chosen, said before it is wrong. */
function limitsOf({ minItems, maxItems: n }: SurveyQuestion, words: SurveyWords): string {
  if (n === undefined) return minItems > 1 ? format(words.atLeast, { n: minItems }) : '';
  return format(minItems === n ? words.exactly : minItems > 1 ? words.between : words.atMost, { n, from: minItems });
}

const below = (issue: Issue, path: Path) => issue.path === path || issue.path.startsWith(`${path}/`);

/** What is wrong with this very question; what is wrong with a row is said there. */
function errorOf({ state, found, words }: Surroundings, { path, widget, many, format: kind, rows, other }: SurveyQuestion): string | undefined {
  const issue = [...found, ...shownIssues(state)].find((each) => below(each, path) && !rows.some((row) => below(each, row.path)) && !(other && below(each, other.question.path)));
  return issue && surveySentence(issue, { widget, many, format: kind }, words);
}

/** Every question with all its parts: rows, and the box of "khác". */
export const parts = (question: SurveyQuestion): SurveyQuestion[] => [question, ...question.rows.flatMap(parts), ...(question.other ? parts(question.other.question) : [])];

