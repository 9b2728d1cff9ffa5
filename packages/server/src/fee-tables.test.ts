import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judge as judgeInCore, feesOf, payloadOf, startForm } from '@dvc/core';
import { compilePlan, type FeeTable, type FormDocument, type JsonObject } from '@dvc/schema';
import { smallBody, smallForm } from '@dvc/testing/campaigns/submissions-form.js';
import { optionsFromEnvironment } from './environment.js';
import { openFeeTables } from './fee-tables.js';
import { openForms, type FormLibrary } from './forms.js';
import { createJudge } from './judge.js';

const today = '2026-11-21';
const table: FeeTable = {
  id: 'minh-hoa', version: '1.0.0', for: smallForm.id, sources: ['Minh họa'], confidence: 'high', lastChecked: today,
  fees: [{ id: 'copies', kind: 'fee', title: 'Bản sao', amount: 5000, quantity: { var: '/copies' }, unit: 'bản', when: { properties: { copies: { minimum: 1 } }, required: ['copies'] } }],
};
const judge = createJudge();
let dir: string;
let logged: string[];
let clock = 1000;
const log = (message: string, about: object) => { logged.push(`${message} ${JSON.stringify(about)}`); };
const put = (path: string, content: unknown) => {
  const file = join(dir, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  utimesSync(file, ++clock, clock);
};
const open = (): FormLibrary => openForms(join(dir, 'forms'), (value) => judge.prepare(value), log, () => new Date(), openFeeTables(join(dir, 'tables'), log));
const get = (forms: FormLibrary) => forms.get(smallForm.id, smallForm.version);
const amountOf = (document: FormDocument | undefined) => document?.fees?.find(({ id }) => id === 'copies')?.amount;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dvc-fees-'));
  logged = [];
  put(`forms/${smallForm.id}/${smallForm.version}.json`, smallForm);
  mkdirSync(join(dir, 'tables'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a host\'s fee table', () => {
  test('what is served is what is judged; a browser with the document alone is told both amounts', async () => {
    const forms = open();
    const plain = await get(forms);
    expect(plain!.text).toBe(JSON.stringify(smallForm));
    put('tables/minh-hoa.json', table);
    const priced = await get(forms);
    expect(priced!.sha256).toBe(plain!.sha256);
    expect(priced!.etag).not.toBe(plain!.etag);
    const served = JSON.parse(priced!.text) as FormDocument;
    expect(served).toEqual(priced!.document);
    expect(served.feeTables).toEqual([{ id: 'minh-hoa', version: '1.0.0' }]);

    const body = smallBody({ fullName: 'Nguyễn Thị Bình', copies: 3 }, today);
    const known = { today, codeLists: () => undefined };
    const submission = { ...body, idempotencyKey: 'key-of-a-fee-table-1' } as unknown as Parameters<typeof judge.judge>[1];
    expect(judge.judge(plain!.document!, submission, known).changes).toEqual([]);
    const verdict = judge.judge(priced!.document!, submission, known);
    expect(verdict.changes).toEqual([{ path: '/fees/copies', kind: 'fee', shown: 24_000, now: 15_000, title: 'Bản sao' }]);
    expect(verdict.lines).toEqual([{ id: 'copies', kind: 'fee', title: 'Bản sao', amount: 15_000, quantity: { count: 3, each: 5000, unit: 'bản' } }]);

    // The same document in a browser reckons the same.
    const state = startForm(compilePlan(served), { data: body.answers, today });
    const fees = feesOf(state).map(({ id, amount }) => ({ id, amount }));
    expect(judge.judge(priced!.document!, { ...submission, fees }, known).changes).toEqual([]);
    expect(judgeInCore(state.plan, { answers: payloadOf(state), papers: {}, fees }, { today }).lines).toEqual(verdict.lines);
  });

  test('a changed table and a removed one take effect at the next request; the document in hand stays the same object otherwise', async () => {
    put('tables/minh-hoa.json', table);
    const forms = open();
    const first = await get(forms);
    expect((await get(forms))!.document).toBe(first!.document);
    put('tables/minh-hoa.json', { ...table, version: '1.1.0', fees: [{ ...table.fees![0]!, amount: 6000 }] });
    expect(amountOf((await get(forms))!.document)).toBe(6000);
    rmSync(join(dir, 'tables/minh-hoa.json'));
    expect((await get(forms))!.text).toBe(JSON.stringify(smallForm));
  });

  test('tables of other forms change nothing; of two for one form the later file wins', async () => {
    put('tables/a.json', { ...table, fees: [{ ...table.fees![0]!, amount: 1 }] });
    put('tables/b.json', { ...table, id: 'khac', fees: [{ ...table.fees![0]!, amount: 2 }] });
    put('tables/c.json', { ...table, id: 'khong', for: 'khac/hoan-toan', cases: { x: [] } });
    const form = await get(open());
    expect([amountOf(form!.document), form!.document!.feeTables!.map(({ id }) => id)]).toEqual([2, ['minh-hoa', 'khac']]);
  });

  test.each<[string, object, string, string]>([
    ['an unknown case', { cases: { early: [] } }, '/feeTables/minh-hoa/cases/early', 'unknown-case'],
    ['an unknown fee', { remove: ['nine'] }, '/feeTables/minh-hoa/remove/0', 'unknown-fee'],
    ['a rule that only the grammar minds', { fees: [{ ...table.fees![0]!, amount: { '+': [{ a: 1, b: 2 }, 1] } }] }, '', 'grammar'],
  ])('one with %s takes the form away rather than charge another amount', async (_, more, path, code) => {
    put('tables/minh-hoa.json', { ...table, ...more });
    const form = await get(open());
    expect(form!.document).toBeUndefined();
    expect(form!.problems.map((problem) => problem.code)).toContain(code);
    if (path) expect(form!.problems.map((problem) => problem.path)).toContain(path);
    expect(logged.join('\n')).toContain('broken form document');
  });

  test('a file that is no table stops the start; one that breaks later keeps its last good amounts, and is told of once', async () => {
    put('tables/minh-hoa.json', table);
    const tables = openFeeTables(join(dir, 'tables'), log);
    await tables.check();
    const forms = openForms(join(dir, 'forms'), (value) => judge.prepare(value), log, () => new Date(), tables);
    put('tables/minh-hoa.json', '{ "for": ');
    expect([amountOf((await get(forms))!.document), amountOf((await get(forms))!.document)]).toEqual([5000, 5000]);
    expect(logged.filter((line) => line.startsWith('broken fee table'))).toHaveLength(1);
    await expect(openFeeTables(join(dir, 'tables'), log).check()).rejects.toThrow(/minh-hoa\.json/);
    expect(() => openFeeTables(join(dir, 'nowhere'), log)).toThrow(/nowhere does not exist/);
  });

  test('the folder is a setting of the environment', () => {
    expect(optionsFromEnvironment({ DVC_FEE_TABLES: '/tables' }).feeTablesDir).toBe('/tables');
    expect('feeTablesDir' in optionsFromEnvironment({})).toBe(false);
  });
});

test('a fee that nobody can reckon is refused with a reason, not forgotten', () => {
  const document = { ...smallForm, fees: [{ id: 'x', kind: 'fee', title: 'Phí lạ', amount: { '/': [{ var: '/copies' }, 2] } }] } as FormDocument;
  const body = smallBody({ fullName: 'Nguyễn Thị Bình', copies: 3 }, today) as unknown as { answers: JsonObject };
  const verdict = judge.judge(document, { ...body, fees: [], papers: {}, idempotencyKey: 'key-of-a-fee-table-2' } as never, { today, codeLists: () => undefined });
  expect(verdict.issues).toEqual([{ path: '/fees/x', code: 'fee-unknown', params: { fee: 'x', title: 'Phí lạ' } }]);
});
