// Questions as a view gets them: the machine's, in the words of a language, with ids that are safe and with what is wrong.
import type { SurveyQuestion, SurveyState } from '@dvc/core';
import type { Path } from '@dvc/schema';
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import type { ChoiceModel, QuestionModel } from '@dvc/ui/survey/model.js';
import type { Answering } from './answering.js';

export type Lists = Pick<QuestionModel, 'loadOptions' | 'listMissing' | 'disabled'>;
/** What somebody's answering has come to. */
export interface Told { readonly chosen: readonly string[]; readonly text: string; readonly error?: string | undefined; readonly warning?: string | undefined }
/** What a model is made of besides the question. */
export interface Surroundings {
  readonly state: SurveyState;
  readonly words: SurveyWords;
  /** Where pictures lie. */
  readonly base: string;
  lists(question: SurveyQuestion): Lists;
  /** Not there before somebody answers. */
  readonly answering: Answering | undefined;
}

/** `/a/b` → `q_a_b`; whatever else a name holds becomes its number. */
export const idOf = (path: Path): string => `q${path.replace(/[^\w/-]|_/g, (each) => `.${each.codePointAt(0)!.toString(36)}`).replace(/\//g, '_')}`;

const NOTHING: Told = { chosen: [], text: '' };

/** @param isPart of another question: a row, a box, the words of "khác" */
export function modelOf(around: Surroundings, question: SurveyQuestion, isPart = false): QuestionModel {
  const { state, words } = around;
  const { path, widget, title, hint, required, many, ends, minimum, maximum, step, minItems, maxItems, maxLength, exclusive, autocomplete, other, rows } = question;
  const { chosen, text, error, warning } = around.answering?.told(question, words, isPart) ?? NOTHING;
  const inputMode = (question.format !== undefined && state.plan.kit.formats[question.format]?.inputMode) || (widget === 'number' ? 'decimal' : undefined);
  const limits = many && widget !== 'ranking' && widget !== 'matrix' ? limitsOf(question, words) : '';
  const model = {
    id: idOf(path), widget, title, required, many, exclusive, choices: choicesOf(question, around), chosen, text, rows: rows.map((row) => modelOf(around, row, true)),
    error, warning, hint: [hint, limits].filter(Boolean).join(' '), ends, minimum, maximum, step, minItems, maxItems, maxLength, autocomplete, inputMode,
    other: other && { choice: other.choice, question: modelOf(around, other.question, true) }, ...(question.codeList && around.lists(question)),
  };
  return given(model) as unknown as QuestionModel;
}

const given = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function choicesOf({ choices, widget }: SurveyQuestion, { words, base }: Surroundings): readonly ChoiceModel[] {
  if (widget === 'yes-no' && choices.length === 0) return [{ key: 'true', title: words.yes }, { key: 'false', title: words.no }];
  return choices.map((choice) => given({ ...choice, value: undefined, image: choice.image && pictureOf(choice.image, base) }) as unknown as ChoiceModel);
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

/** Every question with all its parts: rows, and the box of "khác". */
export const parts = (question: SurveyQuestion): SurveyQuestion[] => [question, ...question.rows.flatMap(parts), ...(question.other ? parts(question.other.question) : [])];
