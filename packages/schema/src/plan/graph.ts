import type { Problem } from '../types.js';
import type { ScopedCompute } from './attach-rules.js';
import type { Growth } from './grow.js';
import { below, placesRead } from './places.js';
import type { CheckPlan, Condition, Guard, Job, NodePlan } from './types.js';

/**
 * Joins relevance, computed values and conditions to one graph, orders it, and tells every place which jobs read it.
 * After the ordered ones come presence (deepest first), validation and checks, which nothing else reads.
 */
export function connect(growth: Growth, root: NodePlan, computes: readonly ScopedCompute[], checks: readonly CheckPlan[], problems: Problem[]): Job[] {
  const jobs: Job[] = [];
  const add = <J extends Job>(job: Omit<J, 'id' | 'rank'>): J => {
    const made = { ...job, id: jobs.length, rank: 0 } as J;
    jobs.push(made);
    return made;
  };
  const conditionJobs = growth.conditions.map((condition) => add<Job>({ kind: 'condition', scope: condition.at, condition } as never));
  const relevance = new Map<NodePlan, Job>();
  for (const node of growth.nodes) if (!always(node.declared)) relevance.set(node, add<Job>({ kind: 'relevance', scope: node } as never));
  const computing = new Map<NodePlan, Job>();
  for (const compute of computes) computing.set(compute.target, add<Job>({ kind: 'compute', scope: compute.scope, compute } as never));

  const before = new Map<Job, Set<Job>>();
  const reads = (job: Job, node: NodePlan, deep: boolean, shared: number) => {
    const places = deep ? [node, ...below(node)] : [node];
    for (const place of places) addReader(place, job, shared);
    const sources = before.get(job) ?? new Set<Job>();
    before.set(job, sources);
    for (let up: NodePlan | undefined = node; up; up = up.parent) need(sources, relevance.get(up));
    for (const place of places) {
      need(sources, relevance.get(place));
      need(sources, computing.get(place));
      if (place.kind !== 'field') for (const guard of place.required) for (const literal of guard) need(sources, conditionJobs[literal.condition.id]);
    }
  };
  for (const [i, condition] of growth.conditions.entries()) readCondition(conditionJobs[i]!, condition, reads);
  for (const compute of computes) for (const reading of compute.reads) reads(computing.get(compute.target)!, reading.node, reading.deep, reading.shared);
  for (const [node, job] of relevance) {
    const sources = new Set<Job>();
    before.set(job, sources);
    for (const condition of conditionsIn(node.declared)) {
      need(sources, conditionJobs[condition.id]);
      readsCondition(condition, job);
    }
  }
  const ordered = order([...conditionJobs, ...relevance.values(), ...computing.values()], before, problems);
  ordered.forEach((job, rank) => { job.rank = rank; });

  let rank = ordered.length;
  for (const node of [...growth.nodes].reverse()) {
    if (node.kind !== 'object' || alwaysPresent(node)) continue;
    const job = add<Job>({ kind: 'presence', scope: node } as never);
    job.rank = rank++;
    for (const place of below(node)) addReader(place, job, node.lists.length);
  }
  for (const node of growth.nodes) {
    const job = add<Job>({ kind: 'validate', scope: node } as never);
    job.rank = rank++;
    node.validate = job;
    for (const condition of conditionsIn([...node.required, ...node.assertions.map((a) => a.guard), ...node.closed.map((c) => c.guard)])) readsCondition(condition, job);
    const whole = new Set<NodePlan>();
    for (const assertion of node.assertions) {
      for (const pattern of assertion.whole ? assertion.schema.reads : []) {
        const { node: place, deep } = placesRead(node, pattern);
        for (const each of deep ? [place, ...below(place)] : [place]) if (each !== node) whole.add(each);
      }
    }
    for (const place of whole) addReader(place, job, node.lists.length);
    addReader(node, job, node.lists.length);
  }
  for (const check of checks) {
    const job = add<Job>({ kind: 'check', scope: check.scope, check } as never);
    job.rank = rank++;
    for (const reading of check.reads) {
      for (const place of reading.deep ? [reading.node, ...below(reading.node)] : [reading.node]) addReader(place, job, reading.shared);
    }
  }
  jobs.sort((a, b) => a.rank - b.rank);
  for (const node of growth.nodes) {
    if (node.kind === 'list' || relevance.has(node)) node.readersBelow = [...below(node)].flatMap((place) => place.readers);
    if (!node.item) continue;
    const inRow = new Set([node.item, ...below(node.item)]);
    node.item.rowJobs = jobs.filter((job) => inRow.has(job.scope));
  }
  return jobs;
}

function readCondition(job: Job, condition: Condition, reads: (job: Job, node: NodePlan, deep: boolean, shared: number) => void): void {
  for (const pattern of condition.schema.reads) {
    if (pattern === '' && condition.at.kind !== 'field') continue;
    const { node, deep } = placesRead(condition.at, pattern);
    reads(job, node, deep, condition.at.lists.length);
  }
}

function readsCondition({ at, slot }: Condition, job: Job): void {
  const readers = [...at.conditionReaders];
  readers[slot] = [...(readers[slot] ?? []), job];
  at.conditionReaders = readers;
}

function addReader(place: NodePlan, job: Job, shared: number): void {
  place.readers = [...place.readers, { job, shared: Math.min(shared, place.lists.length) }];
}

function order(jobs: readonly Job[], before: ReadonlyMap<Job, ReadonlySet<Job>>, problems: Problem[]): Job[] {
  const done = new Set<Job>();
  const open: Job[] = [];
  const ordered: Job[] = [];
  const visit = (job: Job): void => {
    if (done.has(job)) return;
    const start = open.indexOf(job);
    if (start >= 0) {
      const ring = [...open.slice(start), job];
      problems.push({ path: whereOf(ring.find((each) => each.kind !== 'relevance') ?? job), code: 'cycle', expected: 'conditions and rules that do not read each other in a ring', got: ring.map(nameOf).join(' → ') });
      return;
    }
    open.push(job);
    for (const earlier of before.get(job) ?? []) visit(earlier);
    open.pop();
    done.add(job);
    ordered.push(job);
  };
  jobs.forEach(visit);
  return ordered;
}

/** True when nothing decides over the place. */
export const always = (guards: readonly Guard[]): boolean => guards.some((guard) => guard.length === 0);

/** An object that is in the answers whenever it is shown: the root, a row, or one that is required wherever it is declared. */
export function alwaysPresent(node: NodePlan): boolean {
  if (!node.parent || node.parent.item === node) return true;
  const required = always(node.required) || (node.declared.length > 0 && node.declared.every((guard) => node.required.some((other) => same(guard, other))));
  return required && alwaysPresent(node.parent);
}

const same = (a: Guard, b: Guard) => a.length === b.length && a.every((literal, i) => literal.condition === b[i]!.condition && literal.holds === b[i]!.holds);
const conditionsIn = (guards: readonly Guard[]) => new Set(guards.flatMap((guard) => guard.map((literal) => literal.condition)));
const need = (set: Set<Job>, job: Job | undefined) => { if (job) set.add(job); };

const whereOf = (job: Job) => (job.kind === 'condition' ? job.condition.source : job.kind === 'compute' ? job.compute.source : job.scope.path);
const nameOf = (job: Job) => (job.kind === 'condition' ? `condition ${job.condition.source}` : job.kind === 'compute' ? `rule for ${job.compute.target.path}` : `whether ${job.scope.path} is asked`);
