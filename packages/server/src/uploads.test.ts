import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon, pdf, testServer, type TestServer } from './server.test-helper.js';
import { tidyFileName } from './uploads.js';

let server: TestServer;
let clock = noon;
let firstDir = '';
beforeAll(async () => { server = await testServer({ maxUploadBytes: 50_000, timeouts: { idle: 300 }, now: () => clock }); });
afterAll(async () => { await server.end(); if (firstDir) rmSync(firstDir, { recursive: true, force: true }); });
const uploads = () => join(server.dir, 'data/uploads');
const files = () => readdirSync(uploads(), { recursive: true }).map(String).filter((name) => statSync(join(uploads(), name)).isFile());

describe('uploads', () => {
  test('are kept under a random name, with their size and SHA-256', async () => {
    const bytes = Buffer.concat([pdf('Giấy chứng sinh'), Buffer.alloc(20_000, 7)]);
    const answer = await server.upload(await server.session(), bytes, { name: 'Giấy chứng sinh.pdf', type: 'image/png' });
    const file = answer.json();
    expect([answer.statusCode, file]).toEqual([201, { id: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'Giấy chứng sinh.pdf', type: 'application/pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]);
    expect(readFileSync(join(uploads(), file.id.slice(0, 2), file.id)).equals(bytes)).toBe(true);
  });

  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
  test.each([
    ['jpeg', jpeg, 201], ['webp', Buffer.from('RIFF\x20\0\0\0WEBPVP8 \0\0\0\0\0\0\0\0', 'latin1'), 201], ['heic', Buffer.from('0000001866747970686569630000000068656963', 'hex'), 201],
    ['HTML named pdf', '<!doctype html><script>alert(1)</script>', 415], ['svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 415], ['gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'), 415],
    ['zip', Buffer.from('504b0304140000000000', 'hex'), 415], ['exe', Buffer.from('4d5a90000300000004000000', 'hex'), 415], ['text', 'xin chào', 415], ['PDF after a line', `\n\n\n${pdf()}`, 415],
    ['nothing', '', 400], ['too large', Buffer.concat([pdf(), Buffer.alloc(50_001)]), 413],
  ])('%s: %#', async (_name, bytes, status) => {
    const before = files().length;
    const answer = await server.upload(await server.session(), bytes);
    expect(answer.statusCode).toBe(status);
    expect(files().length - before).toBe(status === 201 ? 1 : 0);
  });

  test('need a session, a paper and a name', async () => {
    const cookie = await server.session();
    expect((await server.upload('', pdf())).statusCode).toBe(428);
    expect((await server.upload(cookie, pdf(), { paper: '../x' })).statusCode).toBe(400);
    const send = (headers: Record<string, string>) => server.app.inject({ method: 'POST', url: '/api/v1/uploads?paper=proof', payload: pdf(), headers: { cookie, 'x-dvc': '1', 'content-type': 'application/pdf', ...headers } });
    expect((await send({})).statusCode).toBe(400);
    expect((await send({ 'x-file-name': '%E1%ZZ' })).statusCode).toBe(400);
    expect((await send({ 'x-file-name': 'a.pdf' })).statusCode).toBe(201);
  });

  /** Sends the head and some bytes over a real connection, then goes on or breaks off. */
  const raw = (length: string, then: (request: http.ClientRequest) => void) => new Promise<number | string>((done) => {
    void server.session().then(async (cookie) => {
      if (!server.app.server.listening) await server.listen(0);
      const { port } = server.app.server.address() as { port: number };
      const request = http.request({ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/uploads?paper=proof', headers: { cookie, 'x-dvc': '1', 'x-file-name': 'a.pdf', 'content-type': 'application/pdf', ...(length ? { 'content-length': length } : {}) } });
      request.on('response', (answer) => { answer.resume(); done(answer.statusCode!); }).on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'));
      request.write(pdf());
      then(request);
    });
  });

  test('one that breaks off or falls silent leaves nothing', async () => {
    const before = files().length;
    expect(await raw('9999', (request) => { setTimeout(() => request.destroy(), 50); })).toMatch(/ECONNRESET|error/);
    const began = Date.now();
    expect([408, 'ECONNRESET']).toContain(await raw('9999', () => undefined));
    expect(Date.now() - began).toBeLessThan(5000);
    await expect.poll(() => files().length, { timeout: 5000 }).toBe(before);
  });

  test('a size that is declared too large is refused at once, one that lies when it is passed', async () => {
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(await raw('50001', () => undefined));
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(await raw('', (request) => { request.write(Buffer.alloc(60_000)); request.end(); }));
    await expect.poll(() => files().filter((name) => name.endsWith('.part')), { timeout: 5000 }).toEqual([]);
  });

  test('what went into no dossier is deleted after 30 days', async () => {
    const { id } = (await server.upload(await server.session(), pdf('cũ'))).json();
    const path = join(uploads(), id.slice(0, 2), id);
    expect(existsSync(path)).toBe(true);
    const { dir } = server;
    firstDir = dir;
    await server.close();
    clock = new Date(noon.getTime() + 31 * 24 * 3_600_000);
    server = { ...(await testServer({ dataDir: join(dir, 'data'), now: () => clock })), dir };
    expect(existsSync(path)).toBe(false);
  });
});

test('file names are shown, never obeyed', () => {
  const cases: [string, string][] = [
    ['../../etc/passwd', 'passwd'], ['C:\\Users\\An\\ảnh.jpg', 'ảnh.jpg'], ['a\r\nb.pdf', 'ab.pdf'], ['a\0.pdf', 'a.pdf'], ['ảnh\u202Egpj.exe', 'ảnhgpj.exe'], ['..', 'tep'], ['', 'tep'], ['  ', 'tep'],
    ['Giâ\u0301y.pdf', 'Giấy.pdf'], [`${'ấ'.repeat(300)}.pdf`, `${'ấ'.repeat(100)}…${'ấ'.repeat(15)}.pdf`],
  ];
  for (const [given, shown] of cases) expect(tidyFileName(encodeURIComponent(given))).toBe(shown);
});
