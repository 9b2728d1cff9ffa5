import type { FormDocument } from '../document/types.js';
import { compileWith } from '../json-schema/compile.js';
import { SchemaError } from '../json-schema/problems.js';
import type { CompileOptions } from '../json-schema/types.js';
import type { JsonSchema, JsonSchemaObject, Path, Problem } from '../types.js';
import { settleControl } from './controls.js';
import { grow, newNode, NONE, type Growth } from './grow.js';
import { connect } from './graph.js';
import type { Kit } from './kit.js';
import { stepsOf } from './steps.js';
import { findPlace } from './places.js';
import type { FormPlan, Guard, NodePlan } from './types.js';

const NOTHING = { papers: [], fees: [], cases: [], notices: [] };

/** A document that cannot become a form. `problems` names every reason, with pointers into the document. */
export class PlanError extends Error {
  override name = 'PlanError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code} at ${problem.path}: expected ${problem.expected}, got ${problem.got}`).join('; '));
    this.problems = problems;
  }
}

/**
 * Compiles a parsed document: one place per property, with what guards, requires and checks it, and one acyclic graph of
 * conditions, relevance and computed values.
 * @throws PlanError for an unresolvable reference, an unknown keyword, or a cycle, each by name; NeedsMore when the kit lacks a keyword.
 */
export function compilePlanWith({ vocabulary, formats, rules, surroundings }: Kit, document: FormDocument): FormPlan {
  const base: Path = '/schema';
  const problems: Problem[] = [];
  const schema = (vocabulary.rest?.normalise(document.schema) ?? document.schema) as JsonSchemaObject;
  const compile = (part: JsonSchema, options?: CompileOptions) => compileWith(vocabulary, part, schema, { ...options, formats });
  const growth: Growth = { root: schema, base, nodes: [], conditions: [], problems, needs: [], compile };
  const root = newNode(growth, '', '', undefined, []);
  root.kind = 'object';
  root.declared = [NONE];
  guarded(problems, () => grow(growth, root, schema, [], base));
  refuse(problems);
  linkNeeds(growth);
  for (const node of growth.nodes) settleControl(node, formats);
  const condition = (when: FormDocument['schema'] | boolean) => guarded(problems, () => compile(when)) ?? compile(true);
  const { computes, checks } = rules?.attach(document, root, problems) ?? { computes: [], checks: [] };
  refuse(problems);
  const jobs = connect(growth, root, computes, checks, problems);
  refuse(problems);
  const plan: FormPlan = {
    document, root, nodes: growth.nodes, jobs, checks,
    title: { text: document.title, at: '/title' },
    steps: stepsOf(document, root, condition),
    plain: !vocabulary.rest,
    rules,
    ...(surroundings?.(document, root, condition) ?? NOTHING),
    find: (path) => findPlace(root, path),
  };
  refuse(problems);
  return Object.freeze(plan);
}

/** A `required` name becomes the requirement of that place; a name that nothing declares stays a requirement of the object. */
function linkNeeds(growth: Growth): void {
  for (const { node, key, guard } of growth.needs) {
    const child = node.positions.get(key);
    if (child !== undefined) addGuard(node.children[child]!, guard);
    else node.assertions = [...node.assertions, { guard, schema: growth.compile({ required: [key] }), whole: true }];
  }
}

function addGuard(node: NodePlan, guard: Guard): void {
  node.required = [...node.required, guard];
}

function guarded<T>(problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new PlanError(problems);
}
