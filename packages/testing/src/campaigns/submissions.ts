// npm run campaign -- submissions: dossiers through a bad network into a server that is killed at random.
// Every acknowledged dossier must be stored exactly once. A kill is not a power cut: what the process had written stays
// in the kernel's memory. That each commit is also fsynced is held by a test of the server.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createFaultProxy, type Fault } from '../fault-proxy.js';
import { seeded } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { citizen, type Receipt } from './submissions-citizen.js';
import { compare } from './submissions-ledger.js';
import { crowd, KillableServer, Killer } from './submissions-server.js';
import { prepareSheets, sheetOf } from './submissions-sheets.js';
import { emptyDatabase } from './submissions-template.js';

const replays: readonly Fault[] = ['duplicate', 'duplicate-late', 'lost-reply'];

export const run: Campaign = async ({ args, say, bundle, root, cache }) => {
  const n = args.number('n', 10_000);
  const seed = args.number('seed', 1);
  const kills = args.number('kills', Math.min(20, Math.max(2, Math.round(n / 500))));
  const atOnce = args.number('crowd', 24);
  const sabotage = args.text('sabotage');
  const url = process.env['DATABASE_URL'];
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);

  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'run-'));
  const sheets = prepareSheets(root, join(dir, 'forms'));
  const data = join(dir, 'data');
  const server = new KillableServer([process.execPath, await bundle('submissions-child.ts')], {
    DVC_DATA: data, DVC_FORMS: join(dir, 'forms'), DVC_SCHEMAS: join(root, 'schemas'), DVC_NOON: `${sheets.today}T05:00:00Z`, ...(sabotage ? { DVC_SABOTAGE: sabotage } : {}), ...(url ? { DATABASE_URL: url } : {}),
  });
  const faultOf = seeded(seed);
  const proxy = await createFaultProxy({
    target: () => server.port,
    next: ({ method }) => (method === 'POST' && faultOf() < 0.2 ? replays[Math.floor(faultOf() * replays.length)]! : 'none'),
  });
  const receipts: Receipt[] = [];
  try {
    if (!url) await emptyDatabase(data, cache);
    await server.start();
    const began = Date.now();
    say(`server up after ${server.starts[0]} ms; ${n} submissions, ${atOnce} at a time, ${kills} kills, seed ${seed}`);
    const killer = new Killer(server, { kills, n, random: seeded(seed + 1) });
    await crowd(n, atOnce, async (number) => {
      const random = seeded(seed * 1_000_003 + number);
      const sheet = sheetOf(number, sheets, random);
      receipts.push(await citizen({ base: `http://127.0.0.1:${proxy.port}`, random, today: sheets.today, number, sheet, patience: 180_000 }));
      if (receipts.length % Math.max(100, Math.round(n / 20)) === 0) say(`${receipts.length} done, ${server.kills} kills, ${Math.round((receipts.length * 1000) / (Date.now() - began))}/s`);
      killer.at(receipts.length);
    });
    await killer.finish();
    await server.stop();
    const seconds = (Date.now() - began) / 1000;
    const { examples, ...found } = await compare(receipts, { dir: data, ...(url ? { url } : {}) });
    for (const example of examples) say(example);
    const acknowledged = receipts.filter((receipt) => receipt.acknowledgement).length;
    // Citizens who went home are few; a run in which nobody was answered must not pass as clean.
    const unanswered = n - acknowledged > n * 0.05 + 2 ? n - acknowledged : 0;
    say('a kill is not a power cut: what was written before it stays in the kernel\'s memory');
    return {
      n, failed: found.lost + found.doubled + found.wrong + found.gaps + found.strangers + unanswered, seed, acknowledged, ...found, kills: server.kills,
      attempts: receipts.reduce((sum, receipt) => sum + receipt.attempts, 0), faults: proxy.counts, seconds: Math.round(seconds), perSecond: Math.round(n / seconds),
      slowestStartMs: Math.max(...server.starts), ...(sabotage ? { sabotage } : {}),
    };
  } finally {
    await server.kill();
    await proxy.close();
    rmSync(dir, { recursive: true, force: true });
  }
};
