import type { FormDocument } from '../document/types.js';
import { compileWith } from '../json-schema/compile.js';
import { NeedsMore, SchemaError } from '../json-schema/problems.js';
import type { CompiledSchema, CompileOptions } from '../json-schema/types.js';
import type { Json, JsonSchema, JsonSchemaObject, Path, Problem } from '../types.js';
import { settleShapes } from './controls.js';
import { connect } from './graph.js';
import { assert, grow, isSchemaObject, newNode, NONE, type Growth } from './grow.js';
import type { Kit } from './kit.js';
import { resolve, type Resolved } from './local-ref.js';
import { findPlace } from './places.js';
import { stepsOf } from './steps.js';
import type { FormPlan, Guard, Nest, NodePlan } from './types.js';

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
}

/**
 * Compiles a parsed document: one place per property, with what guards, requires and checks it, and one acyclic graph of
 * conditions, relevance and computed values.
 * @throws PlanError for an unresolvable reference, an unknown keyword, or a cycle, each by name; NeedsMore when the kit lacks a keyword.
 */
export function compilePlanWith(kit: Kit, document: FormDocument, { lenient = false }: PlanOptions = {}): FormPlan {
  const schema = (kit.vocabulary.rest?.normalise(document.schema) ?? document.schema) as JsonSchemaObject;
  const named = kit.vocabulary.rest?.resources(schema);
  const nests = new Map<JsonSchemaObject, Nest>();
  const made: PlanMaker = {
    kit, document, lenient,
    resolve: (ref, from) => resolve(schema, ref) ?? namedSchema(named, ref, from),
    compile: (part, options) => compileWith(kit.vocabulary, part, schema, { ...options, formats: kit.formats }),
    nestOf(target, at) {
      if (!kit.more) throw new NeedsMore('$ref');
      let nest = nests.get(target);
      if (!nest) {
        let plan: FormPlan | undefined;
        nests.set(target, nest = { get plan() { return (plan ??= planOf(made, schema, target, at)); } });
      }
      return nest;
    },
  };
  const plan = planOf(made, schema, schema, '/schema');
  // A document is refused as a whole or not at all; a plain schema may have more nests than anybody opens.
  if (!lenient) for (const nest of nests.values()) void nest.plan;
  return plan;
}

interface PlanMaker extends Pick<Growth, 'resolve' | 'nestOf' | 'lenient'> { readonly kit: Kit; readonly document: FormDocument; compile(schema: JsonSchema, options?: CompileOptions): CompiledSchema }

const namedSchema = (named: ((ref: string, from: Json) => Json | undefined) | undefined, ref: string, from: Json): Resolved | undefined => {
  try {
    const schema = named?.(ref, from);
    return schema === undefined || (typeof schema !== 'boolean' && !isSchemaObject(schema)) ? undefined : { schema, at: '' };
  } catch {
    return undefined; // not a URL, or a stray `%`
  }
};

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
    problems: missed,
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
