// What a survey is made of, once, from its document: its questions, its pages, when it ends early. It throws what it cannot ask, by name, as the form's compiler does.
import { split, type CompiledSchema, type FormDocument, type Format, type Json, type JsonSchema, type Path, type Problem, type Text } from '@dvc/schema';
import type { Vocabulary } from '@dvc/schema/json-schema/node.js';
import { NeedsMore, SchemaError } from '@dvc/schema/json-schema/problems.js';
import { textOf } from './choices.js';
import { compile, grow, linkNeeds, newNode, type Condition, type Growth, type Guard, type SurveyNode } from './grow.js';
import { noted } from './look.js';
import { listOf, objectOf } from './plain.js';
import type { SurveyState } from './state.js';

/** Path of a question → keys of its choices (of a matrix: of its rows); id of a step → paths of its questions. */
export type SurveyOrder = Readonly<Record<string, readonly string[]>>;

/** Of the surveys that shuffle, or put answers into titles. */
export interface SurveyMore {
  orderOf(plan: SurveyPlan, seed: string, given?: SurveyOrder): SurveyOrder;
  piped(state: SurveyState, parts: readonly Json[], at: Path): string | undefined;
}

/** The parts of the language that the survey uses: keywords of the evaluator, formats by name, and what only some surveys have. */
export interface SurveyKit { readonly vocabulary: Vocabulary; readonly formats: Readonly<Record<string, Format>>; readonly more?: SurveyMore }

export interface SurveyStep {
  readonly id: string;
  readonly title: Text;
  readonly hint: Text | undefined;
  /** None: a page that only says something. */
  readonly nodes: readonly SurveyNode[];
  readonly when: CompiledSchema | undefined;
  readonly shuffle: boolean;
}

export interface SurveyPlan {
  readonly document: FormDocument;
  readonly kit: SurveyKit;
  readonly root: SurveyNode;
  readonly nodes: ReadonlyMap<Path, SurveyNode>;
  readonly steps: readonly SurveyStep[];
  /** The text of "khác" → the question inside of which it is shown. */
  readonly insideOf: ReadonlyMap<SurveyNode, SurveyNode>;
  readonly screenOut: readonly { readonly id: string; readonly when: CompiledSchema; readonly text: Text }[];
  readonly thanks: Text | undefined;
  readonly mode: 'pages' | 'one';
}

const conditionOf = (when: Json | undefined): when is JsonSchema => when !== undefined;

/**
 * @param document one that `parse` has read
 * @throws SchemaError with every problem, each with its place in the document; NeedsMore when the kit lacks a part
 */
export function surveyPlanOf(document: FormDocument, kit: SurveyKit): SurveyPlan {
  const growth: Growth = { root: document.schema, kit, problems: [], needs: [] };
  const root = newNode('', '', undefined);
  root.declared.push([]);
  grow(growth, root, document.schema, [], '/schema');
  linkNeeds(growth);
  const nodes = new Map<Path, SurveyNode>();
  const isRicher = (node: SurveyNode) => ['shuffle', 'titleParts'].some((name) => noted(node, () => true, name));
  const enter = (node: SurveyNode): void => {
    if (node.path !== '') nodes.set(node.path, node);
    node.children.forEach(enter);
  };
  enter(root);
  if (!kit.more && (document.steps?.some(({ shuffle }) => shuffle) || [...nodes.values()].some(isRicher))) throw new NeedsMore('shuffle');
  refuseRings(root, growth.problems);
  const survey = objectOf(document.survey);
  const plan: SurveyPlan = {
    document, kit, root, nodes,
    steps: stepsOf(document, root, nodes, growth),
    insideOf: insideOf(nodes),
    screenOut: listOf(survey.screenOut).map(objectOf).flatMap(({ id, when, text }, i) => {
      const said = textOf(text, `/survey/screenOut/${i}/text`);
      return conditionOf(when) && said ? [{ id: String(id), when: compile(growth, when, `/survey/screenOut/${i}/when`), text: said }] : [];
    }),
    thanks: textOf(survey.thanks, '/survey/thanks'),
    mode: survey.mode === 'one' ? 'one' : 'pages',
  };
  if (growth.problems.length > 0) throw new SchemaError(growth.problems);
  return Object.freeze(plan);
}

function stepsOf(document: FormDocument, root: SurveyNode, nodes: ReadonlyMap<Path, SurveyNode>, growth: Growth): SurveyStep[] {
  if (!document.steps?.length) return [{ id: 'survey', title: { text: document.title, at: '/title' }, hint: textOf(document.description, '/description'), nodes: root.children, when: undefined, shuffle: false }];
  return document.steps.map((step, i) => ({
    id: step.id,
    title: { text: step.title, at: `/steps/${i}/title` },
    hint: textOf(step.hint, `/steps/${i}/hint`),
    nodes: (step.fields ?? []).flatMap((path) => nodes.get(path[0] === '/' ? path : `/${path}`) ?? []),
    when: step.when === undefined ? undefined : compile(growth, step.when, `/steps/${i}/when`),
    shuffle: step.shuffle === true,
  }));
}

function insideOf(nodes: ReadonlyMap<Path, SurveyNode>): Map<SurveyNode, SurveyNode> {
  const found = new Map<SurveyNode, SurveyNode>();
  for (const node of nodes.values()) {
    const other = otherOf(node);
    const field = other && node.parent!.children.find(({ key }) => key === other.field);
    if (field && field !== node) found.set(field, node);
  }
  return found;
}

/** Of a question with "khác": the choice, and the name of the sibling that takes the words. */
export function otherOf(node: SurveyNode): { readonly choice: string; readonly field: string } | undefined {
  for (const { schema } of node.facets) {
    const { choice, field } = objectOf(objectOf(schema['x-dvc']).other);
    if (choice !== undefined && typeof field === 'string') return { choice: String(choice), field };
  }
  return undefined;
}

/** What a condition reads may not hang on the condition itself. */
function refuseRings(root: SurveyNode, problems: Problem[]): void {
  const done = new Map<Condition, boolean>();
  const visitGuards = (guards: readonly Guard[]): void => { for (const guard of guards) for (const { condition } of guard) visit(condition); };
  const visitNode = (node: SurveyNode): void => {
    visitGuards(node.declared);
    if (node.kind === 'object') visitGuards(node.required);
    node.children.forEach(visitNode);
  };
  const visit = (condition: Condition): void => {
    if (done.get(condition) === false) problems.push({ path: condition.source, code: 'cycle', expected: 'conditions that do not read each other in a ring', got: `condition ${condition.source}` });
    if (done.has(condition)) return;
    done.set(condition, false);
    for (let up: SurveyNode | undefined = condition.at; up; up = up.parent) visitGuards(up.declared);
    const keys = keysRead(condition.schema);
    condition.at.children.filter(({ key }) => !keys || keys.has(key)).forEach(visitNode);
    done.set(condition, true);
  };
  const all = (node: SurveyNode): void => {
    node.conditions.forEach(visit);
    node.children.forEach(all);
  };
  all(root);
}

const found = new WeakMap<CompiledSchema, ReadonlySet<string> | null>();
/** The properties that a condition reads; undefined when it reads them all. */
export function keysRead(schema: CompiledSchema): ReadonlySet<string> | undefined {
  let keys = found.get(schema);
  if (keys === undefined) {
    const first = schema.reads.filter((pattern) => pattern !== '').map((pattern) => split(pattern)[0]!);
    found.set(schema, keys = first.length === 0 || first.some((key) => key === '*' || key === '**') ? null : new Set(first));
  }
  return keys ?? undefined;
}
