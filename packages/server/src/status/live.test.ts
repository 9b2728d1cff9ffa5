import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatusEvent } from '@dvc/core';
import { postgresFolder, startPostgres } from '../server.test-helper.js';
import { openHub, type Outlet } from './hub.js';
import { listen, start, statusServer, until } from './status.test-helper.js';

const event = (id: string) => ({ id, at: start, type: 'paused' as const });
const eventAt = (seq: number): StatusEvent => ({ ...event(`e${seq}`), seq });

describe('a server that ends and begins again', () => {
  test('ends its streams at once, and the next one sends what was missed, without a gap', async () => {
    const first = await statusServer();
    const address = await first.listen(0);
    const own = await first.dossier();
    await first.tell(own.code, [event('a')]);
    const before = listen(address, own);
    await until(() => before.heard.length === 2, 'two events');
    const at = Date.now();
    await first.close();
    expect(Date.now() - at).toBeLessThan(5_000);
    await until(() => before.raw.ended, 'the end');
    const next = await statusServer({ dataDir: `${first.dir}/data`, formsDir: first.formsDir });
    const again = await next.listen(0);
    await next.tell(own.code, [event('b'), event('c')]);
    const after = listen(again, own, before.heard.at(-1).seq);
    await until(() => after.heard.length === 2, 'what was missed');
    expect([...before.heard, ...after.heard].map(({ seq, id }) => [seq, id])).toEqual([[1, 'submitted'], [2, 'a'], [3, 'b'], [4, 'c']]);
    await next.end();
  });
});

const bin = postgresFolder();
if (!bin) console.warn('PostgreSQL is not installed: updates across processes are not tried');
describe.skipIf(!bin)('two servers on one PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let servers: Awaited<ReturnType<typeof statusServer>>[];
  beforeAll(async () => {
    postgres = await startPostgres(bin!);
    const secret = 'the-secret-that-both-servers-share-01';
    servers = [];
    for (let at = 0; at < 2; at++) servers.push(await statusServer({ databaseUrl: postgres.url, secret }));
  });
  afterAll(async () => { for (const server of servers ?? []) await server.end(); await postgres?.stop(); });

  test('an update made on one arrives through the other; and after the listening connection was cut, what was said meanwhile', async () => {
    const [one, other] = servers as [typeof servers[0], typeof servers[0]];
    const address = await other.listen(0);
    const own = await one.dossier();
    const stream = listen(address, own);
    await until(() => stream.heard.length === 1, 'the first event');
    const at = Date.now();
    await one.tell(own.code, [event('a')]);
    await until(() => stream.heard.length === 2, 'the update of the other');
    expect(Date.now() - at).toBeLessThan(2_000);
    await one.database.script("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'");
    await one.tell(own.code, [event('b')]);
    await until(() => stream.heard.length === 3, 'what was said while nobody listened');
    await one.tell(own.code, [event('c')]);
    await until(() => stream.heard.length === 4, 'what was said afterwards');
    expect(stream.heard.map(({ seq, id }) => [seq, id])).toEqual([[1, 'submitted'], [2, 'a'], [3, 'b'], [4, 'c']]);
    stream.stop();
  });

  test('both write the same history: no number twice, none left out', async () => {
    const own = await servers[0]!.dossier();
    const ids = Array.from({ length: 30 }, (_, at) => `e${at}`);
    await Promise.all([...ids, ...ids].map((id, at) => servers[at % 2]!.tell(own.code, [event(id)])));
    const { events } = (await servers[1]!.ask('GET', `dossiers/${own.code}/status`, { token: own.token })).json();
    expect(events.map(({ seq }: StatusEvent) => seq)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1));
    expect(new Set(events.map(({ id }: StatusEvent) => id)).size).toBe(31);
  });
});

describe('the hub', () => {
  function outlet() {
    const made = { got: [] as Buffer[], state: 'open', writableLength: 0, gone: () => {}, write: (bytes: Buffer) => { made.got.push(bytes); }, end: () => { made.state = 'ended'; }, destroy: () => { made.state = 'destroyed'; }, on: (_: 'close', gone: () => void) => { made.gone = gone; } };
    return made satisfies Outlet & Record<string, unknown>;
  }
  const ids = (made: ReturnType<typeof outlet>) => [...Buffer.concat(made.got).toString().matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  const settle = () => new Promise((done) => { setTimeout(done, 20); });

  test('makes the bytes of an event once for all, drops who does not read, forgets who has gone', async () => {
    let history = [eventAt(1)];
    const hub = openHub({ read: async (_, after) => history.filter(({ seq }) => seq > after), keep: async (tokens) => new Set(tokens), log: () => {} });
    const [a, b, slow] = [outlet(), outlet(), outlet()];
    for (const each of [a, b, slow]) expect(hub.add(each, '7', 't', 1)).toBe(true);
    await settle();
    slow.writableLength = 1 << 20;
    history = [eventAt(1), eventAt(2), eventAt(3)];
    hub.poke('7'); hub.poke('7'); hub.poke();
    await settle();
    expect([ids(a), ids(b), slow.state, hub.size]).toEqual([[2, 3], [2, 3], 'destroyed', 2]);
    expect(a.got.at(-1)).toBe(b.got.at(-1));
    a.gone();
    expect(hub.size).toBe(1);
    hub.close();
    expect([b.state, hub.size, hub.add(outlet(), '7', 't', 0)]).toEqual(['ended', 0, false]);
  });

  test('property: however pokes, reads and newcomers fall, each stream has each number once and in order', async () => {
    for (let round = 0; round < 20; round++) {
      const history: StatusEvent[] = [];
      const pause = () => new Promise((done) => { setTimeout(done, Math.random() * 3); });
      const hub = openHub({ read: async (_, after) => { await pause(); const found = history.filter(({ seq }) => seq > after); await pause(); return found; }, keep: async (tokens) => new Set(tokens), log: () => {} });
      const all: { made: ReturnType<typeof outlet>; after: number }[] = [];
      for (let step = 0; step < 15; step++) {
        if (Math.random() < 0.5) { history.push(eventAt(history.length + 1)); if (Math.random() < 0.9) hub.poke('7'); }
        if (Math.random() < 0.3) { const made = outlet(); all.push({ made, after: history.length }); hub.add(made, '7', 't', history.length); }
        await pause();
      }
      hub.poke();
      await settle(); await settle();
      for (const { made, after } of all) expect(ids(made)).toEqual(history.map(({ seq }) => seq).filter((seq) => seq > after));
      hub.close();
    }
  });

  test('gives signs of life, ends whose right has ended, and all when the table cannot be read', async () => {
    let broken = false;
    const hub = openHub({ read: async () => { if (broken) throw new Error('away'); return []; }, keep: async () => new Set(['good']), log: () => {}, heartbeatMs: 10, keepMs: 30, most: 3 });
    const [good, bad] = [outlet(), outlet()];
    hub.add(good, '7', 'good', 0); hub.add(bad, '8', 'bad', 0);
    await settle(); await settle(); await settle();
    expect([good.state, bad.state]).toEqual(['open', 'ended']);
    expect(Buffer.concat(good.got).toString()).toMatch(/^retry: 3000\n:\n\n(:\n\n)+$/);
    hub.add(outlet(), '9', 'good', 0); hub.add(outlet(), '9', 'good', 0);
    expect(hub.add(outlet(), '9', 'good', 0)).toBe(false);
    broken = true;
    hub.poke('7');
    await settle();
    expect(good.state).toBe('ended');
    hub.close();
  });
});
