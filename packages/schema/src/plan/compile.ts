import type { FormDocument } from '../document/types.js';
import { compileSchema, normaliseSchema, SchemaError } from '../json-schema/index.js';
import type { JsonSchemaObject, Path, Problem } from '../types.js';
import { settleControl } from './controls.js';
import { grow, newNode, type Growth } from './grow.js';
import { connect } from './graph.js';
import { attachRules } from './attach-rules.js';
import { casesOf, feesOf, noticesOf, papersOf, stepsOf } from './parts.js';
import { findPlace } from './places.js';
import type { FormPlan, Guard, NodePlan } from './types.js';

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
 * @throws PlanError for an unresolvable reference, an unknown keyword, or a cycle, each by name.
 */
export function compilePlan(document: FormDocument): FormPlan {
  const base: Path = '/schema';
  const problems: Problem[] = [];
  const schema = guarded(problems, () => normaliseSchema(document.schema) as JsonSchemaObject) ?? {};
  const growth: Growth = { root: schema, base, nodes: [], conditions: [], problems, needs: [] };
  const root = newNode(growth, '', '', undefined, []);
  root.kind = 'object';
  root.declared.push([]);
  guarded(problems, () => grow(growth, root, schema, [], base));
  refuse(problems);
  linkNeeds(growth);
  growth.nodes.forEach(settleControl);
  const condition = (when: FormDocument['schema'] | boolean) => guarded(problems, () => compileSchema(when, schema)) ?? compileSchema(true, schema);
  const { computes, checks } = attachRules(document, root, problems);
  refuse(problems);
  const jobs = connect(growth, root, computes, checks, problems);
  refuse(problems);
  const plan: FormPlan = {
    document, root, nodes: growth.nodes, jobs, checks,
    title: { text: document.title, at: '/title' },
    steps: stepsOf(document, root, condition),
    papers: papersOf(document, root, condition),
    fees: feesOf(document.fees ?? [], '/fees', condition),
    cases: casesOf(document, condition),
    notices: noticesOf(document, condition),
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
    else node.assertions.push({ guard, schema: compileSchema({ required: [key] }, growth.root), whole: true });
  }
}

function addGuard(node: NodePlan, guard: Guard): void {
  node.required.push(guard);
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
