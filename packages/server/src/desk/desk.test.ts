import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf, smallBody, today } from '../server.test-helper.js';
import { answerLines } from './answer-list.js';
import { start, statusServer, type StatusServer } from '../status/status.test-helper.js';

const token = 'the-token-of-the-desk-tests-0000000001';
let server: StatusServer;
beforeAll(async () => {
  server = await statusServer({ adminToken: token, payments: { publicUrl: 'https://dvc.example.gov.vn', offers: [{ id: 'cash', type: 'cash', title: { vi: 'Tiền mặt' }, place: { vi: 'Bộ phận Một cửa' } }] } });
});
afterAll(async () => { await server.end(); });

const desk = (path: string, body?: object, as = token) => server.app.inject({
  url: `/admin/dossiers${path}`, headers: { 'authorization': `Bearer ${as}`, 'x-dvc': '1' }, ...(body ? { method: 'POST' as const, payload: body } : {}),
});
const tell = async (code: string, ...events: object[]) => (await desk(`/${code}/events`, { events })).json();
const one = async (code: string) => (await desk(`/${code}`)).json();
const limit = { value: 5, unit: 'workingDay' };

test('says which answers the form reckons: a citizen cannot correct those', () => {
  const document = {
    kind: 'form' as const, id: 'thu/tuoi', version: '1.0.0', title: 'Thử',
    schema: { type: 'object', properties: { born: { type: 'string', format: 'date', title: 'Ngày sinh' }, days: { type: 'integer', title: 'Số ngày tuổi', readOnly: true } } },
    rules: { compute: [{ to: '/days', value: { days: [{ var: '/born' }, { today: [] }] } }] },
  };
  expect(answerLines(document as never, { born: '2026-11-20', days: 1 }, () => undefined)).toEqual([
    { path: '/born', group: [], title: 'Ngày sinh', value: '20/11/2026' }, { path: '/days', group: [], title: 'Số ngày tuổi', value: '1', computed: true },
  ]);
});

describe('the desk', () => {
  test('is for whoever has the token', async () => {
    const { code } = await server.dossier();
    for (const [path, body] of [['', undefined], [`/${code}`, undefined], [`/${code}/papers/x`, undefined], [`/${code}/events`, { events: [{ id: 'a', type: 'paused' }] }]] as const) {
      expect((await desk(path, body, 'another')).statusCode, path).toBe(401);
    }
    expect((await one(code)).revision).toBe(1);
    expect((await desk('/H99.01-261121-9999')).statusCode).toBe(404);
    expect((await desk('/H99.01-261121-9999/events', { events: [{ id: 'a', type: 'paused' }] })).statusCode).toBe(404);
  });

  test('lists the latest first, by a part of the code, page by page', async () => {
    const codes = [];
    for (let at = 0; at < 3; at++) codes.unshift((await server.people()).code);
    const first = (await desk('?limit=2')).json();
    expect(first.dossiers.map(({ code }: any) => code)).toEqual(codes.slice(0, 2));
    expect(first.dossiers[0]).toEqual({ code: codes[0], about: 'Phiếu có người', agency: 'Ủy ban nhân dân xã Suối Mây', status: '1', turn: 'agency', clock: 'not-started', receivedAt: start, person: 'Tạ Văn Mẫu' });
    expect((await desk(`?limit=2&before=${first.next}`)).json().dossiers[0].code).toBe(codes[2]);
    expect((await desk(`?code=${codes[1]!.slice(-8).toLowerCase()}`)).json()).toEqual({ dossiers: [first.dossiers[1]] });
    expect((await desk('?code=%25')).json()).toEqual({ dossiers: [] });
    expect((await desk('?limit=1000')).statusCode).toBe(400);
  });

  test('drives a dossier from its coming to its result, and the citizen sees every step', async () => {
    const cookie = await server.session();
    const paper = (await server.upload(cookie, pdf('the proof'), { name: 'Giấy khai (bản 1).pdf' })).json();
    const sent = (await server.submit(cookie, 'key-of-the-desk-0001', { ...smallBody({ fullName: 'Vũ Thị Bàn', copies: 20 }, today), papers: { proof: [paper.id] } })).json();
    const code = sent.dossierCode;
    const access = (await server.lookUp(code, sent.lookupSecret)).json().token;
    const citizen = async () => (await server.ask('GET', `dossiers/${code}/status`, { token: access })).json();

    const shown = await one(code);
    expect(shown.answers).toContainEqual({ path: '/fullName', group: [], title: expect.any(String), value: 'Vũ Thị Bàn' });
    expect(shown.papers).toEqual([{ paper: 'proof', title: expect.any(String), id: paper.id, name: 'Giấy khai (bản 1).pdf', type: 'application/pdf', size: pdf('the proof').length, sha256: paper.sha256 }]);
    const file = await desk(`/${code}/papers/${paper.id}`);
    expect([file.body, file.headers['content-disposition']]).toEqual([String(pdf('the proof')), 'attachment; filename*=UTF-8\'\'Gi%E1%BA%A5y%20khai%20%28b%E1%BA%A3n%201%29.pdf']);
    const { code: other } = await server.dossier();
    expect((await desk(`/${other}/papers/${paper.id}`)).statusCode).toBe(404);

    expect(await tell(code, { id: 'desk:1', type: 'accepted', limit }, { id: 'desk:2', type: 'document', document: { id: 'slip', kind: 'slip', title: 'Giấy tiếp nhận', number: '12/TN' } })).toEqual({ new: ['desk:1', 'desk:2'], known: [], refused: [], revision: 3 });
    expect((await tell(code, { id: 'desk:1', type: 'accepted', limit })).known).toEqual(['desk:1']);
    // Handed in on Saturday 21 November, it counts from Monday 23, whose next day is a holiday from 2026 on.
    expect((await one(code)).due).toMatchObject({ clock: 'running', due: { date: '2026-12-01' }, overdue: false });

    await tell(code, { id: 'desk:3', type: 'supplement-asked', request: 'r1', remarks: [{ path: '/fullName', text: 'Ghi đủ họ, chữ đệm và tên.' }, { paper: 'proof', text: 'Ảnh mờ.' }] });
    expect(await one(code)).toMatchObject({ status: '5', turn: 'citizen', due: { clock: 'paused' }, task: { kind: 'supplement', request: 'r1' } });
    expect((await server.ask('POST', `dossiers/${code}/supplement`, { token: access, cookie, body: { request: 'r1', answers: { '/fullName': 'Vũ Thị Bàn Viết' }, papers: {}, key: 'key-of-the-desk-0002' } })).statusCode).toBe(200);
    expect(await one(code)).toMatchObject({ version: 2, turn: 'agency' });

    const request = { code, key: 'desk:pay:1', lines: [{ id: 'a', kind: 'charge', title: 'Lệ phí', amount: 50_000 }] };
    const ask = () => server.app.inject({ method: 'POST', url: '/admin/payments/requests', headers: { 'authorization': `Bearer ${token}`, 'x-dvc': '1' }, payload: request });
    const { payment } = (await ask()).json();
    expect((await ask()).json()).toEqual({ payment });
    expect(await one(code)).toMatchObject({ status: '6', task: { kind: 'pay', payments: [{ payment, amount: 50_000 }] }, payments: [{ id: expect.any(String) }, { id: payment, phase: 'quote', timing: 'after' }] });

    await server.ask('POST', `dossiers/${code}/withdraw`, { token: access, body: { reason: 'Tôi nộp nhầm nơi.' } });
    expect((await one(code)).words).toEqual([{ kind: 'withdrawal', text: 'Tôi nộp nhầm nơi.', at: start }]);
    await tell(code, { id: 'desk:4', type: 'withdraw-refused', note: 'Kết quả đã ký.' });
    expect((await one(code)).status).toBe('6');
    await tell(code, { id: 'desk:5', type: 'document', document: { id: 'result', kind: 'result', title: 'Giấy xác nhận', link: 'https://dvc.example.gov.vn/kq/1' } }, { id: 'desk:6', type: 'status', code: '9' });
    await tell(code, { id: 'desk:7', type: 'status', code: '10' });
    const last = await citizen();
    expect(last.events.map(({ type, code: word }: any) => word ?? type)).toEqual(['1', 'accepted', 'document', 'supplement-asked', 'supplement-answered', 'payment-asked', 'withdraw-asked', 'withdraw-refused', 'document', '9', '10']);
    expect((await one(code)).events).toEqual(last.events);
  });

  test('an officer says only what is an officer\'s, at the server\'s own time', async () => {
    const { code, token: access } = await server.dossier();
    for (const type of ['withdraw-asked', 'payment-settled', 'payment-asked', 'supplement-answered', 'resubmitted', 'explode']) {
      expect((await desk(`/${code}/events`, { events: [{ id: 'x', type, payment: 'p', amount: 1, request: 'r' }] })).statusCode, type).toBe(400);
    }
    expect(await tell(code, { id: 'a', type: 'paused', at: 5 }, { id: 'b', type: 'extended', due: 'tomorrow' }, { id: 'c', type: 'document', document: { id: 'd', kind: 'result', title: 'T', link: 'data:text/html,x' } }))
      .toEqual({ new: ['a'], known: [], refused: [{ id: 'b', reason: 'malformed' }, { id: 'c', reason: 'malformed' }], revision: 2 });
    expect((await server.ask('GET', `dossiers/${code}/status`, { token: access })).json().events[1]).toEqual({ id: 'a', type: 'paused', at: start, seq: 2 });
  });
});
