import fc from 'fast-check';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { problemOfPattern } from './safe-pattern.js';

const SAFE = [
  '^\\p{L}+( \\p{L}+)*$', '^[a-z0-9]+(-[a-z0-9]+)*$', '([a-z]+\\.)+vn', '^(0|\\+84)\\d{9}$', '^\\d{10}(-\\d{3})?$', '^(\\d[ .-]?){9,10}$', '^(?:\\D*\\d){10,15}\\D*$',
  '(\\d{1,2}[/-]){2}\\d{4}', '((a+,)+;)+', '^((?!http|www\\.).)*$', '(?:abc)+', '[(+*]+', '\\(\\d+\\)', '^(a+)?$', '',
];
const UNSAFE = [
  '(a+)+', '(a*)*', '(.*)*', '(a|a)*', '(?:a|ab)+', '(a?){30}a{30}', '(x+x+)+y', '^(\\w+\\s?)+$', '(?<n>a+)+', '((ab)*)*', '( *a)*', '((a+,)+)+', '(a{1,}){2,}', '(-a*-?b*)*', '(?:(?=a)b*)+',
  '(a)\\1', '(?<n>a)\\k<n>', 'a'.repeat(501),
];

describe('problemOfPattern', () => {
  test.each(SAFE)('%s may run', (pattern) => expect(problemOfPattern(pattern)).toBeUndefined());
  test.each(UNSAFE)('%s may not', (pattern) => expect(problemOfPattern(pattern)?.[0]).toBe('unsafe-regex'));
  test.each(['(', '[z-a]', '\\y', 'a{2,1}'])('%s is no pattern', (pattern) => expect(problemOfPattern(pattern)?.[0]).toBe('bad-regex'));

  test('what it lets pass does not double with every character, as recheck sees it', () => {
    const atom = fc.constantFrom('a', 'b', ' ', '-', '\\.', '.', '\\d', '\\D', '\\w', '[ab]', '[^-]', '\\p{L}', '[a-z]', ',');
    const quantifier = fc.constantFrom('', '', '', '+', '*', '?', '{2}', '{1,3}', '{9,}', '+?');
    const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
      piece: fc.tuple(fc.oneof({ depthSize: 'small', withCrossShrink: true }, atom, tie('pattern').map((inner) => `(?:${inner})`)), quantifier).map((parts) => parts.join('')),
      pattern: fc.oneof(
        { weight: 4, arbitrary: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
        { weight: 1, arbitrary: fc.tuple(tie('piece'), tie('piece')).map((parts) => parts.join('|')) },
      ),
    }));
    let asked = 0;
    fc.assert(
      fc.property(pattern.map((inner) => `^(?:${inner})$`), (source) => {
        if (source.length > 60 || !/[+*}]/.test(source) || problemOfPattern(source)) return;
        asked += 1;
        const diagnosis = checkSync(source, 'u', { timeout: 300 });
        if (diagnosis.status === 'vulnerable') expect(diagnosis.complexity.type).toBe('polynomial');
      }),
      { seed: 20261121, numRuns: 250 },
    );
    expect(asked).toBeGreaterThan(40);
  }, 60_000);
});
