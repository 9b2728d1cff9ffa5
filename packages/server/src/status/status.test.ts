import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, start, statusServer, until, type StatusServer } from './status.test-helper.js';

let server: StatusServer;
let address: string;
beforeAll(async () => { server = await statusServer({ status: { tries: { perClient: 10_000 } } }); address = await server.listen(0); });
afterAll(async () => { await server.end(); });

const day = '2026-12-08';
const accepted = { id: 'c-1', at: start + 1000, type: 'accepted', limit: { value: 5, unit: 'workingDay' }, holder: { unit: 'Phòng Tư pháp', person: 'Trần Thị Cán Bộ' } };

describe('the history', () => {
  test('begins with the submission, and a case system writes it on, once by its ids', async () => {
    const { code, token } = await server.dossier();
    const { office, ...first } = (await server.ask('GET', `dossiers/${code}/status`, { token })).json();
    expect(first).toEqual({
      facts: { dossierCode: code, about: 'Phiếu thử nghiệm', agency: 'Ủy ban nhân dân xã Suối Mây', submittedAt: start, channel: 'online', document: { id: 'thu-nghiem/phieu-nho', version: '1.0.0' }, owner: true },
      events: [{ type: 'status', code: '1', id: 'submitted', seq: 1, at: start }], revision: 1, now: start,
    });
    // The days by which the page reckons too, and nothing else of the calendar.
    expect([Object.keys(office), Object.keys(office.calendar).sort(), office.calendar.daysOff.includes('2026-11-24')]).toEqual([['calendar'], ['covers', 'daysOff', 'workingSaturdays'], true]);
    const told = [accepted, { id: 'c-2', at: start + 2000, type: 'status', code: '4' }, { id: 'c-1', at: 5, type: 'paused' }];
    expect((await server.tell(code, told)).json()).toEqual({ new: ['c-1', 'c-2'], known: [], refused: [], revision: 3 });
    expect((await server.tell(code, told)).json()).toEqual({ new: [], known: ['c-1', 'c-2'], refused: [], revision: 3 });
    const { events, revision } = (await server.ask('GET', `dossiers/${code}/status`, { token })).json();
    expect([events.map((event: any) => [event.seq, event.id]), revision]).toEqual([[[1, 'submitted'], [2, 'c-1'], [3, 'c-2']], 3]);
    expect(events[1]).toEqual({ ...accepted, seq: 2 });
    for (const [after, seqs] of [['', [1, 2, 3]], ['?after=2', [3]], ['?after=3', []], ['?after=99', [1, 2, 3]]] as const) {
      const polled = (await server.ask('GET', `dossiers/${code}/events${after}`, { token })).json();
      expect([polled.events.map((event: any) => event.seq), polled.revision], after).toEqual([seqs, 3]);
    }
  });

  test('names what it refuses, and stores the rest; what an event has besides is left out; unknown codes are kept', async () => {
    const { code, token } = await server.dossier();
    const { new: fresh, refused } = (await server.tell(code, [
      { id: 'a', at: start, type: 'status', code: '17', text: 'Chờ ý kiến cơ quan thuế', secret: 'x' }, { id: 'b', at: start, type: 'status' }, { id: 'c', at: -1, type: 'paused' }, { id: 'd', at: start, type: 'explode' },
      { at: start, type: 'paused' }, { id: 'submitted', at: start, type: 'paused' }, { id: 'e', at: start, type: 'document', document: { id: 'x', kind: 'notice', title: 'Thông báo', link: '//dvc.example.com/x' } },
    ])).json();
    expect([fresh, refused]).toEqual([['a'], [...'bcd'].map((id) => ({ id, reason: 'malformed' })).concat([{ id: '', reason: 'id-missing' }, { id: 'submitted', reason: 'malformed' }, { id: 'e', reason: 'malformed' }])]);
    const { events } = (await server.ask('GET', `dossiers/${code}/status`, { token })).json();
    expect(events.slice(1)).toEqual([{ id: 'a', at: start, type: 'status', code: '17', text: 'Chờ ý kiến cơ quan thuế', seq: 2 }]);
  });

  test('takes nothing that is not signed, is too old, or was changed on the way', async () => {
    const { code } = await server.dossier();
    const event = { id: 'x', at: start, type: 'paused' };
    const codes = async (...given: Parameters<StatusServer['tell']>) => { const answer = await server.tell(...given); return [answer.statusCode, answer.json().code]; };
    expect(await codes(code, [event], { secret: 'another-secret-of-the-same-length-0001' })).toEqual([401, 'signature']);
    expect(await codes(code, [event], { edit: (body) => body.replace('paused', 'resumed') })).toEqual([401, 'signature']);
    expect(await codes(code, [event], { headers: { 'dvc-delivery-id': 'request-2' } })).toEqual([401, 'signature']);
    expect(await codes(code, [event], { headers: { 'dvc-timestamp': String(start / 1000 - 301) } })).toEqual([401, 'signature']);
    expect(await codes(code, [event], { headers: { 'dvc-signature': `v1=${'0'.repeat(64)}` } })).toEqual([401, 'signature']);
    expect(await codes(code, [event], { headers: { 'dvc-signature': 'v2=0' } })).toEqual([400, 'malformed']);
    expect(await codes('H99.01-261121-9999', [event])).toEqual([404, 'not-found']);
    expect(await codes(code, [])).toEqual([400, 'malformed']);
    expect(await codes(code, [event], { vocabulary: 'no-such-system' })).toEqual([400, 'malformed']);
    expect(await codes(code, [event], { headers: { 'x-dvc': '0' } })).toEqual([403, 'header']);
    expect((await server.tell(code, [event])).json().new).toEqual(['x']);
  });

  test('has no gap and no doubled number when many write at once', async () => {
    const { code, token } = await server.dossier();
    const ids = Array.from({ length: 40 }, (_, at) => `e-${at}`);
    await Promise.all([...ids, ...ids].map((id, at) => server.tell(code, [{ id, at: start + at, type: at % 2 ? 'paused' : 'resumed' }, { id: ids[(at * 7) % 40]!, at: start, type: 'paused' }])));
    const { events } = (await server.ask('GET', `dossiers/${code}/status`, { token })).json();
    expect(events.map((event: any) => event.seq)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1));
    expect(new Set(events.map((event: any) => event.id)).size).toBe(41);
  });
});

describe('the stream', () => {
  test('sends what there is, then what comes, in order and once; comes back from the last number', async () => {
    const own = await server.dossier();
    const one = listen(address, own);
    await until(() => one.heard.length === 1, 'the first event');
    expect(one.raw).toMatchObject({ status: 200, headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' } });
    expect(one.raw.text).toMatch(/^retry: 3000\n/);
    expect(one.raw.text).toContain('id: 1\ndata: {');
    await server.tell(own.code, [accepted, { id: 'c-2', at: start, type: 'status', code: '4' }]);
    await server.tell(own.code, [{ id: 'c-3', at: start, type: 'extended', due: day }]);
    await until(() => one.heard.length === 4, 'three more');
    expect(one.heard.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    one.stop();
    await until(() => server.status.hub.size === 0, 'the end');
    await server.tell(own.code, [{ id: 'c-4', at: start, type: 'paused' }]);
    const two = listen(address, own, 4);
    const ahead = listen(address, own, 400);
    await until(() => two.heard.length === 1 && ahead.heard.length === 5, 'the rest');
    expect([two.heard[0].id, ahead.heard.map(({ seq }) => seq)]).toEqual(['c-4', [1, 2, 3, 4, 5]]);
    two.stop(); ahead.stop();
  });

  test('is for whoever has the right to this dossier, and for nobody when it has ended', async () => {
    const [own, other] = [await server.dossier(), await server.dossier()];
    for (const token of [other.token, '', 'A'.repeat(43)]) for (const path of ['status', 'events', 'answers', 'channels', 'notifications']) {
      const answer = await server.ask('GET', `dossiers/${own.code}/${path}`, { token });
      expect([answer.statusCode, answer.json()]).toEqual([401, { code: 'expired' }]);
    }
    const at = server.clock.ms;
    for (const [after, status] of [[29, 200], [58, 200], [89, 401]] as const) {
      server.clock.ms = at + after * 60_000;
      expect((await server.ask('GET', `dossiers/${own.code}/status`, { token: own.token })).statusCode, String(after)).toBe(status);
    }
    server.clock.ms = at;
  });
});

describe('the citizen', () => {
  test('finds the dossiers of the session, and none when it has left', async () => {
    const cookie = await server.session();
    const codes = [(await server.dossier({ cookie })).code, (await server.dossier({ cookie })).code];
    await server.tell(codes[0]!, [accepted, { id: 's', at: start + 5, type: 'supplement-asked', request: 'r', remarks: [{ text: 'Thiếu giấy.' }] }]);
    const { dossiers } = (await server.ask('GET', 'dossiers', { cookie })).json();
    expect(dossiers).toMatchObject([{ dossierCode: codes[1], about: 'Phiếu thử nghiệm', code: '1', needsCitizen: false, submittedAt: start }, { dossierCode: codes[0], code: '5', needsCitizen: true }]);
    const { access } = dossiers[0];
    expect((await server.ask('GET', `dossiers/${codes[1]}/status`, { token: access.token })).statusCode).toBe(200);
    expect((await server.ask('GET', 'dossiers')).json()).toEqual({ dossiers: [] });
    await server.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie, 'x-dvc': '1' } });
    expect((await server.ask('GET', `dossiers/${codes[1]}/status`, { token: access.token })).statusCode).toBe(401);
  });

  test('asks for it back, once; complains; chooses how to be told, with consent', async () => {
    const { code, token } = await server.dossier();
    const post = (path: string, body: object, method: 'POST' | 'PUT' = 'POST') => server.ask(method, `dossiers/${code}/${path}`, { token, body });
    const taken = await post('withdraw', { reason: 'Tôi nộp nhầm nơi.' });
    expect([taken.statusCode, taken.json().events.at(-1)]).toMatchObject([200, { type: 'withdraw-asked', seq: 2 }]);
    expect(taken.body).not.toContain('nhầm');
    expect((await post('withdraw', { reason: 'Nữa' })).statusCode).toBe(409);
    expect((await post('complaints', { text: 'Chậm quá.' })).statusCode).toBe(201);
    const words = await server.database.db.selectFrom('citizen_word').select(['kind', 'text']).innerJoin('dossier', 'dossier.id', 'citizen_word.dossier').where('code', '=', code).orderBy('citizen_word.id').execute();
    expect(words).toEqual([{ kind: 'withdrawal', text: 'Tôi nộp nhầm nơi.' }, { kind: 'complaint', text: 'Chậm quá.' }]);

    expect((await post('channels', { channel: 'email', on: true, address: 'nguoi.dan@example.com' }, 'PUT')).statusCode).toBe(400);
    expect((await post('channels', { channel: 'sms', on: true, address: 'không', consentVersion: '1' }, 'PUT')).statusCode).toBe(400);
    expect((await post('channels', { channel: 'sms', on: true, consentVersion: '1' }, 'PUT')).statusCode).toBe(400);
    await post('channels', { channel: 'sms', on: true, address: '0912 345 678', consentVersion: '1' }, 'PUT');
    const { channels } = (await post('channels', { channel: 'email', on: true, address: 'nguoi.dan@example.com', consentVersion: '2026-11' }, 'PUT')).json();
    expect(channels).toEqual([
      { channel: 'portal', on: true }, { channel: 'email', on: true, address: 'n…n@example.com', consentAt: start, consentVersion: '2026-11' }, { channel: 'sms', on: true, address: '…678', consentAt: start, consentVersion: '1' }, { channel: 'zalo', on: false },
    ]);
    expect((await post('channels', { ...channels[1], on: false }, 'PUT')).json().channels[1]).toMatchObject({ on: false, address: 'n…n@example.com' });
    const { id } = await server.database.db.selectFrom('dossier').select('id').where('code', '=', code).executeTakeFirstOrThrow();
    expect(await server.status.choices.addresses(server.database.db, id)).toEqual([{ channel: 'portal' }, { channel: 'sms', address: '0912345678' }]);
    await server.database.db.transaction().execute((tx) => server.status.choices.tell(tx, id, { id: 'n1', at: start, title: 'Đã tiếp nhận', text: 'Hồ sơ đã được tiếp nhận.' }));
    expect((await server.ask('GET', `dossiers/${code}/notifications`, { token })).json().notifications).toEqual([
      { id: 'n1', at: start, title: 'Đã tiếp nhận', text: 'Hồ sơ đã được tiếp nhận.', read: false }, expect.objectContaining({ title: `Hồ sơ ${code}: đã yêu cầu rút`, read: false }),
    ]);
    expect((await post('notifications/read', { ids: ['n1', 'n2'] })).json().notifications[0].read).toBe(true);
  });
});
