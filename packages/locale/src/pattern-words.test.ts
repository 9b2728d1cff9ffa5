import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadWords, vi } from './index.js';
import { shapeOf, type Part } from './pattern-shape.js';
import { wordsOfPattern } from './pattern-words.js';

const en = await loadWords('en');
const said = (pattern: string) => {
  const [a, b] = [wordsOfPattern(pattern, vi), wordsOfPattern(pattern, en)];
  expect(a?.key).toBe(b?.key);
  return [a?.key, a?.shape, b?.shape];
};

describe('what a pattern wants, in words', () => {
  test.each([
    ['^\\d{12}$', 'pattern.shape', '12 chữ số', '12 digits'],
    ['^[0-9]{1}$', 'pattern.shape', '1 chữ số', '1 digit'],
    ['^\\d{9}(\\d{4})?$', 'pattern.shape', '9 hoặc 13 chữ số', '9 or 13 digits'],
    ['^\\d{9}$|^\\d{12}$', 'pattern.shape', '9 hoặc 12 chữ số', '9 or 12 digits'],
    ['^(?:\\d{9}|\\d{12})$', 'pattern.shape', '9 hoặc 12 chữ số', '9 or 12 digits'],
    ['^\\d{3}\\d{4,6}$', 'pattern.shape', '7 đến 9 chữ số', '7 to 9 digits'],
    ['^(\\d{3}){2}$', 'pattern.shape', '6 chữ số', '6 digits'],
    ['^0\\d{9}$', 'pattern.shape', '10 chữ số, bắt đầu bằng 0', '10 digits starting with 0'],
    ['^[1-9][0-9]{3}$', 'pattern.shape', '4 chữ số, không bắt đầu bằng 0', '4 digits not starting with 0'],
    ['^(0|\\+84)\\d{9}$', 'pattern.shape', '“0” hoặc “+84”, rồi 9 chữ số', '“0” or “+84”, then 9 digits'],
    ['^[A-Z]{2}\\d{7}$', 'pattern.shape', '2 chữ cái in hoa, rồi 7 chữ số', '2 capital letters, then 7 digits'],
    ['^[A-Z]{2}\\d+$', 'pattern.shape', '2 chữ cái in hoa, rồi ít nhất 1 chữ số', '2 capital letters, then at least 1 digit'],
    ['^\\d{3}-\\d{4}$', 'pattern.shape', '3 chữ số, dấu “-”, rồi 4 chữ số', '3 digits, “-”, then 4 digits'],
    ['^\\d{5}(-\\d{4})?$', 'pattern.shape', '5 chữ số, rồi dấu “-” và 4 chữ số (nếu có)', '5 digits, then “-” and 4 digits (if any)'],
    ['^KS\\.\\d{4}$', 'pattern.shape', '“KS.”, rồi 4 chữ số', '“KS.”, then 4 digits'],
    ['^[0-9a-f]{6}$', 'pattern.shape', '6 chữ số hoặc chữ cái từ a đến f', '6 digits or letters from a to f'],
    ['^.{3,10}$', 'pattern.shape', '3 đến 10 ký tự', '3 to 10 characters'],
    ['^\\d{0,3}$', 'pattern.shape', 'tối đa 3 chữ số', 'at most 3 digits'],
    ['^[A-Za-z ]+$', 'pattern.only', 'chữ cái không dấu và dấu cách', 'letters without marks and spaces'],
    ['^[a-zA-ZÀ-ỹ\\s]+$', 'pattern.only', 'chữ cái và dấu cách', 'letters and spaces'],
    ["^[\\p{L}\\p{M} '-]*$", 'pattern.only', 'chữ cái, dấu cách, dấu “\'” và dấu “-”', 'letters, spaces, “\'”, and “-”'],
    ['^\\w+$', 'pattern.only', 'chữ cái không dấu, chữ số và dấu “_”', 'letters without marks, digits, and “_”'],
    ['^[MF]$', 'enum.values', '“M” hoặc “F”', '“M” or “F”'],
    ['^(A1|B2)$', 'enum.values', '“A1” hoặc “B2”', '“A1” or “B2”'],
    ['^[A-Z]', 'pattern.start', '1 chữ cái in hoa', '1 capital letter'],
    ['^https?://.*$', 'pattern.start', '“http://” hoặc “https://”', '“http://” or “https://”'],
    ['\\d{3}$', 'pattern.end', '3 chữ số', '3 digits'],
    ['^.*\\.vn$', 'pattern.end', '“.vn”', '“.vn”'],
    ['@', 'pattern.has', 'dấu “@”', '“@”'],
    ['\\S', 'required.type', '', ''],
    ['^\\S+$', 'pattern.closed', '', ''],
  ])('%s', (pattern, ...wanted) => expect(said(pattern)).toEqual(wanted));

  test.each(['^a|b$', '^[^@]+@[^@]+$', '^(?=.*\\d).{8,}$', '^\\d{1,3}(\\.\\d{3})*$', '^(ab?)+$', '\\bA\\b', '^$', '', '^(?<x>a)$', '^a{2}(b|c\\d)$', '^\\$$|x', '^\\p{Script=Han}+$', `^${'ab?'.repeat(9)}$`, '^[x', '('])(
    '%s is not guessed', (pattern) => expect(said(pattern)).toEqual([undefined, undefined, undefined]),
  );
});

/** A text of this shape, the shortest or the longest. */
const sample = (parts: readonly Part[], most: boolean): string => parts.map((part) => {
  if ('texts' in part) return part.texts.at(most ? -1 : 0)!;
  if ('maybe' in part) return most ? sample(part.maybe, most) : '';
  const [min, max] = part.counts.at(most ? -1 : 0)!;
  const name = part.chars.at(most ? -1 : 0)!;
  const char = { digit: '7', capital: 'Q', small: 'q', latin: 'Q', letter: 'ữ', any: 'ữ', space: ' ' }[name] ?? name.at(-1)!;
  return char.repeat(most ? Math.min(max, 40) : min);
}).join('');

const atom = fc.constantFrom('\\d', '[0-9]', '[A-Z]', '[a-z]', '[A-Za-z]', '[A-Z0-9]', '\\p{L}', '[\\p{L} ]', '[1-5]', '-', 'K', '\\.', '/', '[MF]', '0', '.', '[A-Za-z .-]', '\\w');
const count = fc.oneof(
  fc.constantFrom('', '', '+', '*', '?'),
  fc.nat(9).map((n) => `{${n + 1}}`),
  fc.tuple(fc.nat(4), fc.nat(4)).map(([from, more]) => `{${from},${from + more + 1}}`),
);
const run = fc.tuple(atom, count).map((both) => both.join(''));
const body = fc.array(fc.oneof({ weight: 4, arbitrary: run }, run.map((each) => `(${each})?`), fc.tuple(run, run).map((sides) => `(${sides.join('|')})`)), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

test('whatever is read is read rightly: the shortest and the longest text of the shape pass, and a full shape bounds the length', () => {
  let read = 0;
  fc.assert(fc.property(body, (pattern) => {
    const shape = shapeOf(`^${pattern}$`);
    if (!shape) return;
    read += 1;
    const regex = new RegExp(`^${pattern}$`, 'u');
    for (const parts of shape.either) {
      for (const most of [false, true]) expect(sample(parts, most), JSON.stringify(shape)).toMatch(regex);
      const counts = parts.map((part) => ('chars' in part ? part.counts : undefined));
      const longest = shape.either.length === 1 && counts.every((each) => each?.every(([, max]) => max < 40)) ? counts.reduce((sum, each) => sum + Math.max(...each!.map(([, max]) => max)), 0) : undefined;
      if (longest !== undefined) expect(regex.test('7'.repeat(longest + 1))).toBe(false);
    }
  }), { numRuns: 3000, seed: 3 });
  expect(read).toBeGreaterThan(1500);
});

test('any text is read or not, and never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'^$\\d[]{}(),-?|*+.0A'.split('')) })), (pattern) => {
    for (const words of [vi, en]) {
      const found = wordsOfPattern(pattern, words);
      if (found) expect(Object.keys(words)).toContain(found.key);
    }
  }), { numRuns: 5000, seed: 3 });
});
