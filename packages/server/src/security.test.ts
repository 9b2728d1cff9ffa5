import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from './app.js';
import { smallBody, testServer, today, type TestServer } from './server.test-helper.js';

const portal = 'https://portal.example.gov.vn';
let server: TestServer;
let site: string;
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'dvc-site-'));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(site, '.env'), 'secret');
  server = await testServer({ origins: [portal], mounts: [{ prefix: '/site/', dir: site, headers: { 'content-security-policy': "script-src 'self'", 'x-frame-options': null } }, { prefix: '/plain/', dir: site }] });
});
afterAll(async () => { await server.end(); rmSync(site, { recursive: true, force: true }); });

const send = async (headers: Record<string, string>) =>
  server.submit(await server.session(), 'key-of-the-security-test', smallBody({ fullName: 'Mai An Toàn' }, today), headers);

describe('who may change something', () => {
  test.each([
    ['a program', {}, 201], ['the own page', { origin: 'http://localhost:80', host: 'localhost:80' }, 201], ['the listed portal', { origin: portal }, 201],
    ['the own page by fetch metadata', { 'sec-fetch-site': 'same-origin' }, 201],
    ['another site', { origin: 'https://evil.example' }, 403], ['a sandboxed page', { origin: 'null' }, 403],
    ['a suffix trick', { origin: `${portal}.evil.example` }, 403], ['a prefix trick', { origin: 'https://evil-portal.example.gov.vn' }, 403], ['a sub-domain', { origin: 'https://x.portal.example.gov.vn' }, 403],
    ['another scheme', { origin: 'http://portal.example.gov.vn' }, 403], ['another port', { origin: `${portal}:8443` }, 403], ['another case', { origin: portal.toUpperCase() }, 403],
    ['two origins', { origin: `${portal} https://evil.example` }, 403], ['a cross-site request without Origin', { 'sec-fetch-site': 'cross-site' }, 403], ['a same-site one', { 'sec-fetch-site': 'same-site' }, 403],
    ['no header', { 'x-dvc': '' }, 403], ['a wrong header', { 'x-dvc': '0' }, 403],
    ['a form post', { 'content-type': 'application/x-www-form-urlencoded' }, 415], ['the text/plain trick', { 'content-type': 'text/plain' }, 415],
  ])('%s %j: %i', async (_name, headers, status) => { expect((await send(headers as Record<string, string>)).statusCode).toBe(status); });

  test('CORS names listed origins only, exactly, with credentials', async () => {
    const preflight = async (origin: string) => (await server.app.inject({ method: 'OPTIONS', url: '/api/v1/dossiers', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-dvc,idempotency-key' } })).headers;
    expect(await preflight(portal)).toMatchObject({ 'access-control-allow-origin': portal, 'access-control-allow-credentials': 'true' });
    for (const origin of ['null', 'https://evil.example', `${portal}.evil.example`, 'https://portal.example.gov.vn:444']) expect((await preflight(origin))['access-control-allow-origin']).toBe(undefined);
  });

  test('a list of origins with a mistake is refused at start', async () => {
    for (const origin of ['*', 'null', 'portal.example.gov.vn', `${portal}/`]) await expect(createServer({ origins: [origin], log: false })).rejects.toThrow(/Not an origin/);
  });
});

describe('what leaves the server', () => {
  test('headers', async () => {
    const { headers } = await server.app.inject('/api/v1/time');
    expect(headers).toMatchObject({ 'content-security-policy': "default-src 'none';frame-ancestors 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(headers['server'] ?? headers['x-powered-by']).toBe(undefined);
  });

  test('a mounted folder brings its own headers and hides dot files', async () => {
    const page = await server.app.inject('/site/index.html');
    expect([page.statusCode, page.headers['content-security-policy'], page.headers['x-frame-options']]).toEqual([200, "script-src 'self'", undefined]);
    expect((await server.app.inject('/site/')).statusCode).toBe(200);
    expect((await server.app.inject('/plain/index.html')).headers['content-security-policy']).toBe("default-src 'self'");
    for (const url of ['/site/.env', '/site/../data/secret', '/site/%2e%2e/data/secret', '/site/..%2fdata%2fsecret']) expect((await server.app.inject(url)).statusCode).toBeGreaterThanOrEqual(400);
  });

  test('documents and lists are cached by ETag', async () => {
    for (const url of ['/forms/thu-nghiem/phieu-nho/1.0.0.json', '/forms/thu-nghiem/phieu-nho/latest.json', '/code-lists/provinces.json', '/code-lists/communes/01.json']) {
      const first = await server.app.inject(url);
      expect([first.statusCode, first.headers['content-type']], url).toEqual([200, 'application/json; charset=utf-8']);
      expect((await server.app.inject({ url, headers: { 'if-none-match': `W/"x", ${first.headers['etag']}` } })).statusCode).toBe(304);
    }
    for (const url of ['/forms/thu-nghiem/phieu-nho/1.0.0.scenarios.json', '/forms/..%2f..%2fsecret/1.0.0.json', '/code-lists/..%2fapi%2fopenapi.yaml', '/code-lists/communes/%2e%2e.json', '/code-lists/khong-co.json', '/forms/khong-co/latest.json']) {
      expect((await server.app.inject(url)).statusCode, url).toBe(404);
    }
  });

  test('a fault shows a code and an incident, and nothing of what happened', async () => {
    const broken = await testServer({ judge: { prepare: async (document) => ({ document: document as never, problems: [] }), judge: () => { throw new Error('mật khẩu là 123 at dossiers.ts:12'); } } });
    const answer = await broken.submit(await broken.session(), 'key-of-the-fault-test', smallBody({ fullName: 'Trịnh Bí Mật' }, today));
    expect([answer.statusCode, Object.keys(answer.json()), answer.json().code]).toEqual([500, ['code', 'incident'], 'failed']);
    const line = broken.logged.find((each) => each.includes(answer.json().incident))!;
    expect(JSON.parse(line)).toMatchObject({ error: 'Error', msg: 'request failed' });
    expect(broken.logged.join('')).not.toContain('mật khẩu');
    await broken.end();
  });

  test('no personal data and no forged line in the log', async () => {
    const cookie = await server.session();
    const secret = 'Tôn Nữ Riêng Tư';
    await server.submit(cookie, 'key-of-the-privacy-test', smallBody({ fullName: secret }, today));
    await server.submit(cookie, 'key-of-the-privacy-test-2', `{"fullName":"${secret}`);
    await server.upload(cookie, `%PDF-1.4 ${secret}`, { name: `${secret}\r\n{"level":50}.pdf` });
    await server.app.inject(`/api/v1/time?name=${encodeURIComponent(secret)}`);
    await server.app.inject(`/${encodeURIComponent(secret)}%0d%0a{"level":60}`);
    const text = server.logged.join('');
    for (const each of [secret, encodeURIComponent(secret), cookie.split('=')[1]!, 'key-of-the-privacy', '127.0.0.1']) expect(text).not.toContain(each);
    for (const line of server.logged) expect(() => JSON.parse(line)).not.toThrow();
    expect(server.logged.every((line) => line.trim().split('\n').length === 1)).toBe(true);
  });
});
