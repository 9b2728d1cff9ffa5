// npm run campaign -- status-orders: random lives of a dossier, their events in any order, some twice, some never, snapshots old and new between them. What is shown is always the life up to the first
// number that is missing, it never goes back, and in the end it is the snapshot.
import { emptyStatus, hasGap, revisionOf, statusViewOf, type StatusEvent, type StatusFacts, type StatusState, type StatusView } from '@dvc/core';
import { Random } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { randomLife, START, type Life } from './status-orders-lives.js';
import { sabotagedTracker, tracker } from './status-orders-sabotage.js';

const EXAMPLES = 10;
const FACTS: StatusFacts = { dossierCode: 'H99.01-261015-0001', about: 'Đăng ký tạm trú', agency: 'Ủy ban nhân dân xã Mẫu', submittedAt: START, owner: true };
const CONTEXT = {
  now: START + 40 * 86_400_000, calendar: { daysOff: ['2026-11-24'], workingSaturdays: ['2026-11-28'], covers: { from: '2026-01-01', to: '2026-12-31' } }, hours: [['07:30', '11:30'], ['13:30', '17:00']],
} as const;

/** What reaches the page: an event, or a snapshot up to a number. */
type Delivery = StatusEvent | { readonly upTo: number };

function deliveries(events: readonly StatusEvent[], roll: Random): { come: Delivery[]; missing: number } {
  const come: Delivery[] = [];
  let missing = 0;
  const gaps = roll.chance(0.5);
  for (const event of events) {
    if (gaps && roll.chance(0.15)) { missing++; continue; }
    for (let i = roll.chance(0.3) ? 2 + roll.below(2) : 1; i > 0; i--) come.push(event);
    // The same number with another fact, as no server should tell it.
    if (roll.chance(0.03)) come.push({ id: `${event.id}?`, seq: event.seq, at: event.at, type: 'withdraw-asked' });
  }
  if (roll.chance(0.4)) come.push({ upTo: roll.below(events.length + 1) });
  for (let i = come.length - 1; i > 0; i--) {
    const j = roll.below(i + 1);
    [come[i], come[j]] = [come[j]!, come[i]!];
  }
  return { come, missing };
}

export const run: Campaign = async ({ args, say }) => {
  const n = args.number('n', 100_000);
  const seed = args.number('seed', 1);
  const sabotage = args.text('sabotage');
  const { reduce, take } = sabotage ? sabotagedTracker(sabotage) : tracker;
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  const began = Date.now();
  const roll = new Random(seed);
  const counts = { backwards: 0, shown: 0, gaps: 0, snapshot: 0, model: 0 };
  let told = 0, steps = 0, withGap = 0, doubled = 0;
  const tasks = new Map<string, number>();
  const fault = (kind: keyof typeof counts, what: string, life: Life, come: readonly Delivery[]) => {
    counts[kind]++;
    if (told++ < EXAMPLES) say(`${kind}: ${what}; of ${JSON.stringify(life.events)} by ${JSON.stringify(come.map((each) => ('upTo' in each ? `snapshot ${each.upTo}` : each.seq)))}`);
  };
  const view = (state: StatusState | readonly StatusEvent[]): StatusView => statusViewOf(FACTS, state, CONTEXT);

  for (let i = 1; i <= n; i++) {
    const life = randomLife(roll), { events, end } = life;
    const { come, missing } = deliveries(events, roll);
    if (missing > 0) withGap++;
    if (come.length > events.length - missing) doubled++;
    // First tellings win, except what a snapshot says: kept by an own book.
    const book = new Map<number, StatusEvent>();
    let state = emptyStatus, revision = 0, updatedAt = 0;
    for (const each of come) {
      steps++;
      if ('upTo' in each) {
        state = take(state, { events: events.slice(0, each.upTo) });
        let upTo = 0;
        while (book.has(upTo + 1)) upTo++;
        if (each.upTo > upTo) for (const event of events.slice(0, each.upTo)) book.set(event.seq, event);
      } else {
        state = reduce(state, each);
        if (!book.has(each.seq)) book.set(each.seq, each);
      }
      let upTo = 0;
      while (book.has(upTo + 1)) upTo++;
      const gap = [...book.keys()].some((seq) => seq > upTo);
      if (hasGap(state) !== gap || revisionOf(state) !== upTo) fault('gaps', `revision ${revisionOf(state)}, gap ${hasGap(state)}, not ${upTo}, ${gap}`, life, come);
      if (revisionOf(state) < revision) fault('backwards', `revision ${revision} becomes ${revisionOf(state)}`, life, come);
      if (upTo !== revision || revisionOf(state) !== revision) {
        const shown = view(state), expected = view(Array.from({ length: upTo }, (_, at) => book.get(at + 1)!));
        if (JSON.stringify({ ...shown, gap: false }) !== JSON.stringify(expected)) fault('shown', `at ${upTo}: ${JSON.stringify({ ...shown, history: [] })}, not ${JSON.stringify({ ...expected, history: [] })}`, life, come);
        if (shown.updatedAt < updatedAt) fault('backwards', `told at ${updatedAt} becomes ${shown.updatedAt}`, life, come);
        updatedAt = shown.updatedAt;
      }
      revision = revisionOf(state);
    }
    // What a page does at a gap, or when the stream says that there is more.
    const final = revisionOf(state) < events.length || hasGap(state) ? take(state, { events }) : state;
    const shown = view(final), whole = view(events);
    // A number that was told otherwise, and came first, stands until a snapshot corrects it.
    const honest = events.every((event, at) => final.events[at] === event);
    if ((honest || final !== state) && JSON.stringify(shown) !== JSON.stringify(whole)) fault('snapshot', `${JSON.stringify({ ...shown, history: [] })}, not ${JSON.stringify({ ...whole, history: [] })}`, life, come);
    if (final.events.length !== events.length || hasGap(final)) fault('snapshot', `${final.events.length} of ${events.length} at the end`, life, come);
    if (end && (whole.code !== end.code || whole.task.kind !== end.task)) fault('model', `${whole.code} ${whole.task.kind}, not ${end.code} ${end.task}`, life, come);
    tasks.set(whole.task.kind, (tasks.get(whole.task.kind) ?? 0) + 1);
    if (i % Math.max(5_000, Math.floor(n / 20)) === 0) {
      say(`${i} orders, ${Math.round((i * 1000) / (Date.now() - began))}/s`);
      // Lets a signal through.
      await new Promise((done) => { setImmediate(done); });
    }
  }
  const failed = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return { n, failed, seed, ...counts, steps, withGap, doubled, tasks: Object.fromEntries([...tasks].sort()), seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}) };
};
