import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../db/open.js';
import { signature } from '../delivery/sign.js';
import { noticesCommand } from '../operator.js';
import { statusServer, start, type Own, type StatusServer } from '../status/status.test-helper.js';
import { adapter, relay, taken, until, type Answer } from './notices.test-helper.js';
import type { NoticeSettings } from './settings.js';

const secret = 'the-secret-of-an-adapter-for-messages-001';
const page = 'https://dichvucong.example.gov.vn/ho-so.html?ma={dossierCode}';
const address = 'dinh.thi.theo.doi@example.com';

describe('messages', { timeout: 30_000 }, () => {
  let mail: Awaited<ReturnType<typeof relay>>;
  let phones: Awaited<ReturnType<typeof adapter>>;
  let server: StatusServer;
  let number = 0;
  beforeAll(async () => {
    [mail, phones] = [await relay(), await adapter()];
    const notices: NoticeSettings = {
      statusPage: page, publicUrl: 'https://dichvucong.example.gov.vn', mail: { host: '127.0.0.1', port: mail.port, from: 'Cổng dịch vụ công <dvc@example.gov.vn>' },
      sms: { url: `${phones.url}/sms`, secret }, zalo: { url: `${phones.url}/zalo?x=1`, secret, templates: { 'accepted-due': '251177' } },
      pause: { first: 10, longest: 30 }, attempts: 4, pollMs: 25,
    };
    server = await statusServer({ notices });
  });
  afterAll(async () => { await server?.end(); await mail?.close(); await phones?.close(); });
  beforeEach(() => { mail.mails.length = 0; phones.sent.length = 0; mail.answers(() => undefined); phones.answers(taken); server.logged.length = 0; });

  const choose = async ({ code, token }: Own, channel: string, more: object = {}) => {
    const answer = await server.ask('PUT', `dossiers/${code}/channels`, { token, body: { channel, on: true, consentVersion: '2026-11', ...(channel === 'email' ? { address } : { address: '0912345678' }), ...more } });
    expect(answer.statusCode, answer.body).toBe(200);
  };
  const happens = async (own: Own, event: object) => { const answer = await server.tell(own.code, [{ id: `e-${number++}`, at: server.clock.ms, ...event }]); expect(answer.json().refused).toEqual([]); };
  const rows = async ({ code }: Own) => server.database.db.selectFrom('notice').innerJoin('dossier', 'dossier.id', 'notice.dossier').select(['channel', 'template', 'state', 'attempts', 'reason', 'notice.id']).where('code', '=', code).where('channel', '<>', 'portal').orderBy('number').execute();
  const settled = async (own: Own) => { await until(async () => (await rows(own)).every(({ state }) => state !== 'waiting' && state !== 'sending')); return rows(own); };
  const portal = async ({ code, token }: Own) => (await server.ask('GET', `dossiers/${code}/notifications`, { token })).json().notifications as { title: string; text: string; read: boolean }[];
  const paused = { type: 'paused' };

  test('whoever has agreed is told by that very way, once, in the same words, and nothing personal is said', async () => {
    const own = await server.dossier();
    for (const channel of ['email', 'sms', 'zalo']) await choose(own, channel);
    const event = { id: 'accepted', at: start, type: 'accepted', limit: { value: 5, unit: 'workingDay' }, note: 'Gọi cho bà Theo Dõi 0987', holder: { unit: 'Phòng Tư pháp', person: 'Trần Thị Cán Bộ' } };
    await server.tell(own.code, [event, { id: 'code', at: start, type: 'status', code: '2' }]);
    await server.tell(own.code, [event]);
    expect(await settled(own)).toMatchObject(['email', 'sms', 'zalo'].map((channel) => ({ channel, template: 'accepted-due', state: 'sent', attempts: 1 })));
    const [{ due }] = (await server.ask('GET', 'dossiers', { cookie: own.cookie })).json().dossiers;
    const day = (due as string).split('-').reverse().join('/');
    const link = page.replace('{dossierCode}', own.code);

    const [letter, none] = mail.mails;
    expect(none).toBeUndefined();
    const { id } = (await rows(own))[0]!;
    expect(letter).toMatchObject({ to: [address], from: 'dvc@example.gov.vn', subject: `Hồ sơ ${own.code}: đã được tiếp nhận` });
    expect(letter!.text).toMatch(new RegExp(`^Kính gửi ông/bà,\n\nHồ sơ ${own.code} đã được tiếp nhận, hẹn trả kết quả ngày ${day}\\.`));
    expect(letter!.text).toContain(link);
    expect(letter!.headers).toMatchObject({ 'message-id': `<${id}@example.gov.vn>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click', 'auto-submitted': 'auto-generated', 'content-language': 'vi', 'date': expect.stringContaining('21 Nov 2026 02:30:00') });
    const unsubscribe = /^<(https:\/\/dichvucong\.example\.gov\.vn\/api\/v1\/unsubscribe\/[\w-]{32})>$/.exec(letter!.headers['list-unsubscribe']!)![1]!;
    expect(letter!.text).toContain(unsubscribe);

    const bySms = phones.sent.find(({ path }) => path === '/sms')!;
    const byZalo = phones.sent.find(({ path }) => path === '/zalo?x=1')!;
    expect(phones.sent.length).toBe(2);
    const params = { dossierCode: own.code, link, due: day };
    expect(bySms.json).toEqual({ id: expect.any(String), channel: 'sms', to: '+84912345678', text: `Hồ sơ ${own.code} đã tiếp nhận, hẹn trả ngày ${day}.`, template: 'accepted-due', locale: 'vi', params: { ...params, unsubscribe: expect.stringContaining('/unsubscribe/') } });
    expect(byZalo.json).toMatchObject({ channel: 'zalo', template: '251177', text: `Hồ sơ ${own.code} đã được tiếp nhận, hẹn trả kết quả ngày ${day}. Ông/bà không cần làm gì thêm.`, params });
    for (const { headers, body, json } of phones.sent) expect([headers['dvc-signature'], headers['dvc-delivery-id']]).toEqual([signature([secret], headers['dvc-timestamp'] as string, json.id, body), json.id]);

    expect(await portal(own)).toMatchObject([{ title: `Hồ sơ ${own.code}: đã được tiếp nhận`, read: false }]);
    for (const said of [letter!.raw, letter!.text, letter!.subject, ...phones.sent.map(({ body }) => body), JSON.stringify(await portal(own))]) expect(said).not.toMatch(/Theo Dõi|0987|Cán Bộ|Tư pháp/);
    // The same code again, with another holder: no news.
    await happens(own, { type: 'status', code: '2', holder: { unit: 'Phòng khác' } });
    expect((await rows(own)).length).toBe(3);
  });

  test('without consent nobody is written to; the portal tells unless it is switched off; what was agreed to later tells no older news', async () => {
    const own = await server.dossier();
    await happens(own, paused);
    expect([await rows(own), (await portal(own)).length]).toEqual([[], 1]);
    await choose(own, 'email');
    expect(await rows(own)).toEqual([]);
    expect((await server.ask('PUT', `dossiers/${own.code}/channels`, { token: own.token, body: { channel: 'portal', on: false } })).statusCode).toBe(200);
    await happens(own, { type: 'resumed' });
    expect((await settled(own)).map(({ channel }) => channel)).toEqual(['email']);
    expect((await portal(own)).length).toBe(1);
    // What a case system brings in of long ago wakes nobody.
    await happens(own, { type: 'status', code: '4', at: start - 4 * 24 * 3_600_000 });
    expect((await rows(own)).length).toBe(1);
    expect((await server.ask('PUT', `dossiers/${own.code}/channels`, { token: own.token, body: { channel: 'sms', on: true, address: '0912345678' } })).statusCode).toBe(400);
  });

  test('a consent that is taken back before the message goes is honoured', async () => {
    const own = await server.dossier();
    await choose(own, 'email');
    const { id } = await server.database.db.selectFrom('dossier').select('id').where('code', '=', own.code).executeTakeFirstOrThrow();
    await server.database.db.transaction().execute(async (tx) => {
      await server.status.append(tx, id, [{ type: 'paused', id: 'then-off', at: start }]);
      await tx.updateTable('channel_choice').set({ is_on: false }).where('dossier', '=', id).execute();
    });
    expect(await settled(own)).toMatchObject([{ state: 'void', attempts: 0, reason: 'no-consent' }]);
    expect(mail.mails).toEqual([]);
  });

  test('a link ends messages by its way: opening it does nothing, the button and the mailbox do', async () => {
    const own = await server.dossier();
    for (const channel of ['email', 'sms']) await choose(own, channel);
    await happens(own, paused);
    await settled(own);
    const path = new URL(mail.mails[0]!.headers['list-unsubscribe']!.slice(1, -1)).pathname;
    const shown = await server.app.inject({ url: path });
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    expect(shown.headers['content-security-policy']).toMatch(/default-src 'none';.* form-action 'self'/);
    expect(shown.body).toContain(`<p>Ông/bà muốn ngừng nhận thư điện tử về hồ sơ ${own.code}?`);
    expect(shown.body).toContain('<form method="post"><button>Ngừng nhận</button></form>');
    await happens(own, { type: 'resumed' });
    expect((await settled(own)).filter(({ channel }) => channel === 'email').length).toBe(2);

    const mailbox = { method: 'POST' as const, url: path, payload: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const button = { ...mailbox, payload: '', headers: { ...mailbox.headers, 'origin': 'null', 'sec-fetch-site': 'cross-site' } };
    for (const request of [mailbox, button, mailbox]) expect((await server.app.inject(request)).statusCode).toBe(200);
    expect((await server.app.inject(button)).body).toContain(`Ông/bà sẽ không nhận thư điện tử về hồ sơ ${own.code} nữa.`);
    await happens(own, paused);
    expect((await settled(own)).slice(4).map(({ channel }) => channel)).toEqual(['sms']);
    const { channels } = (await server.ask('GET', `dossiers/${own.code}/channels`, { token: own.token })).json();
    expect(channels.slice(1, 3)).toMatchObject([{ channel: 'email', on: false, address: 'd…i@example.com', consentVersion: '2026-11' }, { channel: 'sms', on: true }]);

    for (const token of ['A'.repeat(32), 'x', '%3Cscript%3E']) for (const method of ['GET', 'POST'] as const) {
      const wrong = await server.app.inject({ ...mailbox, method, url: `/api/v1/unsubscribe/${token}`, ...(method === 'GET' ? { payload: undefined } : {}) } as typeof mailbox);
      expect([wrong.statusCode, wrong.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(wrong.body).not.toContain('script');
    }
    // Nothing else is open to other sites.
    expect((await server.app.inject({ method: 'POST', url: '/api/v1/dossiers/lookup', payload: {}, headers: { origin: 'null' } })).statusCode).toBe(403);
    const held = JSON.stringify(await server.database.db.selectFrom('unsubscribe_link').selectAll().execute());
    expect(held).not.toContain(path.split('/').at(-1));
  });

  test('an event that is not written leaves neither message nor job', async () => {
    const own = await server.dossier();
    await choose(own, 'email');
    const { id } = await server.database.db.selectFrom('dossier').select('id').where('code', '=', own.code).executeTakeFirstOrThrow();
    const jobs = async () => (await server.database.script('select count(*)::int as jobs from pgboss.job where name = \'notice\'')).rows[0] as { jobs: number };
    const before = await jobs();
    await expect(server.database.db.transaction().execute(async (tx) => {
      await server.status.append(tx, id, [{ type: 'paused', id: 'undone', at: start }]);
      expect((await tx.selectFrom('notice').select('id').where('dossier', '=', id).execute()).length).toBe(2);
      throw new Error('undone');
    })).rejects.toThrow('undone');
    expect([await rows(own), await portal(own), await jobs()]).toEqual([[], [], before]);
    await server.database.db.transaction().execute((tx) => server.status.append(tx, id, [{ type: 'paused', id: 'undone', at: start }]));
    expect(await settled(own)).toMatchObject([{ state: 'sent' }]);
    expect(mail.mails.length).toBe(1);
  });

  test.each<[string, (phase: string, attempt: number) => number | undefined, string, number]>([
    ['a full mailbox for now', (phase, attempt) => (phase === 'rcpt' && attempt < 3 ? 451 : undefined), 'smtp-451', 3],
    ['a relay that is busy after the letter', (phase, attempt) => (phase === 'data' && attempt < 2 ? 451 : undefined), 'smtp-451', 2],
  ])('%s: the letter comes later, by the same name', async (_, answers, reason, attempts) => {
    const own = await server.dossier();
    await choose(own, 'email');
    mail.answers(answers);
    await happens(own, paused);
    const [row] = await settled(own);
    expect(row).toMatchObject({ state: 'sent', attempts, reason: null });
    expect(mail.mails.map(({ headers }) => headers['message-id'])).toEqual([`<${row!.id}@example.gov.vn>`]);
    const logged = server.logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'notice failed');
    expect(logged.length).toBe(attempts - 1);
    for (const line of logged) expect(line.reason).toBe(reason);
    expect(server.logged.join('')).not.toContain('example.com');
  });

  test('a mailbox that does not exist, and a relay that fails too often, end in the dead-letter list, from where an operator sends again; nobody is written to twice', async () => {
    const [own, other] = [await server.dossier(), await server.dossier()];
    for (const each of [own, other]) await choose(each, 'email');
    mail.answers(() => 550);
    await happens(own, paused);
    expect(await settled(own)).toMatchObject([{ state: 'dead', attempts: 1, reason: 'smtp-550' }]);
    mail.answers(() => 421);
    await happens(other, paused);
    expect(await settled(other)).toMatchObject([{ state: 'dead', attempts: 4, reason: 'smtp-421' }]);
    mail.answers(() => undefined);

    const at = new URL(server.app.server.listening ? server.app.listeningOrigin : await server.listen(0));
    const env = { DVC_DATA: `${server.dir}/data`, PORT: at.port };
    const said: string[] = [];
    const run = async (...words: string[]) => { said.length = 0; return noticesCommand(words, env, (line) => { said.push(line); }); };
    expect(await run()).toBe(0);
    expect(said[0]).toMatch(/ sent, 0 waiting, [23] given up; by email, sms, zalo$/);
    expect(said.join('\n')).toMatch(new RegExp(`${own.code}  email  paused  given up  1 attempts  smtp-550`));
    expect(said.join('\n')).not.toContain('example.com');
    expect(await run('resend', own.code)).toBe(0);
    expect(await settled(own)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect(await run('resend', own.code)).toBe(1);
    expect(said[0]).toContain('no message of');
    expect(await run('resend', (await rows(other))[0]!.id)).toBe(0);
    expect(await settled(other)).toMatchObject([{ state: 'sent' }]);
    expect(await run('resend', 'all')).toBe(0);
    expect(await run('resend')).toBe(2);
    expect(mail.mails.length).toBe(2);
    expect((await server.app.inject({ url: '/admin/notices' })).statusCode).toBe(401);
  });

  const passing: [string, Answer, string][] = [
    ['a page of a Wi-Fi portal', { status: 200, body: '<!doctype html>' }, 'not-verified'], ['an answer about another message', { status: 200, body: { id: 'x' } }, 'not-verified'], ['a reply longer than any', { status: 200, body: `{"id":"${'x'.repeat(1 << 17)}"}` }, 'not-verified'],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, 'http-302'], ['a 400 that names no message', { status: 400, body: {} }, 'http-400'], ['a signature that is not known', { status: 401 }, 'http-401'], ['a fault', { status: 500 }, 'http-500'],
    ['a broken connection', 'drop', 'offline'],
  ];
  test.each(passing)('%s of an adapter is no success; the message is sent again by the same id', async (_, answer, reason) => {
    const own = await server.dossier();
    await choose(own, 'sms');
    phones.answers((sent) => (phones.sent.length < 2 ? answer : taken(sent)));
    await happens(own, paused);
    expect(await settled(own)).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(new Set(phones.sent.map(({ json, path }) => `${path} ${json.id}`)).size).toBe(1);
    expect(server.logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'notice failed').map((line) => line.reason)).toEqual([reason]);
  });

  test('an adapter that names the message and refuses it is believed', async () => {
    const own = await server.dossier();
    await choose(own, 'zalo');
    phones.answers(({ json }) => ({ status: 422, body: { id: json.id, code: 'no-such-number' } }));
    await happens(own, paused);
    expect(await settled(own)).toMatchObject([{ state: 'dead', attempts: 1, reason: 'http-422' }]);
  });

  test('many events of many dossiers at once: one message each, by each way', async () => {
    const owns = await Promise.all(Array.from({ length: 4 }, () => server.dossier()));
    for (const own of owns) for (const channel of ['email', 'sms']) await choose(own, channel);
    const events = Array.from({ length: 5 }, (_, at) => ({ id: `n-${at}`, at: start, type: at % 2 ? 'resumed' : 'paused' }));
    await Promise.all(owns.flatMap((own) => [...events, ...events].map((event) => server.tell(own.code, [event]))));
    for (const own of owns) {
      const made = await settled(own);
      expect(made.every(({ state }) => state === 'sent')).toBe(true);
      expect(mail.mails.filter(({ subject }) => subject.includes(own.code)).length).toBe(made.filter(({ channel }) => channel === 'email').length);
      expect(phones.sent.filter(({ json }) => json.params.dossierCode === own.code).length).toBe(made.filter(({ channel }) => channel === 'sms').length);
    }
    const ids = [...mail.mails.map(({ headers }) => headers['message-id']), ...phones.sent.map(({ json }) => json.id)];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('where a message goes stands nowhere in the open', async () => {
    const own = await server.dossier();
    await choose(own, 'email');
    await happens(own, paused);
    await settled(own);
    const tables = await Promise.all((['notice', 'channel_choice', 'unsubscribe_link', 'notification'] as const).map((table) => server.database.db.selectFrom(table).selectAll().execute()));
    const { rows: jobs } = await server.database.script('select data, output from pgboss.job');
    for (const held of [tables, jobs, server.logged]) expect(JSON.stringify(held)).not.toMatch(/theo\.doi|912345678/);
    expect((await server.ask('GET', `dossiers/${own.code}/channels`, { token: own.token })).json().channels[1].address).toBe('d…i@example.com');
  });
});

test('a message in the hand of a process that was killed is sent by the next one; what a host does not offer nobody can choose', { timeout: 30_000 }, async () => {
  const [mail, dataDir] = [await relay(), mkdtempSync(join(tmpdir(), 'dvc-killed-'))];
  const settings = (port: number): NoticeSettings => ({ statusPage: page, publicUrl: 'http://localhost:8080', mail: { host: '127.0.0.1', port, from: 'dvc@example.gov.vn' }, pollMs: 25, pause: { first: 10, longest: 20 } });
  const first = await statusServer({ dataDir, notices: { ...settings(1), pollMs: 3_600_000 } });
  const own = await first.dossier();
  const { channels } = (await first.ask('GET', `dossiers/${own.code}/channels`, { token: own.token })).json();
  expect(channels.map(({ channel }: { channel: string }) => channel)).toEqual(['portal', 'email']);
  const choose = (channel: string) => first.ask('PUT', `dossiers/${own.code}/channels`, { token: own.token, body: { channel, on: true, consentVersion: '1', address: channel === 'email' ? address : '0912345678' } });
  expect([(await choose('email')).statusCode, (await choose('sms')).statusCode]).toEqual([200, 400]);
  await first.tell(own.code, [{ id: 'e', at: start, type: 'paused' }]);
  await first.end();
  const killed = await openDatabase({ dir: dataDir });
  await killed.script('update pgboss.job set state = \'active\', started_on = now() where name = \'notice\'');
  await killed.script('update notice set state = \'sending\' where channel = \'email\'');
  await killed.close();
  const second = await statusServer({ dataDir, notices: settings(mail.port) });
  await until(() => mail.mails.length > 0);
  await until(async () => (await second.database.db.selectFrom('notice').select('state').where('channel', '=', 'email').executeTakeFirstOrThrow()).state === 'sent');
  expect(mail.mails.map(({ to }) => to)).toEqual([[address]]);
  await second.end();
  await mail.close();
  rmSync(dataDir, { recursive: true });
});
