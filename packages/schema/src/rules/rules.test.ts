import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../pointer.js';
import type { Json, JsonObject } from '../types.js';
import { call, isOperator, lazy } from './evaluate.js';
import { functions } from './functions.js';
import { RuleBudgetError, evaluateRule, isRule, operators, problemsOfRule, readsOf } from './index.js';
import type { RuleContext } from './types.js';

const seed = 45;
const answers: JsonObject = {
  child: { birthDate: '2026-11-01', name: 'Trần Văn Hoà' }, copies: 3, ticked: true, unticked: false, nothing: null, half: 0.1, born: '1960', text: 'Xã Suối Mây', empty: '',
  members: [{ name: 'An', age: 20, amount: 1000, year: '2006-05-01' }, { name: 'Bình', age: 15, amount: 2500 }, { name: 'Chi', amount: 500 }],
  tags: ['a', 'b'], 'a/b': { 'c~d': 7 },
};
const context = (row?: Json): RuleContext => ({
  today: '2026-11-21',
  calendar: { daysOff: ['2026-11-24'], workingSaturdays: [] },
  read: (name) => (name === '' || name.startsWith('/') ? read(answers, name) : read(row, `/${name}`)),
});
const value = (expr: Json, row?: Json) => evaluateRule(expr, context(row));
const v = (name: string): Json => ({ var: name });

describe('evaluateRule', () => {
  test.each<[Json, Json | undefined]>([
    [{ '+': [1, 2, 3] }, 6], [{ '-': [5, 2] }, 3], [{ '-': 5 }, -5], [{ '*': [v('/copies'), 8000] }, 24000], [{ '/': [7, 2] }, 3.5], [{ '/': [1, 0] }, undefined], [{ '%': [7, 3] }, 1], [{ '%': [7, 0] }, undefined],
    [{ min: [3, 1] }, 1], [{ max: [3, 1] }, 3], [{ abs: -2 }, 2], [{ round: 2.5 }, 3], [{ round: -2.5 }, -3], [{ round: [1.005, 2] }, 1.01], [{ round: [12345, -3] }, 12000], [{ floor: -1.5 }, -2], [{ ceil: 1.2 }, 2],
    [{ '+': [v('/copies'), v('/absent')] }, undefined], [{ '+': ['1', 2] }, undefined], [{ '*': [9007199254740991, 2] }, undefined], [{ '+': [9007199254740991, 1, -1] }, undefined],
    [{ '==': [v('/copies'), 3] }, true], [{ '==': ['3', 3] }, false], [{ '!=': [1, 2] }, true], [{ '==': [v('/tags'), ['a', 'b']] }, true], [{ '==': [{ a: 1, b: 2 }, { b: 2, a: 1 }] }, true], [{ '==': [v('/absent'), 1] }, undefined],
    [{ '<': [1, 2] }, true], [{ '<=': ['2026-01-01', '2026-01-01'] }, true], [{ '>': [1, '0'] }, undefined], [{ '>=': [v('/absent'), 0] }, undefined],
    [{ 'not-after': [v('/child/birthDate'), { today: [] }] }, true], [{ 'not-after': ['2026-11-22', { today: [] }] }, false], [{ 'not-after': ['2026', { today: [] }] }, true], [{ 'not-after': ['2027', { today: [] }] }, false],
    [{ 'not-before': ['1960', '1960-06-15'] }, true], [{ 'not-before': ['1959', '1960-06-15'] }, false], [{ 'not-before': ['1960-05', '1960-06'] }, false], [{ 'not-after': ['31/12/1990', { today: [] }] }, undefined], [{ 'not-after': [v('/absent'), { today: [] }] }, undefined],
    [{ not: v('/unticked') }, true], [{ not: v('/absent') }, undefined],
    [{ and: [true, v('/absent')] }, undefined], [{ and: [v('/absent'), false] }, false], [{ and: [true, v('/ticked')] }, true], [{ or: [v('/absent'), true] }, true], [{ or: [v('/absent'), false] }, undefined], [{ or: [false, false] }, false],
    [{ if: [v('/ticked'), 1, { '/': [1, 0] }] }, 1], [{ if: [v('/unticked'), 1, 2] }, 2], [{ if: [false, 1] }, undefined], [{ if: [false, 1, true, 2, 3] }, 2], [{ if: [v('/absent'), 1, 2] }, undefined], [{ if: [{ present: v('/absent') }, 1, 2] }, 2],
    [{ var: ['/absent', 9] }, 9], [{ var: ['/unticked', true] }, false], [v('/nothing'), null], [{ present: v('/nothing') }, false], [{ present: v('/unticked') }, true], [{ present: v('/empty') }, false], [v('/a~1b/c~0d'), 7], [v('/tags/1'), 'b'],
    [{ cat: ['Số ', 3, ' ', v('/text')] }, 'Số 3 Xã Suối Mây'], [{ cat: ['a', v('/absent')] }, undefined], [{ cat: ['a', { var: ['/absent', ''] }] }, 'a'], [{ cat: [v('/tags')] }, undefined],
    [{ upper: 'đường' }, 'ĐƯỜNG'], [{ lower: 'ĐƯỜNG' }, 'đường'], [{ trim: '  a   b ' }, 'a b'], [{ fold: 'Đắk Lắk' }, 'dak lak'], [{ 'same-text': [v('/child/name'), 'TRẦN VĂN HÒA'] }, true], [{ 'same-text': [v('/child/name'), 'Trần Văn Hoa'] }, false],
    [{ length: 'Hoà😀' }, 4], [{ length: v('/tags') }, 2], [{ length: 5 }, undefined], [{ substr: ['H00-12', 0, 3] }, 'H00'], [{ substr: ['abc', -2] }, 'bc'], [{ substr: ['abc', 'x'] }, undefined],
    [{ in: ['a', v('/tags')] }, true], [{ in: [v('/copies'), [1, 2]] }, false], [{ in: ['Suối', v('/text')] }, true], [{ in: [v('/absent'), ['a']] }, undefined], [{ in: [1, 2] }, undefined],
    [{ count: v('/members') }, 3], [{ count: [v('/members'), { '<': [v('age'), 18] }] }, 1], [{ count: v('/absent') }, 0], [{ count: 5 }, undefined],
    [{ sum: [v('/members'), v('amount')] }, 4000], [{ sum: [v('/members'), v('age')] }, undefined], [{ sum: v('/absent') }, 0], [{ sum: [[1, 2, v('/copies')]] }, 6], [{ sum: [v('/members'), { '*': [v('amount'), v('/copies')] }] }, 12000],
    [{ some: [v('/members'), { '<': [v('age'), 18] }] }, true], [{ some: [v('/members'), { '<': [v('age'), 10] }] }, undefined], [{ some: [v('/absent'), true] }, false], [{ all: [v('/members'), { '<': [v('age'), 18] }] }, false],
    [{ all: [v('/members'), { present: v('name') }] }, true], [{ all: [v('/absent'), false] }, true], [{ none: [v('/members'), { '==': [v('name'), 'Dung'] }] }, true], [{ none: [v('/tags'), { '==': [v(''), 'a'] }] }, false],
    [{ map: [v('/members'), v('name')] }, ['An', 'Bình', 'Chi']], [{ map: [v('/members'), v('age')] }, [20, 15]], [{ count: { filter: [v('/members'), { '>': [v('amount'), 800] }] } }, 2],
    [{ sum: [{ filter: [v('/members'), { '>': [v('amount'), 800] }] }, v('amount')] }, 3500],
    [{ today: [] }, '2026-11-21'], [{ days: [v('/child/birthDate'), { today: [] }] }, 20], [{ months: ['2026-01-31', '2026-02-28'] }, 0], [{ years: ['2008-11-22', '2026-11-21'] }, 17], [{ years: ['2026-11-21', '2008-11-22'] }, -17],
    [{ age: '2008-11-21' }, 18], [{ age: ['2008-11-22', '2026-11-22'] }, 18], [{ age: v('/born') }, undefined], [{ age: '2027-01-01' }, undefined], [{ age: ['2008-11-22', 5] }, undefined], [{ days: ['2026-02-30', { today: [] }] }, undefined],
    [{ 'add-days': ['2026-11-21', 10] }, '2026-12-01'], [{ 'add-months': ['2026-01-31', 1] }, '2026-02-28'], [{ 'add-days': ['2026-11-21', 0.5] }, undefined], [{ 'add-days': ['2026-11-21', 1e300] }, undefined], [{ 'add-months': ['2026-11-21', 1e15] }, undefined],
    [{ year: v('/born') }, 1960], [{ month: v('/born') }, undefined], [{ month: '1960-05' }, 5], [{ day: '1960-05-07' }, 7], [{ day: '1960-05' }, undefined],
    [{ 'add-working-days': ['2026-11-20', 2] }, '2026-11-25'], [{ 'working-days': ['2026-11-20', '2026-11-25'] }, 2],
    [5, 5], [null, null], [['a', v('/copies'), v('/absent')], ['a', 3]], [{}, {}], [{ a: 1, b: v('/copies') }, { a: 1, b: { var: '/copies' } }], [{ nonsense: [1] }, undefined], [{ '+': [] }, undefined], [{ today: [1] }, undefined], [{ not: [true, true] }, undefined],
  ])('%j is %j', (expr, expected) => { expect(value(expr)).toEqual(expected); });

  test('a bare name reads the row of `each`; a pointer reads the root from inside', () => {
    const row = { birthDate: '2010-01-01', name: { first: 'An' } };
    expect(value({ age: v('birthDate') }, row)).toBe(16);
    expect(value(v('name/first'), row)).toBe('An');
    expect(value({ map: [v('/tags'), { cat: [v(''), v('/copies')] }] }, row)).toEqual(['a3', 'b3']);
  });
  test('the branch not taken is not evaluated', () => {
    const deep: Json = { sum: [Array.from({ length: 5000 }, () => ({ '+': [1, 1] })), v('')] };
    expect(() => value({ '+': [deep, 1] })).toThrow(RuleBudgetError);
    expect(value({ if: [true, 1, deep] })).toBe(1);
    expect(value({ and: [false, deep] })).toBe(false);
    expect(value({ or: [true, deep] })).toBe(true);
  });
  test('without a calendar working days are not reckoned', () => {
    expect(evaluateRule({ 'add-working-days': ['2026-11-20', 2] }, { today: '2026-11-21', read: () => undefined })).toBeUndefined();
  });
  test('inherited names are read nowhere', () => {
    for (const name of ['/constructor', '/__proto__', '/toString', '/child/constructor', '/tags/length', '/text/length', '/members/0/hasOwnProperty']) expect(value(v(name))).toBeUndefined();
    for (const name of ['constructor', '__proto__', 'toString', 'length']) {
      expect(value({ map: [v('/members'), v(name)] })).toEqual([]);
      expect(value({ map: [v('/tags'), v(name)] })).toEqual([]);
    }
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']) {
      const expr = JSON.parse(`{"${name}":[1]}`) as Json;
      expect([isRule(expr), isOperator(name), value(expr)]).toEqual([false, false, undefined]);
      expect(problemsOfRule(expr, '/x')).toMatchObject([{ code: 'unknown-operator', got: name }]);
      expect(operators[name]).toBeUndefined();
    }
  });
  test('cost is bounded: rows in rows, growing text, endless depth', () => {
    const big: JsonObject = { rows: Array.from({ length: 1000 }, (_, i) => ({ i })) };
    const run = (expr: Json) => evaluateRule(expr, { today: '2026-11-21', read: (name) => read(big, name) });
    expect(() => run({ sum: [v('/rows'), { count: [v('/rows'), true] }] })).toThrow(RuleBudgetError);
    expect(run({ sum: [v('/rows'), v('i')] })).toBe(499_500);
    let nested: Json = 'x';
    for (let i = 0; i < 100; i++) nested = { not: nested };
    expect(() => run(nested)).toThrow(RuleBudgetError);
    let text: Json = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
    for (let i = 0; i < 6; i++) text = { cat: Array.from({ length: 10 }, () => text) };
    const began = performance.now();
    expect(() => run(text)).toThrow(RuleBudgetError);
    expect(performance.now() - began).toBeLessThan(200);
  });

  const names = [...Object.keys(functions), ...Object.keys(lazy), 'constructor', '__proto__', 'nonsense'];
  const rule = fc.letrec<{ rule: Json }>((tie) => ({
    rule: fc.oneof({ depthSize: 'small', maxDepth: 8 },
      fc.constantFrom<Json>(...[0, 1, -1, 2.5, 1e308, '', 'Hoà', '2026-11-21', '1960', '2024-02-29', true, false, null, [], {}, '9999-12-31']),
      fc.constantFrom<Json>(v('/copies'), v('/members'), v('/absent'), v('/child'), v('age'), v(''), v('/__proto__'), v('constructor'), v('/tags')),
      fc.tuple(fc.constantFrom(...names), fc.array(tie('rule') as fc.Arbitrary<Json>, { maxLength: 4 })).map(([name, args]) => JSON.parse(JSON.stringify({ ['x' + name]: args }).replace('"x', '"')) as Json),
      fc.array(tie('rule') as fc.Arbitrary<Json>, { maxLength: 4 }),
    ),
  })).rule;
  test('any rule: gives JSON or absent, the same each time, throws nothing but its budget, changes nothing', () => {
    const before = JSON.stringify(answers);
    const names = Object.getOwnPropertyNames(Object.prototype).length;
    fc.assert(fc.property(rule, (expr) => {
      const source = JSON.stringify(expr);
      const run = () => { try { return [value(expr)]; } catch (error) { expect(error).toBeInstanceOf(RuleBudgetError); return 'budget'; } };
      const made = run();
      expect(run()).toEqual(made);
      if (made !== 'budget' && made[0] !== undefined) expect(JSON.parse(JSON.stringify(made[0]))).toEqual(made[0]);
      problemsOfRule(expr, '');
      expect(JSON.stringify(expr)).toBe(source);
    }), { seed, numRuns: 5000 });
    expect([JSON.stringify(answers), Object.getOwnPropertyNames(Object.prototype).length]).toEqual([before, names]);
  });
  test('any rule reads nothing that readsOf does not say', () => {
    fc.assert(fc.property(rule, (expr) => {
      const said = readsOf(expr), read: string[] = [];
      try { evaluateRule(expr, { ...context(), read: (name) => { read.push(name); return context().read(name); } }); } catch { /* the budget: what was read until then counts */ }
      for (const name of read) expect(said.some((known) => known === name || known === `${name}/*`)).toBe(true);
    }), { seed, numRuns: 3000 });
  });
});

describe('readsOf', () => {
  test.each<[Json, string[]]>([
    [5, []], [{ '+': [v('/a'), v('b/c'), v('/a')] }, ['/a', 'b/c']], [{ var: ['/a', v('/b')] }, ['/a', '/b']], [[v('/a')], ['/a']], [{ if: [v('/a'), v('/b'), v('/c')] }, ['/a', '/b', '/c']],
    [{ sum: [v('/members'), { '*': [v('amount'), v('/rate')] }] }, ['/members/*', '/members/*/amount', '/rate']],
    [{ count: v('/members') }, ['/members/*']], [{ sum: v('/amounts') }, ['/amounts/*', '/amounts/*/**']],
    [{ some: [v('/tags'), { '==': [v(''), 'x'] }] }, ['/tags/*', '/tags/*/**']],
    [{ sum: [{ filter: [v('/members'), v('adult')] }, v('amount')] }, ['/members/*', '/members/*/adult', '/members/*/amount']],
    [{ filter: [v('/members'), v('adult')] }, ['/members/*', '/members/*/**', '/members/*/adult']],
    [{ sum: [v('/households'), { sum: [v('members'), v('amount')] }] }, ['/households/*', '/households/*/members/*', '/households/*/members/*/amount']],
    [{ count: [v('items'), v('ok')] }, ['items/*', 'items/*/ok']],
    [{ count: [{ map: [v('/members'), v('name')] }, { '==': [v(''), v('/x')] }] }, ['/members/*', '/members/*/name', '/x']],
    [{ a: 1, b: v('/no') }, []],
  ])('%j reads %j', (expr, reads) => { expect(readsOf(expr)).toEqual(reads); });
});

describe('problemsOfRule', () => {
  test.each<[Json, string, string]>([
    [{ nonsense: [1] }, 'unknown-operator', '/value'], [{ '+': [1, { plus: 2 }] }, 'unknown-operator', '/value/+/1'], [{ '/': [1] }, 'rule-arity', '/value/~1'], [{ today: [1] }, 'rule-arity', '/value/today'],
    [{ var: 5 }, 'rule-name', '/value/var'], [{ var: [{ cat: ['/', 'a'] }] }, 'rule-name', '/value/var/0'], [{ var: '/a~2' }, 'rule-name', '/value/var'], [{ not: { x: 1 } }, 'unknown-operator', '/value/not'],
    [Array.from({ length: 2001 }, () => 1), 'rule-size', '/value'],
  ])('%j: %s', (expr, code, path) => { expect(problemsOfRule(expr, '/value').map((p) => [p.code, p.path])).toEqual([[code, path]]); });
  test('all problems at once', () => { expect(problemsOfRule({ '+': [{ x: 1 }, { y: 1 }, { '/': [] }] }, '')).toHaveLength(3); });
  test('32 levels are right, 33 are not', () => {
    const deep = (levels: number): Json => (levels === 1 ? true : { not: [deep(levels - 1)] });
    expect(problemsOfRule(deep(32), '')).toEqual([]);
    expect(problemsOfRule(deep(33), '').map((p) => p.code)).toEqual(['rule-depth']);
  });
  test('a bare name needs a row', () => {
    expect(problemsOfRule(v('age'), '/x', false).map((p) => p.code)).toEqual(['rule-name']);
    expect(problemsOfRule({ sum: [v('/members'), v('age')] }, '/x', false)).toEqual([]);
    expect(problemsOfRule(v('age'), '/x')).toEqual([]);
  });
  test('what has problems by name or count evaluates to absent, never by throwing', () => { expect(value({ '+': [1, { nonsense: 1 }] })).toBeUndefined(); });
});

test('every operator is described in both languages and known to the evaluator', () => {
  expect(Object.keys(operators).sort()).toEqual([...Object.keys(functions), ...Object.keys(lazy)].sort());
  for (const { name, arity, description, apply } of Object.values(operators)) {
    expect(isOperator(name) && arity[0] <= arity[1] && description.vi && description.en).toBeTruthy();
    expect(apply === undefined).toBe(Object.hasOwn(lazy, name));
  }
  expect(operators['+']?.apply?.([1, 2], context())).toBe(3);
  expect(operators['+']?.apply?.([1, undefined], context())).toBeUndefined();
  expect(call({ not: true })).toEqual(['not', [true]]);
});
