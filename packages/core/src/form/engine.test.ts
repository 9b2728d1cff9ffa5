import { compilePlan, PlanError, type FormDocument } from '@dvc/schema';
import { describe, expect, test } from 'vitest';
import { caseOf, dataOf, feesOf, fieldText, issuesOf, pagesOf, papersOf, payloadOf, reduce, shownPaths, startForm, type FormState } from '../index.js';
import type { Action } from './actions.js';
import { sample, samplePlan, TODAY } from './sample.test-helper.js';

const start = (data?: never | object) => startForm(samplePlan(), { data: data as never, today: TODAY });
const run = (state: FormState, ...actions: Action[]) => actions.reduce(reduce, state);
const type = (id: string, text: string): Action => ({ type: 'typed', id, text });
const choose = (id: string, ...chosen: string[]): Action => ({ type: 'chosen', id, chosen });
const codes = (state: FormState) => issuesOf(state).map((issue) => `${issue.path} ${issue.code}`);

describe('a form', () => {
  test('knows at once what is missing, at the fields inside', () => {
    expect(codes(start())).toEqual(['/status required', '/birth required']);
    expect(codes(run(start(), choose('/status', 'married')))).toEqual(['/birth required', '/spouse/name required']);
  });

  test('asks for what a condition asks for, keeps the answer while hidden, and prunes it', () => {
    const married = run(start(), choose('/status', 'married'), type('/spouse/name', 'Lê Thị Ánh'));
    expect(shownPaths(married)).toContain('/spouse/name');
    const single = run(married, choose('/status', 'single'));
    expect(shownPaths(single)).not.toContain('/spouse/name');
    expect(payloadOf(single)).not.toHaveProperty('spouse');
    expect(dataOf(single)).toHaveProperty('spouse', { name: 'Lê Thị Ánh' });
    expect(payloadOf(run(single, choose('/status', 'married')))).toHaveProperty('spouse', { name: 'Lê Thị Ánh' });
  });

  test('computes, and a condition reads what is computed', () => {
    const minor = run(start(), type('/birth', '1/2/2015'));
    expect(payloadOf(minor)).toMatchObject({ birth: '2015-02-01', age: 11 });
    expect(shownPaths(minor)).toContain('/guardian/name');
    expect(papersOf(minor).map(({ id, required }) => ({ id, required }))).toEqual([{ id: 'consent', required: true }]);
    expect(shownPaths(run(minor, type('/birth', '01/02/1990')))).not.toContain('/guardian/name');
  });

  test('an optional object requires nothing until something is in it', () => {
    expect(codes(start())).not.toContain('/post/address required');
    const begun = run(start(), type('/post/phone', '0912345678'));
    expect(codes(begun)).toContain('/post/address required');
    expect(codes(run(begun, type('/post/phone', '')))).not.toContain('/post/address required');
  });

  test('rows keep their ids while they move, and rules read their own row', () => {
    const two = run(start(), { type: 'row-added', id: '/members' }, { type: 'row-added', id: '/members' }, type('/members/r1/name', 'An'), type('/members/r2/name', 'Bình'), type('/members/r2/birth', '2020-01-01'));
    expect(codes(two)).toContain('/members/1/guardian required');
    const swapped = run(two, { type: 'row-moved', id: '/members/r2', by: -1 });
    expect(codes(swapped)).toContain('/members/0/guardian required');
    expect(payloadOf(swapped)).toMatchObject({ total: 2, members: [{ name: 'Bình', age: 6 }, { name: 'An' }] });
    expect(payloadOf(run(swapped, { type: 'row-removed', id: '/members/r2' }))).toMatchObject({ total: 1, members: [{ name: 'An' }] });
    expect(feesOf(swapped).map(({ id, amount }) => ({ id, amount }))).toEqual([{ id: 'copies', amount: 16000 }]);
  });

  test('a check speaks at its place and falls silent when it holds', () => {
    const late = run(start(), type('/birth', '22/11/2026'));
    expect(issuesOf(late).find((issue) => issue.code === 'check')).toMatchObject({ path: '/birth', message: 'Ngày sinh không được sau hôm nay.' });
    expect(codes(run(late, type('/birth', '21/11/2026')))).not.toContain('/birth check');
  });

  test('text is kept as typed until the field is left, then shown tidied', () => {
    const typing = run(start(), type('/birth', '1/2/1990'));
    expect(typing.root.children?.[1]?.text).toBe('1/2/1990');
    expect(run(typing, { type: 'left', id: '/birth' }).root.children?.[1]?.text).toBeUndefined();
    const wrong = run(start(), type('/birth', '31/2/1990'), { type: 'left', id: '/birth' });
    expect(fieldText(wrong.root.children![1]!)).toBe('31/2/1990');
    expect(codes(wrong)).toContain('/birth format');
  });

  test('steps in which nothing is asked are skipped', () => {
    const adult = run(start(), type('/birth', '01/02/1990'));
    expect(pagesOf(adult).map((page) => page.id)).toEqual(['one', 'three', 'review']);
    expect(pagesOf(run(adult, type('/birth', '01/02/2015'))).map((page) => page.id)).toEqual(['one', 'two', 'three', 'papers', 'review']);
  });

  test('next stays on a step with errors and shows them; going back loses nothing', () => {
    const tried = run(start(), { type: 'next' });
    expect(tried.page).toBe('one');
    expect(tried.summons).toBe(1);
    const on = run(tried, choose('/status', 'single'), type('/birth', '01/02/1990'), { type: 'next' });
    expect(on.page).toBe('three');
    const back = run(on, type('/post/address', 'Số 1'), { type: 'back' });
    expect(back.page).toBe('one');
    expect(payloadOf(back)).toMatchObject({ post: { address: 'Số 1' } });
  });

  test('a submission with issues is not sent; one without is, once', () => {
    expect(run(start(), { type: 'submitted' }).phase.kind).toBe('editing');
    const sent = run(start(), choose('/status', 'single'), type('/birth', '01/02/1990'), { type: 'submitted' });
    expect(sent.phase.kind).toBe('submitting');
    expect(run(sent, { type: 'submitted' })).toBe(sent);
  });

  test('the back end’s issues stand beside the field until it is changed', () => {
    const refused = run(start(), type('/birth', '01/02/1990'), { type: 'refused', issues: [{ path: '/birth', code: 'check', params: {}, message: 'Trùng hồ sơ.' }] });
    expect(issuesOf(refused)).toContainEqual(expect.objectContaining({ path: '/birth', message: 'Trùng hồ sơ.' }));
    expect(issuesOf(run(refused, type('/birth', '02/02/1990'))).some((issue) => issue.message === 'Trùng hồ sơ.')).toBe(false);
  });

  test('a required paper that is missing stops the dossier', () => {
    const minor = run(start(), type('/birth', '01/02/2015'));
    expect(codes(minor)).toContain('/papers/consent paper-missing');
    const file = { key: 'f1', name: 'a.pdf', size: 3, status: 'uploaded' as const, part: 1 };
    expect(codes(run(minor, { type: 'upload', paper: 'consent', upload: file }))).not.toContain('/papers/consent paper-missing');
  });

  test('unknown properties and wrong types come back as they were given', () => {
    const data = { status: 7, members: 'x', other: { a: [1] }, post: { phone: 5, extra: null } };
    expect(dataOf(start(data))).toEqual(data);
    expect(codes(start(data))).toContain('/members type');
    expect(dataOf(start({}))).toEqual({});
    expect(dataOf(start())).toBeUndefined();
  });

  test('a key runs only what reads it', () => {
    const key = run(start(), type('/note', 'a'));
    expect(key.evaluations).toBe(1);
    const born = run(start(), type('/birth', '01/02/2015'));
    expect(born.evaluations).toBeLessThan(20);
  });

  test('has no case when no case is declared', () => expect(caseOf(start())).toBeUndefined());
});

describe('compile', () => {
  const broken = (schema: object, more: Partial<FormDocument> = {}) => () => compilePlan({ ...sample, steps: [], rules: {}, papers: [], fees: [], schema: schema as never, ...more });

  test('refuses a ring of conditions by name', () => {
    const ring = broken({ type: 'object', properties: {}, allOf: [
      { if: { required: ['a'] }, then: { properties: { b: { type: 'string' } } } },
      { if: { required: ['b'] }, then: { properties: { a: { type: 'string' } } } },
    ] });
    expect(ring).toThrow(PlanError);
    expect(ring).toThrow(/cycle at \/schema\/allOf\/\d\/if/);
  });

  test('refuses a rule that reads what it writes', () => {
    expect(broken({ type: 'object', properties: { a: { type: 'integer' } } }, { rules: { compute: [{ to: '/a', value: { '+': [{ var: '/a' }, 1] } }] } })).toThrow(/cycle/);
  });

  test('refuses a reference to nothing', () => {
    expect(broken({ type: 'object', properties: { a: { $ref: '#/$defs/nothing' } } })).toThrow(/unresolved-ref at \/schema\/properties\/a\/\$ref/);
  });
});
