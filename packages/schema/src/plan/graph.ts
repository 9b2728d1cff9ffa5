import type { Problem } from '../types.js';
import type { ScopedCompute } from './attach-rules.js';
import type { Growth } from './grow.js';
import { below, isGroup, placesRead } from './places.js';
import type { CheckPlan, Condition, Guard, Job, NodePlan } from './types.js';

/**
 * Joins relevance, computed values and conditions to one graph, orders it, and tells every place which jobs read it.
 * After the ordered ones come presence (deepest first), validation and checks, which nothing else reads.
 */
export function connect(growth: Growth, root: NodePlan, computes: readonly ScopedCompute[], checks: readonly CheckPlan[], problems: Problem[]): Job[] {
  const jobs: Job[] = [];
  // Not the length: a job may be dropped again.
  let ids = 0;
  const add = <J extends Job>(job: Omit<J, 'id' | 'rank'>): J => {
    const made = { ...job, id: ids++, rank: 0 } as J;
    jobs.push(made);
    return made;
  };
  const conditionJobs = growth.conditions.map((condition) => add<Job>({ kind: 'condition', scope: condition.at, condition } as never));
  const relevance = new Map<NodePlan, Job>();
  for (const node of growth.nodes) if (!always(node.declared)) relevance.set(node, add<Job>({ kind: 'relevance', scope: node } as never));
  const shaping = new Map<NodePlan, Job>();
  for (const node of growth.nodes) if (node.shaper) shaping.set(node, add<Job>({ kind: 'shape', scope: node } as never));
  const computing = new Map<NodePlan, Job>();
  for (const compute of computes) computing.set(compute.target, add<Job>({ kind: 'compute', scope: compute.scope, compute } as never));

  const before = new Map<Job, Set<Job>>();
  const reads = (job: Job, node: NodePlan, deep: boolean, shared: number) => {
    const places = deep ? [node, ...below(node)] : [node];
    for (const place of places) addReader(place, job, shared);
    const sources = before.get(job) ?? new Set<Job>();
    before.set(job, sources);
    for (let up: NodePlan | undefined = node; up; up = up.parent) {
      need(sources, relevance.get(up));
      need(sources, shaping.get(up));
    }
    for (const place of places) {
      need(sources, relevance.get(place));
      need(sources, shaping.get(place));
      need(sources, computing.get(place));
      if (isGroup(place)) for (const guard of place.required) for (const literal of guard) need(sources, conditionJobs[literal.condition.id]);
    }
  };
  for (const [i, condition] of growth.conditions.entries()) readCondition(conditionJobs[i]!, condition, reads);
  for (const compute of computes) for (const reading of compute.reads) reads(computing.get(compute.target)!, reading.node, reading.deep, reading.shared);
  const decides = (job: Job, guards: readonly Guard[]) => {
    const sources = new Set<Job>();
    before.set(job, sources);
    for (const condition of conditionsIn(guards)) {
      need(sources, conditionJobs[condition.id]);
      readsCondition(condition, job);
    }
  };
  for (const [node, job] of relevance) decides(job, node.declared);
  for (const [node, job] of shaping) decides(job, [...growth.facets[node.index]!.map(({ guard }) => guard), ...node.unions.map(({ guard }) => guard)].concat(branchGuards(growth, node)));
  const { ordered, dropped } = order([...conditionJobs, ...relevance.values(), ...shaping.values(), ...computing.values()], before, growth, problems);
  // Its look hangs on its own answer: it keeps the look that no condition gives it.
  for (const job of dropped) {
    if (job.kind === 'shape') job.scope.shaper = undefined;
    else job.scope.declared = [...job.scope.declared, []];
    ordered.splice(ordered.indexOf(job), 1);
    jobs.splice(jobs.indexOf(job), 1);
    for (const node of growth.nodes) node.conditionReaders = node.conditionReaders.map((readers) => readers?.filter((each) => each !== job));
  }
  ordered.forEach((job, rank) => { job.rank = rank; });

  let rank = ordered.length;
  for (const node of [...growth.nodes].reverse()) {
    if (!isGroup(node) || alwaysPresent(node)) continue;
    const job = add<Job>({ kind: 'presence', scope: node } as never);
    job.rank = rank++;
    for (const place of below(node)) addReader(place, job, node.lists.length);
  }
  for (const node of growth.nodes) {
    const job = add<Job>({ kind: 'validate', scope: node } as never);
    job.rank = rank++;
    node.validate = job;
    const checks = [...node.assertions, ...node.unionChecks.map((check) => ({ ...check, whole: true }))];
    for (const condition of conditionsIn([...node.required, ...checks.map((each) => each.guard), ...node.closed, ...node.unionChecks.flatMap((check) => check.branches.map((branch) => branch.guard))])) readsCondition(condition, job);
    const whole = new Set<NodePlan>();
    for (const assertion of checks) {
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
    if (node.item || node.entry || relevance.has(node) || shaping.has(node)) node.readersBelow = [...below(node)].flatMap((place) => place.readers);
    for (const row of [node.item, node.entry]) {
      if (!row) continue;
      const inRow = new Set([row, ...below(row)]);
      row.rowJobs = jobs.filter((job) => inRow.has(job.scope));
    }
  }
  return jobs;
}

/** Whether a union's branch was chosen decides how its place looks, even where no branch says so. */
const branchGuards = (growth: Growth, node: NodePlan): Guard[] => growth.conditions.filter(({ branch, at }) => branch && at === node).map((condition) => [{ condition, holds: true }]);

function readCondition(job: Job, condition: Condition, reads: (job: Job, node: NodePlan, deep: boolean, shared: number) => void): void {
  for (const pattern of condition.schema?.reads ?? []) {
    if (pattern === '' && isGroup(condition.at)) continue;
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

/** A ring is refused by name, unless it can be cut. */
function order(jobs: readonly Job[], before: ReadonlyMap<Job, Set<Job>>, { more, lenient }: Growth, problems: Problem[]): { ordered: Job[]; dropped: Job[] } {
  const done = new Set<Job>();
  const open: Job[] = [];
  const ordered: Job[] = [];
  const dropped: Job[] = [];
  const visit = (job: Job): void => {
    if (done.has(job)) return;
    const start = open.indexOf(job);
    if (start >= 0) return cut(open.slice(start));
    open.push(job);
    for (const earlier of before.get(job) ?? []) visit(earlier);
    open.pop();
    done.add(job);
    ordered.push(job);
  };
  const cut = (ring: readonly Job[]): void => {
    if (ring.some((job) => dropped.includes(job))) return;
    const weak = more?.weakest(ring, lenient);
    if (weak) {
      before.get(weak)!.clear();
      dropped.push(weak);
    }
    if (weak?.kind === 'shape') return;
    const named = [...ring, ring[0]!];
    problems.push({ path: whereOf(named.find((each) => each.kind !== 'relevance') ?? ring[0]!), code: 'cycle', expected: 'conditions and rules that do not read each other in a ring', got: named.map(nameOf).join(' → ') });
  };
  jobs.forEach(visit);
  return { ordered, dropped };
}

/** True when nothing decides over the place. */
export const always = (guards: readonly Guard[]): boolean => guards.some((guard) => guard.length === 0);

/** An object that is in the answers whenever it is shown: the root, a row, or one that is required wherever it is declared. */
export function alwaysPresent(node: NodePlan): boolean {
  if (!node.parent || node.parent.item === node || node.parent.entry === node) return true;
  const required = always(node.required) || (node.declared.length > 0 && node.declared.every((guard) => node.required.some((other) => same(guard, other))));
  return required && alwaysPresent(node.parent);
}

const same = (a: Guard, b: Guard) => a.length === b.length && a.every((literal, i) => literal.condition === b[i]!.condition && literal.holds === b[i]!.holds);
const conditionsIn = (guards: readonly Guard[]) => new Set(guards.flatMap((guard) => guard.map((literal) => literal.condition)));
const need = (set: Set<Job>, job: Job | undefined) => { if (job) set.add(job); };

const whereOf = (job: Job) => (job.kind === 'condition' ? job.condition.source : job.kind === 'compute' ? job.compute.source : job.scope.path);
const nameOf = (job: Job) => (job.kind === 'condition' ? `condition ${job.condition.source}` : job.kind === 'compute' ? `rule for ${job.compute.target.path}` : `whether ${job.scope.path} is asked`);
