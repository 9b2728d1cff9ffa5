import { insideOf, type CompiledSchema, type FormPlan, type Issue, type Job, type NodePlan, type Path, type Reader, split, type Json } from '@dvc/schema';
import { hasDefaults } from './appear.js';
import type { Draft } from './draft.js';
import { hasRarer, rarer } from './rarer.js';
import type { FormContext, NodeState, Row } from './state.js';
import { validate } from './validate.js';
import { anyHolds, holds, prunedValue, sameJson, type Trail } from './values.js';

interface Run { job: Job; rows: Row }
export interface Known {
  today: string; context: FormContext;
  /** Whether what appears gets its defaults. */
  defaults: boolean;
  /** A form goes on as it was left: nothing of it is foreign, and no text is old. */
  restores?: boolean;
  /** The next row's name. */
  rowId(): string;
}

/**
 * Runs what reads what has changed, in the order of the plan, each job once. The graph has no ring, so one pass settles it.
 */
export class Settling {
  evaluations = 0;
  readonly #queue: Run[] = [];
  readonly #queued = new Set<string>();
  /** While all jobs run in their order, nobody needs to be told that something changed. */
  #everything = false;

  readonly plan: FormPlan;
  readonly draft: Draft;
  readonly known: Known;

  constructor(plan: FormPlan, draft: Draft, known: Known) {
    this.plan = plan;
    this.draft = draft;
    this.known = known;
  }

  /** A place got another value. */
  changed(node: NodePlan, rows: Row): void {
    for (const reader of node.readers) this.#enqueue(reader, rows);
  }

  /** Rows came, went or moved, or a part appeared or went: whoever reads anything below. */
  reshaped(node: NodePlan, rows: Row): void {
    this.changed(node, rows);
    for (const reader of node.readersBelow) this.#enqueue(reader, rows);
  }

  /** A new row: all that is reckoned inside it. */
  rowAdded(item: NodePlan, rows: Row): void {
    for (const job of item.rowJobs) this.#enqueue({ job, shared: rows.length }, rows);
  }

  /** Everything, as at the start. */
  all(): void {
    this.#everything = true;
    for (const job of this.plan.jobs) for (const rows of this.#instances(job.scope, [])) this.#do({ job, rows });
    this.#everything = false;
  }

  /** Whatever is reckoned at a place and below. */
  inside(node: NodePlan, rows: Row): void {
    for (const job of this.plan.jobs) {
      let scope: NodePlan | undefined = job.scope;
      while (scope && scope !== node) scope = scope.parent;
      if (scope) this.#enqueue({ job, shared: rows.length }, rows);
    }
  }

  /** One job, wherever `rows` lead. */
  again(job: Job, rows: Row): void { this.#enqueue({ job, shared: rows.length }, rows); }

  run(): void {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      this.#queued.delete(nameOf(next));
      this.#do(next);
    }
  }

  #enqueue({ job, shared }: Reader, rows: Row): void {
    if (this.#everything) return;
    const common = Math.min(shared, rows.length, job.scope.lists.length);
    for (const instance of this.#instances(job.scope, rows.length === common ? rows : rows.slice(0, common))) {
      const run = { job, rows: instance };
      const name = nameOf(run);
      if (this.#queued.has(name)) continue;
      this.#queued.add(name);
      let at = this.#queue.length;
      while (at > 0 && this.#queue[at - 1]!.job.rank > job.rank) at -= 1;
      this.#queue.splice(at, 0, run);
    }
  }

  #instances(scope: NodePlan, prefix: Row): Row[] {
    if (scope.lists.length === prefix.length) return [prefix];
    let rows: Row[] = [prefix];
    for (const list of scope.lists.slice(prefix.length)) {
      rows = rows.flatMap((row) => (this.draft.get(list, row)?.rows ?? []).map((_, i) => [...row, i]));
    }
    return rows;
  }

  #do({ job, rows }: Run): void {
    const trail = this.draft.trail(job.scope, rows);
    if (!trail) return;
    this.evaluations += 1;
    switch (job.kind) {
      case 'condition': return this.#condition(job, rows, trail);
      case 'relevance': return this.#relevance(job.scope, rows, trail);
      case 'shape': return this.#shape(job.scope, rows, trail);
      case 'compute': return this.#compute(job, rows);
      case 'presence': return this.#presence(job.scope, rows, trail);
      case 'validate': return this.#validate(job.scope, rows, trail);
      case 'check': return this.#check(job, rows);
    }
  }

  #condition({ condition }: Extract<Job, { kind: 'condition' }>, rows: Row, trail: Trail): void {
    const node = trail.at(-1)!;
    const result = condition.schema ? this.#test(condition.schema, node, trail)
      : condition.branch ? node.picks?.[condition.branch.union.slot] === condition.branch.index : node.key !== undefined && condition.named!(node.key);
    if (node.conditions?.[condition.slot] === result) return;
    const edited = this.draft.edit(condition.at, rows);
    edited.conditions = condition.at.conditions.map((each) => (each === condition ? result : edited.conditions?.[each.slot] ?? false));
    for (const job of condition.at.conditionReaders[condition.slot] ?? []) this.#enqueue({ job, shared: condition.at.lists.length }, rows);
  }

  #test(schema: CompiledSchema, node: NodeState, trail: Trail): boolean {
    const value = shown(trail) ? prunedValue(node, trail, firstKeys(schema.reads)) : undefined;
    return schema.test(value ?? (node.shape.kind === 'object' ? {} : undefined));
  }

  #relevance(node: NodePlan, rows: Row, trail: Trail): void {
    const relevant = anyHolds(node.declared, trail);
    if (trail.at(-1)!.relevant === relevant) return;
    this.draft.edit(node, rows).relevant = relevant;
    if (relevant && hasRarer() && (hasDefaults(node) || trail.at(-2)?.extra) && rarer().appear(this, node, rows) && !this.#everything) this.inside(node, rows);
    if (!relevant && !this.#everything && hasRarer()) rarer().leave(this, node, rows);
    this.reshaped(node, rows);
  }

  #shape(node: NodePlan, rows: Row, trail: Trail): void {
    const shape = node.shaper!((guard) => holds(guard, trail));
    if (trail.at(-1)!.shape === shape) return;
    this.draft.edit(node, rows).shape = shape;
    rarer().restyle(this, node, rows);
    this.reshaped(node, rows);
    if (node.validate) this.#enqueue({ job: node.validate, shared: rows.length }, rows);
  }

  #compute({ compute, scope }: Extract<Job, { kind: 'compute' }>, rows: Row): void {
    const value = this.#rule(compute.value, scope, rows);
    const target = this.draft.get(compute.target, rows);
    if (!target || sameJson(target.computed, value)) return;
    this.draft.edit(compute.target, rows).computed = value;
    this.changed(compute.target, rows);
  }

  #presence(node: NodePlan, rows: Row, trail: Trail): void {
    const value = trail.at(-1)!;
    const filled = hasContent(value);
    if (value.filled === filled) return;
    this.draft.edit(node, rows).filled = filled;
    const again = (place: NodePlan) => {
      if (place.validate) this.#enqueue({ job: place.validate, shared: node.lists.length }, rows);
      insideOf(place).forEach(again);
    };
    again(node);
  }

  #validate(node: NodePlan, rows: Row, trail: Trail): void {
    const before = trail.at(-1)!;
    const { required, issues } = validate(node, trail, this.known.context);
    if (before.required === required && sameIssues(before.issues, issues)) return;
    const edited = this.draft.edit(node, rows);
    edited.required = required;
    if (!sameIssues(before.issues, issues)) edited.issues = issues;
  }

  #check({ check, scope }: Extract<Job, { kind: 'check' }>, rows: Row): void {
    const key = `check:${check.index}`;
    const broken = this.#rule(check.that, scope, rows) === false;
    const target = this.draft.get(check.at, rows);
    if (!target || (target.flags?.[key] !== undefined) === broken) return;
    const issue: Issue = { path: '', code: 'check', params: { check: check.index }, message: check.message.text, ...(check.level ? { level: check.level } : {}) };
    const { [key]: _, ...others } = target.flags ?? {};
    this.draft.edit(check.at, rows).flags = broken ? { ...others, [key]: issue } : others;
  }

  #rule(expression: Json, scope: NodePlan, rows: Row): Json | undefined {
    try {
      return this.plan.rules?.evaluate(expression, {
        today: this.known.today,
        ...(this.known.context.calendar ? { calendar: this.known.context.calendar } : {}),
        read: (name) => (name.startsWith('/') ? readPruned([this.draft.root], name) : readPruned(this.draft.trail(scope, rows) ?? [], `/${name}`)),
      });
    } catch {
      return undefined; // over the step budget: absent, as the language says
    }
  }
}

/** The pruned value at a path below the end of a trail; undefined as soon as something on the way is not asked. */
export function readPruned(trail: Trail, path: Path): Json | undefined {
  if (!shown(trail)) return undefined;
  const tokens = split(path);
  const way = [...trail];
  let node = way.at(-1);
  for (const token of tokens) {
    const rows = node?.rows ?? [];
    const slots = node?.shape.slots ?? 0;
    node = node?.children?.[node.plan.positions.get(token) ?? -1] ?? (node?.plan.item ? rows[/^\d+$/.test(token) ? Number(token) - slots : -1] : rows.find(({ key }) => key === token));
    if (!node?.relevant) return undefined;
    way.push(node);
  }
  return node && prunedValue(node, way);
}

export const shown = (trail: Trail): boolean => trail.every((node) => node.relevant);

function hasContent(node: NodeState): boolean {
  if (!node.relevant) return false;
  const { kind } = node.shape;
  if (kind === 'field') return (node.plan.computed ? node.computed : node.value) !== undefined;
  return node.value !== undefined || node.nested !== undefined || (node.rows?.length ?? 0) > 0 || (node.children ?? []).some(hasContent) || (node.plan.lenient && node.extra !== undefined);
}

const keysRead = new WeakMap<readonly string[], ReadonlySet<string> | null>();
/** The properties that a condition reads, or undefined when it reads them all. */
function firstKeys(reads: readonly string[]): ReadonlySet<string> | undefined {
  let keys = keysRead.get(reads);
  if (keys === undefined) {
    const first = reads.filter((pattern) => pattern !== '').map((pattern) => split(pattern)[0]!);
    keys = first.some((key) => key === '**' || key === '*') || first.length === 0 ? null : new Set(first);
    keysRead.set(reads, keys);
  }
  return keys ?? undefined;
}

const nameOf = ({ job, rows }: Run) => `${job.id}:${rows.join(',')}`;
const sameIssues = (a: readonly Issue[], b: readonly Issue[]) => a === b || (a.length === b.length && a.every((issue, i) => sameJson(issue as never, b[i] as never)));
