import { SchemaError, type FormPlan, type Json } from '@dvc/schema';
import { ajvAuthority, type Authority } from '@dvc/schema/node/ajv.js';
import { jsonSchemas, jsonValues } from '@dvc/testing/random/json-schemas.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataOf, issuesOf, payloadOf, reduce, shownNodes, type FormState } from '../index.js';
import type { Action } from './actions.js';
import { handleOf } from './locate.js';
import { plainForm, plainPlan, shapes } from './plain.test-helper.js';
import { startForm } from './whole.js';

const run = (state: FormState, ...actions: Action[]) => actions.reduce(reduce, state);
const type = (id: string, text: string): Action => ({ type: 'typed', id, text });
const choose = (id: string, ...chosen: string[]): Action => ({ type: 'chosen', id, chosen });
const codes = (state: FormState) => issuesOf(state).map((issue) => `${issue.path} ${issue.code}`);
const ids = (state: FormState) => [...shownNodes(state.root)].filter(({ node }) => node.shape.kind === 'field').map(({ node }) => node.id);

describe('a union', () => {
  const pets = () => plainForm(shapes['branches told apart by a constant']!);

  test('is decided by the answer that tells its branches apart, which is asked as a choice', () => {
    const form = pets();
    expect(ids(form)).toEqual(['/pet/kind']);
    const cat = run(form, choose('/pet/kind', 'cat'));
    expect(ids(cat)).toEqual(['/pet/kind', '/pet/lives', '/pet/name']);
    expect(codes(cat)).toEqual(['/pet/lives required']);
    expect(payloadOf(run(cat, type('/pet/lives', '9')))).toEqual({ pet: { kind: 'cat', lives: 9 } });
  });

  test('keeps what both branches share, sends nothing of the one that was left, and has it again on the way back', () => {
    const cat = run(pets(), choose('/pet/kind', 'cat'), type('/pet/lives', '9'), type('/pet/name', 'Miu'));
    const dog = run(cat, choose('/pet/kind', 'dog'), type('/pet/breed', 'Phú Quốc'));
    expect(dataOf(dog)).toEqual({ pet: { kind: 'dog', breed: 'Phú Quốc', name: 'Miu' } });
    expect(codes(dog)).toEqual([]);
    expect(payloadOf(run(dog, choose('/pet/kind', 'cat')))).toEqual({ pet: { kind: 'cat', lives: 9, name: 'Miu' } });
  });

  test('that no answer tells apart is chosen, and a choice is no answer', () => {
    const form = plainForm(shapes['branches that a person chooses']!);
    expect(ids(form)).toEqual(['/name']);
    expect(codes(form)).toEqual([' anyOf']);
    const phone = run(form, choose(handleOf('', 0), '0'));
    expect(ids(phone)).toEqual(['/name', '/phone', '/at']);
    expect(dataOf(phone)).toEqual({});
    const mail = run(phone, type('/phone', '0912'), type('/at', 'sáng'), choose(handleOf('', 0), '1'), type('/mail', 'a@b'));
    expect(dataOf(mail)).toEqual({ at: 'sáng', mail: 'a@b' });
    expect(dataOf(run(mail, choose(handleOf('', 0), '0')))).toEqual({ at: 'sáng', phone: '0912' });
  });

  test('finds the branch of given data, and what only the other asks for is foreign, not lost', () => {
    const form = plainForm(shapes['branches that a person chooses']!, { mail: 'x@y.vn', phone: '1' });
    expect(ids(form)).toEqual(['/name', '/at', '/mail']);
    expect(dataOf(form)).toEqual({ mail: 'x@y.vn', phone: '1' });
    const other = run(form, choose(handleOf('', 0), '0'));
    expect(dataOf(other), 'who chose has left the other').toEqual({ phone: '1' });
    expect(dataOf(run(other, choose(handleOf('', 0), '1')))).toEqual({ mail: 'x@y.vn' });
  });

  test('a default of a branch comes with the branch, goes with it, and is never over an answer', () => {
    const schema = { type: 'object', oneOf: [
      { title: 'A', properties: { kind: { const: 'a' }, speed: { type: 'integer', default: 5 } } },
      { title: 'B', properties: { kind: { const: 'b' }, speed: { type: 'integer', default: 9 } } },
    ] };
    const form = plainForm(schema);
    expect(dataOf(form)).toEqual({});
    const a = run(form, choose('/kind', 'a'));
    expect(dataOf(a)).toEqual({ kind: 'a', speed: 5 });
    expect(dataOf(run(a, choose('/kind', 'b')))).toEqual({ kind: 'b', speed: 9 });
    expect(dataOf(run(a, type('/speed', '7'), choose('/kind', 'b')))).toEqual({ kind: 'b', speed: 7 });
    const emptied = run(a, type('/speed', ''), { type: 'left', id: '/speed' }, choose('/kind', 'b'), choose('/kind', 'a'));
    expect(dataOf(emptied)).toEqual({ kind: 'a' });
  });

  test('of kinds is a choice of kinds', () => {
    const form = plainForm(shapes['kinds of one answer']!);
    const value = handleOf('/value', 0);
    expect(ids(run(form, choose(value, '1')))).toContain('/value');
    expect(dataOf(run(form, choose(value, '1'), choose('/value', 'true')))).toEqual({ value: true });
    expect(dataOf(run(form, choose(value, '2'), type('/value/a', '4')))).toEqual({ value: { a: 4 } });
    expect(dataOf(run(form, choose(value, '3'), { type: 'row-added', id: '/value' }, type('/value/r1', 'x')))).toEqual({ value: ['x'] });
    expect(dataOf(run(form, choose(value, '2'), type('/value/a', '4'), choose(value, '0'), type('/value', 'chữ')))).toEqual({ value: 'chữ' });
  });

  test('with null is the rest, and nothing is null where something must stand', () => {
    const form = plainForm(shapes['an answer or nothing']!);
    expect(dataOf(form)).toEqual({ a: null, b: null });
    expect(codes(form)).toEqual([]);
    const typed = run(form, type('/a', 'x'), type('/b', '5'));
    expect(codes(typed)).toEqual(['/a minLength']);
    expect(dataOf(run(typed, type('/a', '')))).toEqual({ a: null, b: 5 });
  });
});

describe('entries', () => {
  test('have names that are typed: none, a taken one, one that the schema refuses', () => {
    const form = run(plainForm(shapes['a map']!, { own: 'x', a: 1 }), { type: 'row-added', id: '' });
    expect(codes(form)).toEqual([expect.stringMatching(/ entry-key$/)]);
    const [first, second] = form.root.rows!;
    const key = handleOf(second!.id, 'key');
    expect(codes(run(form, type(key, 'a')))).toEqual(['/a entry-taken']);
    expect(codes(run(form, type(key, 'own')))).toEqual(['/own entry-taken']);
    expect(codes(run(form, type(key, 'b')))).toEqual(['/b required']);
    const done = run(form, type(key, 'b'), type(second!.id, '7'));
    expect(dataOf(done)).toEqual({ own: 'x', a: 1, b: 7 });
    expect(codes(run(done, type(key, 'too long')))).toEqual(['/too long propertyNames']);
    expect(dataOf(run(done, { type: 'row-removed', id: first!.id }))).toEqual({ own: 'x', b: 7 });
    expect(codes(run(done, type(second!.id, '0')))).toEqual(['/b minimum']);
  });

  test('are what their names make them', () => {
    const form = plainForm(shapes['a map whose names decide']!, { n1: 1, s1: 'x' });
    expect(form.root.rows!.map(({ shape }) => shape.control)).toEqual(['number', 'text']);
    const renamed = run(form, type(handleOf(form.root.rows![1]!.id, 'key'), 'n2'));
    expect(renamed.root.rows![1]!.shape.control).toBe('number');
    expect(codes(renamed)).toEqual(['/n2 type']);
  });
});

test('a part without end is opened on demand, and what is in it is judged like the rest', () => {
  const form = plainForm(shapes['no end']!);
  expect(ids(form)).toEqual(['/name']);
  const opened = run(form, { type: 'opened', id: '/spouse' });
  expect(ids(opened)).toEqual(['/name', '/spouse/~n/name']);
  expect(codes(opened)).toEqual(['/name required', '/spouse/name required']);
  const twice = run(opened, type('/spouse/~n/name', 'Bình'), { type: 'opened', id: '/spouse/~n/spouse' }, type('/spouse/~n/spouse/~n/name', 'An'), { type: 'row-added', id: '/children' }, type('/children/r1/~n/name', 'Chi'));
  expect(dataOf(twice)).toEqual({ spouse: { name: 'Bình', spouse: { name: 'An' } }, children: [{ name: 'Chi' }] });
  expect(dataOf(run(twice, { type: 'closed', id: '/spouse' }))).toEqual({ children: [{ name: 'Chi' }] });
});

test('slots keep their places', () => {
  const form = run(plainForm(shapes['slots']!), type('/point/1', 'b'));
  expect(dataOf(form)).toEqual({ point: [null, 'b'] });
  const more = run(form, type('/point/0', '1'), { type: 'row-added', id: '/point' });
  expect(dataOf(run(more, choose(more.root.children![0]!.rows![0]!.id, 'true')))).toEqual({ point: [1, 'b', true] });
});

test('a look that hangs on an answer changes with it', () => {
  const form = plainForm(shapes['looks that hang on an answer']!);
  const control = (state: FormState) => state.root.children![1]!.shape.control;
  expect(control(form)).toBe('text');
  const us = run(form, choose('/country', 'us'));
  expect(control(us)).toBe('radio');
  expect(codes(us)).toEqual(['/zone required']);
  expect(control(run(us, choose('/country', 'vn')))).toBe('text');
});

test('what is foreign is kept, judged, and can be taken away', () => {
  const form = plainForm(shapes['closed']!, { a: 'x', b: { c: 'y', d: 1 }, z: 2 });
  expect(codes(form)).toEqual(['/z unevaluatedProperties', '/b/d additionalProperties']);
  const mended = run(form, { type: 'extra-removed', id: '', key: 'z' }, { type: 'extra-removed', id: '/b', key: 'd' });
  expect(codes(mended)).toEqual([]);
  expect(dataOf(mended)).toEqual({ a: 'x', b: { c: 'y' } });
});

test('a given value of another kind stays until somebody enters something in its place', () => {
  const form = plainForm(shapes['branches told apart by a constant']!, { pet: 'mèo' });
  expect(dataOf(form)).toEqual({ pet: 'mèo' });
  expect(dataOf(run(form, choose('/pet/kind', 'cat')))).toEqual({ pet: { kind: 'cat' } });
  expect(dataOf(run(form, { type: 'cleared', id: '/pet' }))).toEqual({});
});

test('new data do not take away what somebody is typing', () => {
  const typing = run(plainForm({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } }), type('/a', 'đang g'));
  const loaded = run(typing, { type: 'loaded', data: { a: 'mới', b: 'B' } });
  expect(dataOf(loaded)).toEqual({ a: 'đang g', b: 'B' });
  expect(Object.values(loaded.root.children![0]!.flags!)).toEqual([expect.objectContaining({ code: 'data-kept', level: 'warning', params: { value: 'mới' } })]);
  expect(dataOf(run(typing, { type: 'left', id: '/a' }, { type: 'loaded', data: { a: 'mới' } }))).toEqual({ a: 'mới' });
});

test('conditions in a ring leave the rest usable, and are named', () => {
  const plan = plainPlan({ type: 'object', properties: { c: { type: 'string' } }, allOf: [
    { if: { required: ['a'] }, then: { properties: { b: { type: 'string' } } } },
    { if: { required: ['b'] }, then: { properties: { a: { type: 'string' } } } },
  ] });
  expect(plan.problems.map(({ code }) => code)).toEqual(['cycle']);
  const form = startForm(plan, { today: '2026-11-21' });
  expect(ids(form)).toContain('/c');
  expect(dataOf(run(form, type('/c', 'x')))).toEqual({ c: 'x' });
});

const names = ['a', 'b', 'c', 'kind', 'lives', 'breed', 'name', 'phone', 'mail', 'value', 'pet', 'point', 'own', 'n1', 's1', 'near', 'spouse', 'children', 'country', 'zone', 'tags', 'names', 'grid', 'toString', '__proto__', 'constructor', 'z', ''];
const json = fc.letrec((tie) => ({ json: fc.oneof({ maxDepth: 4, depthSize: 'small' },
  fc.constantFrom<Json>('', 'x', 'An', 'us', 'ny', 'cat', 'dog', 'abc', 'Phú Quốc', 0, 1, 5, -1, 1.5, true, false, null),
  fc.array(tie('json'), { maxLength: 3 }),
  fc.array(fc.tuple(fc.constantFrom(...names), tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))) })).json as fc.Arbitrary<Json>;
/** Data that at least begin as the schema asks, so that both verdicts occur. */
const near: Record<string, Json[]> = {
  'branches told apart by a constant': [{ pet: { kind: 'cat', lives: 3 } }, { pet: { kind: 'dog', breed: 'x' } }], 'a map': [{ own: 'x', a: 1 }], 'slots': [{ point: [1, 'a', true] }],
  'no end': [{ name: 'An', spouse: { name: '' }, children: [{ name: 'B', children: [] }] }], 'lists': [{ tags: ['x'], names: ['An'], grid: [[1]] }], 'an answer or nothing': [{ a: 'xy', b: null, c: { d: '' } }],
};
const own = ajvAuthority();

describe.each(Object.entries(shapes))('whatever the data: %s', (name, schema) => {
  const plan = plainPlan(schema);
  const authority = own.authorityFor(plan.document.schema);
  const data = fc.oneof(json, ...(near[name] ?? []).flatMap((value) => [fc.constant(value), json.map((other): Json => (typeof value === 'object' && typeof other === 'object' && !Array.isArray(value) && !Array.isArray(other) ? { ...value, ...other } : other))]));

  test('they come back deep-equal, and the verdict on them is the schema’s', () => {
    fc.assert(fc.property(data, (given) => {
      const form = startForm(plan, { data: given, today: '2026-11-21' });
      expect(dataOf(form)).toEqual(given);
      const { valid, refusal } = authority.accepts(given);
      if (refusal === undefined) expect(issuesOf(form).length === 0, JSON.stringify([given, issuesOf(form)])).toBe(valid);
    }), { seed: 20261124, numRuns: 300 });
  });
});

test('whatever the schema: data come back deep-equal, and the verdict on them is Ajv’s', () => {
  const seen = { valid: 0, invalid: 0, refused: 0 };
  fc.assert(fc.property(jsonSchemas(), fc.array(jsonValues(), { minLength: 4, maxLength: 4 }), (schema, values) => {
    let plan: FormPlan;
    let authority: Authority;
    try {
      plan = plainPlan(schema as object);
      authority = own.authorityFor(plan.document.schema);
    } catch (error) {
      // Refused by name, by us or by Ajv.
      expect(error).toBeInstanceOf(SchemaError);
      seen.refused += 1;
      return;
    }
    if (plan.problems.length > 0) return;
    for (const value of values) {
      const form = startForm(plan, { data: value, today: '2026-11-21' });
      expect(dataOf(form), JSON.stringify([schema, value])).toEqual(value);
      const { valid, refusal } = authority.accepts(value);
      if (refusal !== undefined) continue;
      seen[valid ? 'valid' : 'invalid'] += 1;
      expect(issuesOf(form).length === 0, JSON.stringify([schema, value, valid, issuesOf(form)])).toBe(valid);
    }
  }), { seed: 20261124, numRuns: 1500 });
  expect(seen.valid).toBeGreaterThan(500);
  expect(seen.invalid).toBeGreaterThan(500);
});
