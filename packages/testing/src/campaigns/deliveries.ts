// npm run campaign -- deliveries: dossiers from the browser's client through a bad network to a back end that is killed at random, and from
// there through a second bad network to a case system (the example in Python) that is killed too. Every dossier that a citizen
// was told is sent must be with the case system exactly once, with equal answers and files.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createFaultProxy, faults, type Fault } from '../fault-proxy.js';
import { seeded } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { NodeRequest, sender, type Sent } from './deliveries-citizen.js';
import { compareDeliveries, percentile } from './deliveries-ledger.js';
import { receivedBy, receiver, receiverMissing } from './deliveries-receiver.js';
import { crowd, KillableServer, Killer } from './submissions-server.js';
import { prepareSheets, sheetOf } from './submissions-sheets.js';
import { emptyDatabase } from './submissions-template.js';

const kinds = faults.filter((fault) => fault !== 'none');
const sabotages: Record<string, string | undefined> = { idempotency: 'no-idempotency', transaction: 'late-queue', receiver: undefined };
const [secret, adminToken] = ['secret-of-the-campaign-of-deliveries-0001', 'token-of-the-campaign-of-deliveries-00001'];

export const run: Campaign = async ({ args, say, bundle, root, cache }) => {
  const n = args.number('n', 10_000);
  const seed = args.number('seed', 1);
  const kills = args.number('kills', Math.max(2, Math.min(50, Math.round(n / 200))));
  const atOnce = args.number('crowd', 48);
  const share = args.number('faults', 40) / 100;
  const sabotage = args.text('sabotage');
  const url = process.env['DATABASE_URL'];
  if (sabotage !== undefined && !Object.hasOwn(sabotages, sabotage)) throw new Error(`No such sabotage: ${sabotage}. There are: ${Object.keys(sabotages).join(', ')}`);
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  const missing = receiverMissing();
  if (missing) { say(`not run: ${missing}`); return { n: 0, failed: 0, notRun: missing }; }

  (globalThis as { XMLHttpRequest?: unknown }).XMLHttpRequest = NodeRequest;
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'run-'));
  const [data, caseData] = [join(dir, 'data'), join(dir, 'case-system')];
  const sheets = prepareSheets(root, join(dir, 'forms'));
  const faultOf = (random: () => number) => (): Fault => (random() < share ? kinds[Math.floor(random() * kinds.length)]! : 'none');
  const cases = receiver(root, caseData, secret, sabotage === 'receiver');
  const inner = await createFaultProxy({ target: () => cases.port, next: faultOf(seeded(seed + 10)) });
  const server = new KillableServer([process.execPath, await bundle('submissions-child.ts')], {
    DVC_DATA: data, DVC_FORMS: join(dir, 'forms'), DVC_SCHEMAS: join(root, 'schemas'), DVC_NOON: `${sheets.today}T05:00:00Z`, DVC_ADMIN_TOKEN: adminToken,
    DVC_CASE_SYSTEM: `http://127.0.0.1:${inner.port}/dvc`, DVC_CASE_SYSTEM_SECRET: secret,
    ...(sabotage && sabotages[sabotage] ? { DVC_SABOTAGE: sabotages[sabotage] } : {}), ...(url ? { DATABASE_URL: url } : {}),
  });
  const outer = await createFaultProxy({ target: () => server.port, next: faultOf(seeded(seed + 20)) });
  const sent: Sent[] = [];
  try {
    if (!url) await emptyDatabase(data, join(cache, '../submissions'));
    await Promise.all([server.start(), cases.start()]);
    const began = Date.now();
    say(`both up after ${server.starts[0]} and ${cases.starts[0]} ms; ${n} dossiers, ${atOnce} at a time, ${kills} kills of each, ${share * 100} % faults, seed ${seed}`);
    const killers = [server, cases].map((each, index) => new Killer(each, { kills, n, random: seeded(seed + 1 + index) }));
    await crowd(n, atOnce, async (number) => {
      const random = seeded(seed * 1_000_003 + number);
      const sheet = sheetOf(number, sheets, random);
      if (sheet.answers['fullName'] !== undefined) sheet.answers['fullName'] = `Nguyễn Văn Thử ${number}`;
      sent.push(await sender({ base: `http://127.0.0.1:${outer.port}`, random, today: sheets.today, number, sheet, patience: 180_000 }));
      if (sent.length % Math.max(100, Math.round(n / 20)) === 0) say(`${sent.length} done, ${server.kills} and ${cases.kills} kills, ${Math.round((sent.length * 1000) / (Date.now() - began))}/s`);
      for (const killer of killers) killer.at(sent.length);
    });
    await Promise.all(killers.map((killer) => killer.finish()));
    const sendingMs = Date.now() - began;
    const left = await drained(() => server.port, 240_000);
    const seconds = (Date.now() - began) / 1000;
    await Promise.all([server.stop(), cases.kill()]);
    const killed = { serverKills: server.kills, receiverKills: cases.kills - 1 };
    const received = await receivedBy(root, caseData);
    const { examples, ...found } = await compareDeliveries(sent, received, { dir: data, ...(url ? { url } : {}), files: join(caseData, 'files') });
    for (const example of examples) say(example);
    const acknowledged = sent.filter((each) => each.acknowledgement);
    // Citizens who went home are few; a run in which nobody was answered must not pass as clean.
    const unanswered = n - acknowledged.length > n * 0.05 + 2 ? n - acknowledged.length : 0;
    const storedAt = new Map(received.map((each) => [each.dossierCode, each.storedAt * 1000]));
    const lags = acknowledged.flatMap((each) => { const at = storedAt.get(each.acknowledgement!.dossierCode); return at === undefined ? [] : [Math.max(0, at - each.acknowledgedAt!)]; });
    const waits = acknowledged.map((each) => each.waitMs!);
    const faulted = [outer, inner].map(({ counts }) => { const all = Object.values(counts).reduce((sum, count) => sum + count, 0); return Math.round(((all - counts.none) * 1000) / Math.max(1, all)) / 10; });
    say('a kill is not a power cut: what was written before it stays in the kernel\'s memory');
    return {
      n, failed: found.lost + found.doubled + found.wrong + found.strangers + unanswered + left, seed, acknowledged: acknowledged.length, ...found, undelivered: left, ...killed,
      faultPercent: { citizens: faulted[0], caseSystem: faulted[1] }, faults: { citizens: outer.counts, caseSystem: inner.counts },
      submitMs: { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99), most: percentile(waits, 1) }, lagMs: { p50: percentile(lags, 0.5), p99: percentile(lags, 0.99), most: percentile(lags, 1) },
      seconds: Math.round(seconds), perSecond: Math.round((n * 1000) / sendingMs), slowestStartMs: Math.max(...server.starts), ...(sabotage ? { sabotage } : {}),
    };
  } finally {
    await Promise.all([server.kill(), cases.kill()]);
    await Promise.all([outer.close(), inner.close()]);
    rmSync(dir, { recursive: true, force: true });
  }
};

/** Waits until the operator's list is empty; how many are on it in the end. */
async function drained(port: () => number | undefined, ms: number): Promise<number> {
  for (const end = Date.now() + ms; ; await new Promise((done) => { setTimeout(done, 250); })) {
    const answer = await fetch(`http://127.0.0.1:${port()}/admin/deliveries`, { headers: { authorization: `Bearer ${adminToken}` } });
    const { waiting, dead } = (await answer.json()) as { waiting: number; dead: number };
    if (waiting + dead === 0 || Date.now() > end) return waiting + dead;
  }
}
