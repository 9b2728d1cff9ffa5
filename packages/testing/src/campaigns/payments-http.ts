// npm run campaign -- payments --over http: random sequences of what citizens, tabs, banks, officers, forgers and clocks do, through a bad network, to a server that is killed at random, some of them in the
// middle of a notification. Once all is quiet, no đồng is lost or made, and everybody was told the truth.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaymentView } from '@dvc/core';
import { Random } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { places, type Place } from './payments-http-places.js';
import { audit, auditEarly, kinds, type Kind, type Tables } from './payments-http-audit.js';
import { Life } from './payments-http-citizen.js';
import { pause, Town } from './payments-http-town.js';
import { smallForm } from './submissions-form.js';
import { emptyDatabase } from './submissions-template.js';

const EXAMPLES = 20;
const MINUTE = 60_000;
/** minutes until what the browser left for must be known; until everything must be: an attempt may still have its quarter of an hour before it */
const [SOON, QUIET] = [15, 45];
const everywhere = ['anywhere', 'anywhere', 'before-reply', 'before-reply', ...places] as const;

/** An answer of the server past the network; it is up now. */
async function sure<T>(town: Town, name: string, body: object): Promise<T> {
  const found = await town.inside<T>(name, body);
  if (!found) throw new Error(`the server does not answer ${name}`);
  return found;
}

/** Ends the server in the middle of things, and starts it again. */
async function killing(town: Town, roll: Random, where: readonly (Place | 'anywhere')[]): Promise<void> {
  for (let left = 1 + roll.below(2); left > 0; left--) {
    await pause(roll.below(700));
    await town.kill(roll.pick(where), 1_500);
    await pause(roll.below(150));
    await town.start();
  }
}

/** The officer finishes what the gateway has begun: what it sent is done, what nobody knows is tried again under its number. */
async function finishRefunds(town: Town, lives: readonly Life[]): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    const { refunds, intents } = await sure<Tables>(town, 'tables', { payments: lives.map(({ payment }) => payment) });
    const open = refunds.filter(({ state }) => ['sending', 'unclear', 'taken'].includes(state));
    if (open.length === 0) return;
    for (const { id, request_id, payment } of open) {
      const orders = lives.find((life) => life.payment === payment)!.ordersAtGateway(intents.filter((each) => each.payment === payment).map(({ reference }) => reference));
      const sent = orders.flatMap((order) => order.refunds).find(({ requestId }) => requestId === request_id);
      if (sent) sent.status = '06';
      await town.insist('/admin/payments/refunds', { refund: id, decision: sent ? 'done' : 'approve', by: 'can-bo-2' });
    }
    await town.pass(2 * MINUTE);
  }
}

export const runOverHttp: Campaign = async ({ args, say, bundle, root, cache }) => {
  const n = args.number('n', 500);
  const seed = args.number('seed', 1);
  const size = args.number('crowd', 10);
  const share = args.number('faults', 15) / 100;
  const sabotage = args.text('sabotage');
  // Where the server dies; everywhere by default.
  const where = everywhere.filter((place) => place === (args.text('place') ?? place));
  if (where.length === 0) throw new Error(`--place is one of anywhere, ${places.join(', ')}`);
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'run-'));
  const [data, forms] = [join(dir, 'data'), join(dir, 'forms')];
  mkdirSync(join(forms, smallForm.id), { recursive: true });
  writeFileSync(join(forms, smallForm.id, `${smallForm.version}.json`), JSON.stringify(smallForm));
  const town = await Town.open({
    command: [process.execPath, await bundle('payments-http-child.ts')], seed, share,
    env: { DVC_DATA: data, DVC_FORMS: forms, DVC_SCHEMAS: join(root, 'schemas'), ...(sabotage ? { DVC_SABOTAGE: sabotage } : {}) },
  });
  const roll = new Random(seed);
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const ends = new Map<string, number>();
  let told = 0, steps = 0, lines = 0, charged = 0, failing = 0;

  async function round(from: number, many: number): Promise<void> {
    town.healed = true;
    const lives = await Promise.all(Array.from({ length: many }, async (_, i) => {
      const name = `${seed}S${from + i}`;
      return new Life(town, new Random(seed * 1_000_003 + from + i), name, await town.dossier(`campaign-payments-${name.padStart(12, '0')}`));
    }));
    town.healed = false;
    await Promise.all([killing(town, roll, where), ...lives.map((life) => life.live())]);

    town.healed = true;
    town.simulator.book.data.silence = 'none';
    const ids = lives.map(({ payment }) => payment);
    const faulty = new Set<Life>();
    const fault = (life: Life) => (kind: Kind, what: string) => {
      counts[kind]++;
      faulty.add(life);
      if (told++ < EXAMPLES) say(`${kind}: ${what} (payment ${life.payment})`);
    };
    const since = town.now();
    for (let minute = 1; minute <= QUIET; minute++) {
      await town.pass(MINUTE);
      await town.steer('idle', {});
      await sure(town, 'reconcile', {});
      if (minute === SOON) {
        const tables = await sure<Tables>(town, 'tables', { payments: ids });
        for (const life of lives) auditEarly(life, tables, since, fault(life));
      }
    }
    await finishRefunds(town, lives);
    const tables = await sure<Tables>(town, 'tables', { payments: ids });
    lines += tables.events.length;
    for (const life of lives) {
      const view = (await town.insist(`/api/v1/payments/${life.payment}`)).body as PaymentView;
      const { payments } = (await town.insist(`/admin/payments?code=${life.code}`)).body as { payments: { id: string; phase: string }[] };
      audit(life, town, tables, { view, listed: payments.find(({ id }) => id === life.payment) }, fault(life));
      ends.set(view.phase, (ends.get(view.phase) ?? 0) + 1);
      steps += life.steps;
      charged += life.ordersAtGateway(tables.intents.filter(({ payment }) => payment === life.payment).map(({ reference }) => reference)).reduce((sum, order) => sum + order.charges.length, 0);
      if (faulty.has(life) && told <= EXAMPLES) say(JSON.stringify(tables.events.filter(({ payment }) => payment === life.payment).map(({ event }) => event)));
    }
    failing += faulty.size;
    // What is over is not searched again.
    const { book } = town.simulator;
    Object.assign(book.data, { transactions: [], calls: [], requestIds: [], due: [], ipnOf: {} });
  }

  try {
    await emptyDatabase(data, join(cache, '../submissions'));
    await town.start();
    const began = Date.now();
    say(`server up after ${town.server.starts[0]} ms; ${n} sequences, ${size} at once, ${share * 100} % faults, seed ${seed}`);
    for (let from = 0; from < n; from += size) {
      await round(from, Math.min(size, n - from));
      if (from % Math.max(size, Math.floor(n / 20 / size) * size) === 0) say(`${Math.min(n, from + size)} sequences, ${town.server.kills} kills, ${failing} with a fault, ${Math.round((Date.now() - began) / 1000)} s`);
    }
    const failed = Object.values(counts).reduce((sum, each) => sum + each, 0);
    return {
      over: 'http', n, failed, seed, ...counts, sequencesWithFault: failing, steps, lines, charges: charged, kills: town.server.kills, died: town.died, faults: { citizens: town.street.counts, gateway: town.line.counts },
      ends: Object.fromEntries([...ends].sort()), simulatedHours: Math.round(town.offset / 3_600_000), seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}),
    };
  } finally {
    await town.close();
    rmSync(dir, { recursive: true, force: true });
  }
};
