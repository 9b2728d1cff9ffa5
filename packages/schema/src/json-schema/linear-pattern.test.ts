import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearPattern, safePattern } from './linear-pattern.js';

/** As the platform sees it; only for patterns that do not double. */
const agree = (source: string, text: string) => { expect(linearPattern(source)?.test(text), `${source} on ${JSON.stringify(text)}`).toBe(new RegExp(source, 'u').test(text)); };

describe('a pattern matched in time that grows with the text', () => {
  test.each([
    ['^([-a-zA-Z0-9/\'][ ]?)+$', ['', 'a', 'a b', 'a  b', 'a ', ' a', 'An-Bình/2', 'a_b']],
    ['^(?:[^a-df-z\\s]+(?:[um]s|[dhms])\\s?)+$', ['1h4m 30s', '2x', '1h ', '']],
    ['^\\d{3}-?\\d{2}$', ['123-45', '12345', '1234', 'x12345']],
    ['^\\(\\s*\'[^\']*\'\\s*(,|(,\\s*\'[^\']*\'\\s*)+\\s*,?)\\s*\\)$', ['(\'a\',\'b\')', '(\'a\')', '(\'\',)', '(\'a\' , \'b\' ,)']],
    ['a|b|', ['', 'c', 'ba']], ['^(a|ab)(c|bcd)*$', ['abcd', 'abc', 'acbcd', 'ab']], ['\\bđá\\b', ['đá', 'xđá']], ['^\\p{L}{2,3}$', ['đá', 'Nguyễn', 'a1', '😀a']],
    ['^.$', ['😀', '\n', 'a']], ['^[\\u{1F600}-\\u{1F64F}]+?$', ['😀😃', 'a']], ['^(?<year>\\d{4})$', ['2026', '202']], ['x{0}y', ['y', 'xy']], ['^a{2,}$', ['a', 'aa', 'aaaa']], ['\\.$', ['a.', 'a']], ['[\\]\\-]', [']', '-', 'a']],
  ])('%s', (source, texts) => { for (const text of texts) agree(source, text); });

  test('agrees with the platform over random patterns and texts', () => {
    const atom = fc.oneof(fc.constantFrom('a', 'b', 'đ', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '\\p{L}', '\\.', '-'), fc.constantFrom('^', '$', '\\b'));
    const pattern = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof({ maxDepth: 3 }, atom,
        fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
        fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(?:${a}|${b})`),
        fc.tuple(fc.oneof(fc.constantFrom('a', 'b', '[ab]', '\\w'), tie('any').map((inside) => `(${inside})`)), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,1}', '+?')).map(([part, count]) => part + count)),
    })).any;
    fc.assert(fc.property(pattern, fc.array(fc.constantFrom('a', 'b', 'đ', '.', '-', ' ', '1'), { maxLength: 6 }).map((chars) => chars.join('')), agree), { seed: 20261124, numRuns: 4000 });
  });

  test.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^([a-z]+)*@', '(x+x+)+y', '^(\\w+\\s?)*$', '^((a{0,20}){0,20})$'])('%s ends at once on a text made to be slow', (source) => {
    const pattern = linearPattern(source)!;
    const began = performance.now();
    pattern.test(`${'a'.repeat(5000)}!`);
    pattern.test('x'.repeat(5000));
    // Far from the years that backtracking would take; no figure of speed.
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test.each(['(a)\\1', '(?=a)b', '(?!a)b', '(?<=a)b', '(?<n>a)\\k<n>', '(', 'a{1,100000}'])('%s cannot be matched so', (source) => { expect(linearPattern(source)).toBeUndefined(); });
});

describe('the way that ends in time', () => {
  test.each(['[\\s\\S]*[\\s\\S]*[\\s\\S]*x', 'a*a*a*a*a*a*b', '(.*)(.*)(.*)(.*)(.*)c', '\\d+\\d+\\d+\\d+$', '^\\s*a*\\s*a*\\s*a*b$', 'a+b', '^a{0,400}a{0,400}a{0,400}b$'])('%s does not stop the page on a long text', (source) => {
    const pattern = safePattern(source)!;
    const began = performance.now();
    for (const text of ['a'.repeat(4000), '1'.repeat(4000), ' '.repeat(4000)]) pattern.test(text);
    expect(performance.now() - began).toBeLessThan(3000);
    for (const text of ['', 'ab', 'x', 'aab', '12', ' a b', 'c']) expect(pattern.test(text), text).toBe(new RegExp(source, 'u').test(text));
  });
  test('the platform matches what it matches well', () => {
    expect(safePattern('^0[0-9]{9}$')).toBeInstanceOf(RegExp);
    expect(safePattern('^(?=.*[a-z])(?=.*\\d).{8,}$')).toBeInstanceOf(RegExp);
  });
  test('what looks ahead in more than two loops at a time is left out by name', () => expect(safePattern('(?=.*a.*b.*c)d')).toBeUndefined());
});
