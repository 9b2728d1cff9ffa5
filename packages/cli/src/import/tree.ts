// What an importer finds before it is a form: a tree of questions with the conditions under which each is asked.
import { join, type Json, type JsonSchema, type JsonSchemaObject, type Path } from '@dvc/schema';

export type Operator = 'eq' | 'empty' | 'includes' | 'starts' | 'ends' | 'gt' | 'gte' | 'lt' | 'lte'
  /** As SurveyJS compares: letters in either case, lists in any order, an empty list is no answer. */
  | 'is' | 'has' | 'among' | 'blank' | 'truthy';
/** A condition in the words of the source: `key` is a question as the source names it. */
export type Test = { all: Test[] } | { any: Test[] } | { not: Test } | { key: string; op: Operator; value?: Json };

export interface Gate {
  test: Test;
  /** Where the source says it, for the report. */
  path: Path;
  what: string;
}

export interface Question {
  name: string;
  /** As the source calls it. */
  key: string;
  label: string;
  kind: 'field' | 'object' | 'list' | 'map';
  /** Without what follows from the children. */
  schema: JsonSchemaObject;
  required: boolean;
  children: Question[];
  parent?: Question;
  gates: Gate[];
  /** It must be answered while all of one of these hold. */
  mustIf?: Gate[];
  /** Something inside is asked under a condition over what is outside, so the object cannot close itself. */
  open?: boolean;
  /** Place in the source. */
  path: Path;
}

export interface StepDraft { title: string; hint?: string; questions: Question[] }

export interface PaperDraft {
  title: string; hint?: string; required: boolean; types?: string[]; maxBytes?: number; maxFiles?: number;
  gates: Gate[];
  /** The list whose rows each want one. */
  each?: Question;
  path: Path;
  key: string;
}

export const question = (given: Partial<Question> & Pick<Question, 'name' | 'label' | 'path'>): Question => ({
  key: given.name, kind: 'field', schema: {}, required: false, children: [], gates: [], ...given,
});

export function add(parent: Question, child: Question): Question {
  child.parent = parent;
  parent.children.push(child);
  return child;
}

export const ancestors = (of: Question): Question[] => (of.parent ? [...ancestors(of.parent), of.parent] : []);

export function* everyQuestion(root: Question): Generator<Question> {
  for (const child of root.children) {
    yield child;
    yield* everyQuestion(child);
  }
}

/** Pattern of a question: `/members/*\/sex`. */
export const pathOf = (of: Question): Path => {
  if (!of.parent) return '';
  const above = pathOf(of.parent);
  return join(of.parent.kind === 'list' ? `${above}/*` : above, of.name);
};

/** `{properties: {a: {…}}, required: ["a"]}` down a way of names. */
export const within = (names: readonly string[], inner: JsonSchema): JsonSchema =>
  names.reduceRight<JsonSchema>((below, name) => ({ properties: { [name]: below }, required: [name] }), inner);
