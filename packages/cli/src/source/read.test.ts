import fc from 'fast-check';
import { expect, test } from 'vitest';
import { join, type Json } from '@dvc/schema';
import { sourceOf } from './read.js';

test('JSON is read as JSON.parse reads it, and every part is where it stands', () => {
  fc.assert(fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, space) => {
    const value = JSON.parse(text) as Json;
    const written = JSON.stringify(value, null, space);
    const source = sourceOf(written, 'json');
    expect(source.problems).toEqual([]);
    expect(source.value).toEqual(value);
    const lines = written.split('\n');
    const walk = (part: Json, path: string): void => {
      if (part === null || typeof part !== 'object') return;
      for (const [key, child] of Object.entries(part)) {
        const { line, column } = source.at(join(path, key));
        const expected = Array.isArray(part) ? JSON.stringify(child)[0]! : JSON.stringify(key);
        expect(lines[line - 1]!.slice(column - 1).startsWith(expected)).toBe(true);
        walk(child, join(path, key));
      }
    };
    walk(value, '');
  }), { numRuns: 200 });
});

test('what is no JSON is refused wherever JSON.parse refuses it', () => {
  fc.assert(fc.property(fc.json(), fc.nat(), fc.constantFrom('', '"', '{', ']', ',', ':', 'tru', '\\', '\u0001', '1e'), (text, at, sign) => {
    const broken = text.slice(0, at % (text.length + 1)) + sign + text.slice((at % (text.length + 1)) + 1);
    const sound = (() => { try { JSON.parse(broken); return true; } catch { return false; } })();
    expect(sourceOf(broken, 'json').problems.every(({ code }) => code === 'duplicate-key')).toBe(sound);
  }), { numRuns: 500 });
});

test.each<['json' | 'yaml', string, string, number, number]>([
  ['json', '{\n  "a": 1,\n  "a": 2\n}', 'duplicate-key', 3, 3], ['json', '{\n  "a": 1,\n}', 'syntax', 3, 1], ['json', '[1] 2', 'syntax', 1, 5],
  ['yaml', 'a: 1\nb: 2\na: 3\n', 'duplicate-key', 3, 1], ['yaml', 'a: [1\nb: 2\n', 'syntax', 2, 1], ['yaml', 'a: &x [1]\nb: *y\n', 'syntax', 2, 4],
])('%s: %j', (format, text, code, line, column) => {
  expect(sourceOf(text, format).problems.map((problem) => [problem.code, problem.line, problem.column])[0]).toEqual([code, line, column]);
});

test('YAML: dates and "no" are texts, a name that is a number is a name', () => {
  const { value, at } = sourceOf('a: 2026-11-21\nb: no\n1: { x: true }\nc: &c [ { d: 1 } ]\ne: *c\n', 'yaml');
  expect(value).toEqual({ a: '2026-11-21', b: 'no', 1: { x: true }, c: [{ d: 1 }], e: [{ d: 1 }] });
  expect([at('/1/x'), at('/c/0/d'), at('/c/0/none/at/all'), at('/e')]).toEqual([{ line: 3, column: 6 }, { line: 4, column: 11 }, { line: 4, column: 9 }, { line: 5, column: 1 }]);
});

test('a text that is a bomb of aliases is refused', () => {
  const text = `a: &a [1,1,1,1,1,1,1,1,1]\n${[...'bcdefghij'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}\n`;
  expect(sourceOf(text, 'yaml').problems.map(({ code }) => code)).toEqual(['syntax']);
});

test('a sum with Vietnamese dots is told of, whatever it is; without dots it is not', () => {
  fc.assert(fc.property(fc.integer({ min: 100, max: 99999 }), fc.constantFrom<'yaml' | 'json'>('yaml', 'json'), (tens, format) => {
    const sum = tens * 10;
    const dotted = `${Math.floor(sum / 1000)}.${String(sum % 1000).padStart(3, '0')}`;
    const problems = (written: string) => sourceOf(`{ "fees": [{ "amount": ${written} }] }`, format).problems;
    expect(problems(dotted)).toEqual([{ code: 'thousands', detail: dotted, line: 1, column: 24 }]);
    expect(problems(String(sum))).toEqual([]);
  }));
  expect(sourceOf('a: [0.5, 1.25, 0.125, 3.1415, "200.000", 1.0.0]', 'yaml').problems).toEqual([]);
});

test('a comma that cuts a text between braces in two is told of; a name without a value elsewhere is not', () => {
  expect(sourceOf('a: { title: Cha, mẹ, x: 1 }\nb:\nc: { title: "Cha, mẹ" }\nd: [Cha, mẹ]\n', 'yaml').problems).toEqual([{ code: 'comma-in-braces', detail: 'mẹ', line: 1, column: 18 }]);
});
