import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read, type Json, type JsonObject } from '@dvc/schema';
import { pdf } from '../server.test-helper.js';
import { mayChange, mayReplace, withAnswers } from './supplement-scope.js';
import { start, statusServer, type Own, type StatusServer } from './status.test-helper.js';

let server: StatusServer;
beforeAll(async () => { server = await statusServer(); });
afterAll(async () => { await server.end(); });
let keys = 0;
const answerOf = (own: Own, more: object, over: { cookie?: string } = {}) => server.ask('POST', `dossiers/${own.code}/supplement`, { token: own.token, cookie: over.cookie ?? own.cookie, body: { request: 'r1', answers: {}, papers: {}, key: `key-of-the-supplement-${++keys}`, ...more } });
const ask = (own: Own, remarks: object[], request = 'r1') => server.tell(own.code, [{ id: `accepted-${request}`, at: start, type: 'accepted' }, { id: `asks-${request}`, at: start + 1, type: 'supplement-asked', request, remarks }]);
const rowOf = (own: Own) => server.database.db.selectFrom('dossier').innerJoin('delivery', 'delivery.dossier', 'dossier.id').select(['dossier.id', 'answers', 'version', 'delivery.id as delivery', 'event', 'supplement', 'state']).where('code', '=', own.code).executeTakeFirstOrThrow();
const nameRemark = { text: 'Họ tên viết sai.', path: '/requester/fullName' };

describe('the answer to a request', () => {
  test('changes what the remarks name, keeps what was before, and goes to the agency again', async () => {
    const own = await server.people();
    expect((await answerOf(own, { answers: { '/requester/fullName': 'Chưa ai hỏi' } })).statusCode).toBe(409);
    await ask(own, [nameRemark, { text: 'Ảnh mờ.', paper: 'proof' }]);
    const before = await rowOf(own);
    const { answers } = (await server.ask('GET', `dossiers/${own.code}/answers`, { token: own.token })).json();
    expect(answers).toEqual(before.answers);
    const file = (await server.upload(own.cookie, pdf('rõ'))).json();
    const body = { answers: { '/requester/fullName': 'Tạ Văn Đúng' }, papers: { proof: [file.id] }, key: 'key-of-the-supplement-a' };
    const done = await answerOf(own, body);
    expect([done.statusCode, done.json().events.at(-1)], done.body).toEqual([200, { type: 'supplement-answered', id: 'supplement:2', at: start, request: 'r1', seq: 4 }]);
    const after = await rowOf(own);
    expect(after).toMatchObject({ version: 2, event: 'dossier.supplemented', state: 'waiting', supplement: { request: 'r1', at: new Date(start).toISOString(), version: 2 } });
    expect([read(after.answers as Json, '/requester/fullName'), after.delivery === before.delivery]).toEqual(['Tạ Văn Đúng', false]);
    const kept = await server.database.db.selectFrom('dossier_version').selectAll().where('dossier', '=', after.id).execute();
    expect(kept).toMatchObject([{ version: 1, answers: before.answers, papers: {} }]);
    // Its reply was lost: the same key and answer do nothing more; the same key with another answer is refused.
    expect((await answerOf(own, body)).json().revision).toBe(4);
    expect((await answerOf(own, { ...body, answers: {} })).json()).toEqual({ code: 'key-conflict' });
    expect((await answerOf(own, { answers: { '/requester/fullName': 'Lần nữa' } })).statusCode).toBe(409);
    expect((await rowOf(own)).version).toBe(2);
  });

  test('is refused with issues where it is wrong, or about what nobody asked; then nothing is kept', async () => {
    const own = await server.people();
    const stranger = await server.session();
    await ask(own, [nameRemark]);
    const theirs = (await server.upload(stranger, pdf())).json();
    const mine = (await server.upload(own.cookie, pdf())).json();
    const codes = async (more: object) => { const answer = await answerOf(own, more); return [answer.statusCode, answer.json().issues?.map(({ code, path }: any) => `${code} ${path}`)]; };
    expect(await codes({ answers: { '/requester/fullName': 'x' } })).toEqual([422, ['minLength /requester/fullName']]);
    expect(await codes({ answers: { '/requester/fullName': null } })).toEqual([422, ['required /requester/fullName']]);
    expect(await codes({ answers: { '/requester/phone': '0900000000' } })).toEqual([422, ['not-asked /requester/phone']]);
    expect(await codes({ papers: { proof: [mine.id] } })).toEqual([422, ['not-asked /papers/proof']]);
    await ask(own, [{ text: 'Nộp lại tất cả.' }], 'r2');
    expect(await codes({ request: 'r2', papers: { proof: [theirs.id] } })).toEqual([422, ['paper-missing /papers/proof']]);
    expect(await codes({ request: 'r2', papers: { other: [mine.id] } })).toEqual([422, ['paper-not-asked /papers/other']]);
    expect((await rowOf(own)).version).toBe(1);
    expect((await answerOf(own, { request: 'r2', papers: { proof: [mine.id] }, answers: { '/requester/phone': '0987654321' } })).statusCode).toBe(200);
    expect((await answerOf(own, {}, { cookie: '' })).statusCode).toBe(428);
  });

  test('two at once are one', async () => {
    const own = await server.people();
    await ask(own, [nameRemark]);
    const both = await Promise.all(['Một Người', 'Hai Người'].map((name) => answerOf(own, { answers: { '/requester/fullName': name } })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await rowOf(own)).version).toBe(2);
  });

  test('what has become wrong by itself is not for the citizen to mend', async () => {
    const own = await server.people();
    await ask(own, [nameRemark]);
    const { id, answers } = await rowOf(own);
    // As a stricter document, or a day gone by, would have it.
    const old = { ...(answers as JsonObject), requester: { ...(read(answers as Json, '/requester') as JsonObject), once: 99 } };
    await server.database.db.updateTable('dossier').set({ answers: JSON.stringify(old) }).where('id', '=', id).execute();
    expect((await answerOf(own, { answers: { '/requester/fullName': 'Vẫn Được' } })).statusCode).toBe(200);
  });

  test('the new number opens it from then on, and the old one does not', async () => {
    const own = await server.people();
    await ask(own, [{ text: 'Sai số.', path: '/requester' }]);
    expect((await answerOf(own, { answers: { '/requester/personalId': '001185067899' } })).statusCode).toBe(200);
    expect((await server.lookUp(own.code, '001185067890', 'personalId')).statusCode).toBe(404);
    expect((await server.lookUp(own.code, '001185067899', 'personalId')).statusCode).toBe(200);
  });
});

describe('how far it goes', () => {
  test('to the place, what lies within it, and everything where a remark is about the whole', () => {
    expect([['/a', '/a'], ['/a', '/a/b'], ['/a', '/ab'], ['/a/b', '/a'], ['', '/a']].map(([path, at]) => mayChange([{ text: '', path: path! }], at!))).toEqual([true, true, false, false, true]);
    expect([mayChange([{ text: '', paper: 'p' }], '/a'), mayChange([{ text: '' }], '/a'), mayChange([], '/a')]).toEqual([false, true, true]);
    expect([['p', 'p'], ['p', 'p/0'], ['p/0', 'p/1'], ['p', 'q']].map(([paper, at]) => mayReplace([{ text: '', paper: paper! }], at!))).toEqual([true, true, false, false]);
  });

  test('property: an answer lands at its place, and elsewhere nothing changes', () => {
    const key = fc.constantFrom('a', 'b', 'c/d', '~');
    const { value } = fc.letrec<{ value: Json }>((tie) => ({ value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.dictionary(key, tie('value'), { noNullPrototype: true })) as fc.Arbitrary<Json> }));
    fc.assert(fc.property(fc.dictionary(key, value, { noNullPrototype: true }), fc.array(key, { minLength: 1, maxLength: 3 }), fc.string(), (answers, tokens, text) => {
      const path = tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      const copy = JSON.stringify(answers);
      const made = withAnswers(answers, { [path]: text });
      const through = tokens.slice(0, -1).every((_, at) => { const met = read(answers, tokens.slice(0, at + 1).map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')); return met === undefined || typeof met === 'object'; });
      expect(read(made, path)).toBe(through ? text : undefined);
      expect(JSON.stringify(answers)).toBe(copy);
      const first = tokens[0]!;
      for (const name of Object.keys(answers)) if (name !== first) expect(made[name]).toEqual(answers[name]);
    }));
  });

  test('rows are added at the end, taken from behind, and never left with holes', () => {
    expect(withAnswers({ rows: [1, 2, 3] }, { '/rows/0': null, '/rows/2': null })).toEqual({ rows: [2] });
    expect(withAnswers({ rows: [1] }, { '/rows/1': 2, '/rows/2/a': 'x', '/rows/9': 9, '/rows/-': 1 })).toEqual({ rows: [1, 2, { a: 'x' }] });
    expect(withAnswers({}, { '/__proto__/x': 1, '/constructor/x': 1 })).toEqual({ constructor: { x: 1 } });
  });
});
