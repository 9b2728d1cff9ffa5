import { payloadOf, type FormState, type NodeState } from '@dvc/core';
import { compileSchema, join, read, split, type FormPlan, type Guard, type Json, type Literal, type Path } from '@dvc/schema';
import { own } from '@dvc/schema/document/report.js';
import { alternativesOf, type AnswerTest, type Need } from './tests-of.js';

/** A place that is not asked now. Any of `ways` would show it; each names all that is amiss. */
export interface Hidden { path: Path; title: string; ways: Reason[][] }
export interface Reason {
  /** Where the condition stands in the document. */
  source: Path;
  /** `false`: the condition holds, and must not. */
  holds: boolean;
  /** The answers that the condition reads. */
  reads: Path[];
  /** When the condition can be taken apart: the tests that fail, in each way in which it could hold. */
  alternatives: Unmet[][];
}
export interface Unmet { path: Path; title: string; need: Need; now: Json | undefined; /** the test reads what is itself hidden */ hidden: boolean }

/** Which places the answers hide, the outermost of each, and why: from the guards and the read sets of the plan. */
export function explain(plan: FormPlan, state: FormState): Hidden[] {
  const found: Hidden[] = [];
  const walk = (node: NodeState, trail: readonly { node: NodeState; path: Path }[], path: Path): void => {
    const way = [...trail, { node, path }];
    if (!node.relevant) {
      found.push({ path, title: node.shape.title?.text ?? node.plan.key, ways: node.plan.declared.map((guard) => reasonsOf(plan, state, guard, way)) });
      return;
    }
    for (const child of node.children ?? []) walk(child, way, join(path, child.plan.key));
    for (const [i, row] of (node.rows ?? []).entries()) walk(row, way, join(path, node.shape.kind === 'list' ? i + node.shape.slots : row.key ?? ''));
  };
  walk(state.root, [], '');
  return found;
}

function reasonsOf(plan: FormPlan, state: FormState, guard: Guard, way: readonly { node: NodeState; path: Path }[]): Reason[] {
  return guard.flatMap((literal): Reason[] => {
    const { condition, holds } = literal;
    const at = way[condition.at.route.length];
    if (!at || (at.node.conditions?.[condition.slot] ?? false) === holds) return [];
    return [{ source: condition.source, holds, reads: (condition.schema?.reads ?? []).map((pattern) => at.path + pattern), alternatives: holds ? unmet(plan, state, literal, at.path) : [] }];
  });
}

function unmet(plan: FormPlan, state: FormState, { condition }: Literal, base: Path): Unmet[][] {
  const { schema: root } = plan.document;
  const raw = split(condition.source).reduce<unknown>((at, name) => own(at, name), plan.document);
  const answers = payloadOf(state);
  const failing = (test: AnswerTest): Unmet[] => {
    const now = read(answers, test.path);
    if (test.need === undefined || isMet(root, test, now)) return [];
    const place = stateOf(state.root, test.path);
    return [{ path: test.path, title: place?.shape.title?.text ?? split(test.path).at(-1)!, need: test.need, now, hidden: place ? !place.relevant : false }];
  };
  const alternatives = (alternativesOf(root, raw, base) ?? []).map((tests) => tests.flatMap(failing));
  // A test without words is left out; what then seems to lack nothing is no explanation.
  return alternatives.every((tests) => tests.length > 0) ? alternatives : [];
}

function isMet(root: FormPlan['document']['schema'], { need, schema }: AnswerTest, now: Json | undefined): boolean {
  if (need?.kind === 'empty') return now === undefined;
  return now !== undefined && (need?.kind === 'filled' || compileSchema(schema, root).test(now));
}

function stateOf(root: NodeState, path: Path): NodeState | undefined {
  let node: NodeState | undefined = root;
  for (const token of split(path)) {
    if (!node) return undefined;
    const child: NodeState | undefined = node.children?.[node.plan.positions.get(token) ?? -1];
    node = child ?? (/^\d+$/.test(token) ? node.rows?.[Number(token) - node.shape.slots] : undefined);
  }
  return node;
}

