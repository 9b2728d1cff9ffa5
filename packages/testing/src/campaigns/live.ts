// npm run campaign -- live: many pages listen to one dossier at one server process. Each update must reach all of them in time; the server is killed without warning, once with nothing under way and once right after it has
// confirmed an update, and every page must come again by itself and miss nothing. With PostgreSQL: what is told to one process arrives through another.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { postgresFolder, startPostgres } from '../postgres.js';
import type { Campaign } from './campaign.js';
import { percentile } from './deliveries-ledger.js';
import { caseSecret, Listeners, memoryOf, pause, submit, tell, tokenOf, writeSmallForm } from './live-town.js';
import { crowd, KillableServer } from './submissions-server.js';
import { emptyDatabase } from './submissions-template.js';

/** ms in which an update has reached everybody */
const inTime = 2_000;
const spread = (all: readonly number[]) => ({ p50: percentile(all, 0.5), p99: percentile(all, 0.99), most: percentile(all, 1) });

export const run: Campaign = async (tools) => {
  const { args, say, bundle, root, cache } = tools;
  const n = args.number('n', 2_000);
  const updates = args.number('updates', 10);
  const seed = args.number('seed', 1);
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'run-'));
  const [program, listening] = [await bundle('live-child.ts'), await bundle('live-listeners.ts')];
  const shared = { DVC_FORMS: writeSmallForm(join(dir, 'forms')), DVC_SCHEMAS: join(root, 'schemas'), DVC_CASE_SECRET: caseSecret };
  const env: NodeJS.ProcessEnv = { ...shared, DVC_DATA: join(dir, 'data') };
  delete process.env['DATABASE_URL'];
  const server = new KillableServer([process.execPath, program], env);
  let listeners: Listeners | undefined;
  const began = Date.now();
  try {
    await emptyDatabase(env['DVC_DATA']!, join(cache, '../submissions'));
    await server.start();
    env['DVC_PORT'] = String(server.port);
    const address = `http://127.0.0.1:${server.port}`;
    const own = await submit(address);
    const tokens: string[] = [];
    // Each page its own right, as each citizen has.
    await crowd(n, 16, async () => { tokens.push(await tokenOf(address, own)); });
    const bare = await memoryOf(address);
    say(`${n} rights given; all connect`);
    const opening = Date.now();
    listeners = new Listeners(listening, { port: server.port!, code: own.code, tokens, atOnce: 200 });
    // Else an update would be timed by who was not there yet.
    let lacking = await listeners.all(1, 240_000);
    const connectMs = Date.now() - opening;
    const full = await memoryOf(address);
    say(`${full.streams} streams after ${connectMs} ms; the server has ${Math.round(full.rss / 2 ** 20)} MiB`);

    const reachMs: number[] = [];
    let late = 0;
    for (let at = 0; at < updates; at++) {
      const told = await tell(address, own.code, `update-${at}`);
      lacking += await listeners.all(told.seq, 10_000);
      const times = (await listeners.timesOf(told.seq)).map((time) => time - told.at);
      late += times.filter((ms) => ms > inTime).length;
      reachMs.push(...times);
      await pause(50);
    }
    say(`${updates} updates: ${JSON.stringify(spread(reachMs))} ms`);

    const comebackMs: number[] = [];
    for (const busy of [false, true]) {
      // The second time an update is confirmed, and the server is dead before it has told all of it.
      if (busy) await tell(address, own.code, 'confirmed-and-killed');
      await server.kill();
      await server.start();
      const up = Date.now();
      const told = await tell(address, own.code, `after-the-kill-${server.kills}`);
      lacking += await listeners.all(told.seq, 60_000);
      comebackMs.push(Date.now() - up);
      say(`killed and started: all are back and have ${told.seq} after ${comebackMs.at(-1)} ms`);
    }
    const { faults, reached, opened, refused } = await listeners.count();
    const behind = reached.filter((seq) => seq !== updates + 4).length;
    for (const fault of faults) say(fault);
    const memory = await memoryOf(address);
    listeners.end();
    await server.kill();
    const across = args.number('postgres', n < 1_000 ? 0 : 1) ? await acrossProcesses([process.execPath, program], listening, { ...shared, DVC_DATA: join(dir, 'pg') }, say) : { notRun: 'short' };
    const mib = (bytes: number) => Math.round(bytes / 2 ** 20);
    return {
      n, failed: lacking + late + behind + faults.length + ('failed' in across ? across.failed ?? 0 : 0), seed, updates, reachMs: spread(reachMs), late, connectMs, kills: server.kills - 1, comebackMs, slowestStartMs: Math.max(...server.starts),
      connections: opened, refused, lacking, behind, gapsOrDoubles: faults.length, rssMiB: { bare: mib(bare.rss), full: mib(full.rss), afterKills: mib(memory.rss) }, kibPerStream: Math.round((full.rss - bare.rss) / 1024 / n),
      across, seconds: Math.round((Date.now() - began) / 1000),
    };
  } finally {
    listeners?.end();
    await server.kill();
    if (existsSync(dir)) rmSync(dir, { recursive: true, force: true });
  }
};

/** Two processes on one PostgreSQL: told to the first, heard at the second. */
async function acrossProcesses(command: readonly [string, ...string[]], listening: string, env: NodeJS.ProcessEnv, say: (line: string) => void) {
  const bin = postgresFolder();
  if (!bin) return { notRun: 'PostgreSQL is not installed' };
  const postgres = await startPostgres(bin);
  const servers = ['a', 'b'].map((name) => new KillableServer(command, { ...env, DVC_DATA: `${env['DVC_DATA']}-${name}`, DATABASE_URL: postgres.url, DVC_SECRET: 'the-secret-that-both-processes-share-01' }));
  let listeners: Listeners | undefined;
  try {
    for (const server of servers) await server.start();
    const [first, second] = servers.map(({ port }) => `http://127.0.0.1:${port}`) as [string, string];
    const own = await submit(first);
    const tokens: string[] = [];
    for (let at = 0; at < 50; at++) tokens.push(await tokenOf(first, own));
    listeners = new Listeners(listening, { port: servers[1]!.port!, code: own.code, tokens, atOnce: 50 });
    let failed = await listeners.all(1, 20_000);
    const reachMs: number[] = [];
    for (let at = 0; at < 50; at++) {
      const told = await tell(first, own.code, `across-${at}`);
      failed += await listeners.all(told.seq, 10_000);
      reachMs.push(...(await listeners.timesOf(told.seq)).map((time) => time - told.at));
    }
    const late = reachMs.filter((ms) => ms > inTime).length;
    failed += late + (await listeners.count()).faults.length + ((await memoryOf(second)).streams === 50 ? 0 : 1);
    say(`from one process to the other: ${JSON.stringify(spread(reachMs))} ms`);
    return { failed, listeners: 50, updates: 50, reachMs: spread(reachMs) };
  } finally {
    listeners?.end();
    for (const server of servers) await server.kill();
    await postgres.stop();
  }
}
