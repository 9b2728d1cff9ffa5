import { spawn } from 'node:child_process';
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { lockFolder } from './db/lock.js';
import { openDatabase } from './db/open.js';
import { bundle, cache, pdf, schemasDir, smallBody, smallForm, testServer, today, writeForm, type TestServer } from './server.test-helper.js';

const made: string[] = [];
const folder = () => { const dir = mkdtempSync(join(tmpdir(), 'dvc-durable-')); made.push(dir); return dir; };
afterEach(() => { for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true }); });

/** Runs `work` and tells which files were fsynced meanwhile, in order, as paths. */
async function synced(work: () => Promise<unknown>): Promise<string[]> {
  const real = fs.fsyncSync;
  const paths: string[] = [];
  fs.fsyncSync = (fd) => { paths.push(fs.readlinkSync(`/proc/self/fd/${fd}`)); real(fd); };
  syncBuiltinESMExports();
  try { await work(); } finally { fs.fsyncSync = real; syncBuiltinESMExports(); }
  return paths;
}

describe.skipIf(!existsSync('/proc/self/fd'))('an acknowledgement comes after the fsync', () => {
  test('of the write-ahead log for a dossier, of the file and its folder for a paper', async () => {
    const server: TestServer = await testServer();
    const cookie = await server.session();
    const dossier = await synced(async () => { expect((await server.submit(cookie, 'key-of-the-fsync-test', smallBody({ fullName: 'Lý Bền Vững' }, today))).statusCode).toBe(201); });
    expect(dossier.filter((path) => path.includes('/pg_wal/')).length).toBeGreaterThanOrEqual(1);
    const again = await synced(async () => { expect((await server.submit(cookie, 'key-of-the-fsync-test', smallBody({ fullName: 'Lý Bền Vững' }, today))).statusCode).toBe(201); });
    expect(again).toEqual([]);
    let id = '';
    const paper = await synced(async () => { id = (await server.upload(cookie, pdf())).json().id; });
    expect(paper.some((path) => path.endsWith(`/uploads/${id.slice(0, 2)}`))).toBe(true);
    expect(paper.filter((path) => path.includes('/pg_wal/')).length).toBeGreaterThanOrEqual(1);
    const settings = await server.database.db.selectFrom('pg_settings' as never).select(['name', 'setting'] as never[]).where('name' as never, 'in', ['fsync', 'wal_sync_method', 'synchronous_commit', 'full_page_writes'] as never).execute();
    expect(Object.fromEntries((settings as { name: string; setting: string }[]).map(({ name, setting }) => [name, setting]))).toEqual({ fsync: 'on', wal_sync_method: 'fsync', synchronous_commit: 'on', full_page_writes: 'on' });
    await server.end();
  });

  test('a failing fsync ends the process without an acknowledgement; the next one recovers and takes the retry', { timeout: 120_000 }, async () => {
    const dir = folder();
    const first = await testServer({ dataDir: join(dir, 'data') });
    const cookie = await first.session();
    await first.end();
    const program = join(cache, `failing-disk.${process.pid}.mjs`);
    const [key, body] = ['key-of-the-eio-test', smallBody({ fullName: 'Lý Đĩa Hỏng' }, today)];
    await bundle(program, `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      import { createServer } from './app.js';
      const [dataDir, formsDir, schemasDir, cookie] = process.argv.slice(2);
      const { app } = await createServer({ dataDir, formsDir, schemasDir, log: false, now: () => new Date('2026-11-21T02:30:00Z') });
      fs.fsyncSync = () => { throw Object.assign(new Error('EIO'), { code: 'EIO' }); };
      syncBuiltinESMExports();
      const answer = await app.inject({ method: 'POST', url: '/api/v1/dossiers', headers: { cookie, 'x-dvc': '1', 'idempotency-key': '${key}' }, payload: ${JSON.stringify(body)} });
      console.log('answered', answer.statusCode);
    `);
    const forms = join(dir, 'forms');
    writeForm(forms, smallForm);
    const child = spawn(process.execPath, [program, join(dir, 'data'), forms, schemasDir, cookie], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said += String(text); });
    const status = await new Promise((done) => { child.once('close', done); });
    rmSync(program);
    expect([status, said]).toEqual([1, expect.stringContaining('fsync failed: EIO')]);
    expect(said).not.toContain('answered');
    const next = await testServer({ dataDir: join(dir, 'data') });
    expect((await next.submit(cookie, key, body)).statusCode).toBe(201);
    expect((await next.database.db.selectFrom('dossier').selectAll().execute()).length).toBe(1);
    await next.end();
  });
});

describe('the data folder', () => {
  test('belongs to one process at a time; the lock of a dead one is taken over', async () => {
    const dir = folder();
    const release = lockFolder(dir);
    expect(() => lockFolder(dir)).toThrow(/in use by process/);
    release();
    lockFolder(dir)();
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => { gone.once('exit', done); });
    writeFileSync(join(dir, 'lock'), `${gone.pid} 12345`);
    lockFolder(dir)();
    writeFileSync(join(dir, 'lock'), ''); // killed between making and filling it
    lockFolder(dir)();
    expect(readdirSync(dir)).toEqual([]);
  });

  test('whose making was killed is made anew', { timeout: 120_000 }, async () => {
    const dir = folder();
    mkdirSync(join(dir, 'pg.new/base'), { recursive: true });
    writeFileSync(join(dir, 'pg.new/PG_VERSION'), '18\n');
    const first = await openDatabase({ dir });
    await expect(openDatabase({ dir })).rejects.toThrow(/in use/);
    await first.db.insertInto('counter').values({ agency: 'H99.01', day: today, last: 41 }).execute();
    await first.close();
    expect(existsSync(join(dir, 'pg.new'))).toBe(false);
    const second = await openDatabase({ dir });
    expect(Number((await second.db.selectFrom('counter').select('last').executeTakeFirstOrThrow()).last)).toBe(41);
    await second.close();
  });
});
