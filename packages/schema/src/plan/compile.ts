import type { FormDocument } from '../document/types.js';
import { compileWith } from '../json-schema/compile.js';
import { NeedsMore, SchemaError } from '../json-schema/problems.js';
import type { CompiledSchema, CompileOptions } from '../json-schema/types.js';
import type { JsonSchema, JsonSchemaObject, Path, Problem } from '../types.js';
import { settleShapes } from './controls.js';
import { connect } from './graph.js';
import { assert, grow, newNode, NONE, type Growth } from './grow.js';
import type { Kit, Links } from './kit.js';
import { resolve } from './local-ref.js';
import { findPlace } from './places.js';
import { stepsOf } from './steps.js';
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

export interface PlanOptions {
  /** The document stands for a plain schema: what cannot be followed is left out and named in `problems`, and nothing that was given is pruned. */
  lenient?: boolean;
  /** What was left out before, to be named with the rest. */
  problems?: readonly Problem[];
}

/**
 * Compiles a parsed document: one place per property, with what guards, requires and checks it, and one acyclic graph of
 * conditions, relevance and computed values.
 * @throws PlanError for an unresolvable reference, an unknown keyword, or a cycle, each by name; NeedsMore when the kit lacks a keyword.
 */
export function compilePlanWith(kit: Kit, document: FormDocument, { lenient = false, problems: before = [] }: PlanOptions = {}): FormPlan {
  const schema = (kit.vocabulary.rest?.normalise(document.schema) ?? document.schema) as JsonSchemaObject;
  const maker: PlanMaker = {
    kit, document, lenient, before,
    compile: (part, options) => compileWith(kit.vocabulary, part, schema, { ...options, formats: kit.formats }),
    resolve: (ref) => resolve(schema, ref),
    nestOf() { throw new NeedsMore('$ref'); },
    ...kit.more?.links(schema, kit.vocabulary, (target, at) => planOf(maker, schema, target, at)),
  };
  const plan = planOf(maker, schema, schema, '/schema');
  // A document is refused as a whole or not at all; a plain schema may have more nests than anybody opens.
  if (!lenient) for (const nest of maker.nests?.() ?? []) void nest.plan;
  return plan;
}

interface PlanMaker extends Links { readonly lenient: boolean; readonly before: readonly Problem[]; readonly kit: Kit; readonly document: FormDocument; compile(schema: JsonSchema, options?: CompileOptions): CompiledSchema }

/** The plan of one schema of the document: of the whole, or of a part that is a form of its own. */
function planOf(maker: PlanMaker, whole: JsonSchemaObject, schema: JsonSchemaObject, at: Path): FormPlan {
  const { kit, document, lenient, resolve, nestOf } = maker;
  const { vocabulary, formats, more } = kit;
  const isWhole = schema === whole;
  const problems: Problem[] = [];
  const missed: Problem[] = [];
  const compile = lenient ? (part: JsonSchema, options?: CompileOptions) => guarded(missed, () => maker.compile(part, options)) ?? maker.compile(true) : maker.compile;
  const growth: Growth = { root: whole, base: '/schema', nodes: [], conditions: [], problems, needs: [], facets: [], open: new Map(), later: [], lenient, more, resolve, nestOf, compile };
  const root = newNode(growth, '', '', undefined, []);
  root.declared = [NONE];
  guarded(problems, () => {
    grow(growth, root, schema, [], at);
    for (let next = growth.later.shift(); next; next = growth.later.shift()) next();
  });
  refuse(problems, lenient, missed);
  linkNeeds(growth);
  settleShapes(growth, formats);
  const condition = (when: JsonSchema) => guarded(problems, () => compile(when)) ?? compile(true);
  const { computes, checks } = (isWhole && kit.rules?.attach(document, root, problems)) || { computes: [], checks: [] };
  refuse(problems, lenient, missed);
  const jobs = connect(growth, root, computes, checks, problems);
  refuse(problems, lenient, missed);
  const plan: FormPlan = {
    document, root, nodes: growth.nodes, jobs, checks,
    title: { text: document.title, at: '/title' },
    steps: isWhole ? stepsOf(document, root, condition) : [],
    plain: !vocabulary.rest,
    rules: kit.rules,
    whole: lenient && isWhole ? guarded([], () => maker.compile(schema)) : undefined,
    problems: distinct(isWhole ? [...maker.before, ...missed] : missed),
    ...((isWhole && kit.surroundings?.(document, root, condition)) || NOTHING),
    find: (path) => findPlace(root, path),
  };
  refuse(problems, lenient, missed);
  return Object.freeze(plan);
}

/** A `required` name becomes the requirement of that place; a name that nothing declares stays a requirement of the object. */
function linkNeeds(growth: Growth): void {
  for (const { node, key, guard } of growth.needs) {
    const child = node.positions.get(key);
    if (child !== undefined) addGuard(node.children[child]!, guard);
    else assert(node, guard, growth.compile({ required: [key] }), true, {});
  }
}

function addGuard(node: NodePlan, guard: Guard): void {
  node.required = [...node.required, guard];
}

/** A part that is compiled in several places is missed once. */
const distinct = (problems: readonly Problem[]): Problem[] => problems.filter((problem, i) => problems.findIndex(({ path, code }) => path === problem.path && code === problem.code) === i);

function guarded<T>(problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function refuse(problems: Problem[], lenient: boolean, missed: Problem[]): void {
  if (problems.length > 0 && !lenient) throw new PlanError(problems);
  missed.push(...problems.splice(0));
}
