import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMultiple } from './multiple.js';
import { canonical, codePoints } from './values.js';

test.each<[number, number, boolean]>([
  [0.07, 0.01, true], [99999999.99, 0.01, true], [4.02, 0.01, true], [1.15, 0.01, true], [0.075, 0.01, false], [1e21, 1, true], [1e-7, 0.01, false],
  [0, 0.1, true], [-0, 0.1, true], [-0.3, 0.1, true], [1e308, 0.123456789, false], [12_345_000, 1000, true], [12_345_001, 1000, false], [2 ** 53, 2, true], [1.5e-8, 5e-9, true],
])('%d is a multiple of %d: %s', (value, of, expected) => expect(isMultiple(value, of)).toBe(expected));

test('every amount with two decimals is a multiple of 0.01', () => {
  fc.assert(fc.property(fc.nat(1e9), fc.nat(99), (whole, cents) => isMultiple(Number(`${whole}.${String(cents).padStart(2, '0')}`), 0.01)), { seed: 45, numRuns: 2000 });
});

test('length is counted in code points', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'đ', '😀', '\ud83d', '\ude00', 'ế') }), (text) => codePoints(text) === [...text].length), { seed: 45 });
});

test('equality ignores the order of keys and the sign of zero, and never calls the data', () => {
  expect(canonical({ a: [-0], b: { d: 1, c: 2 } })).toBe(canonical({ b: { c: 2, d: 1 }, a: [0] }));
  expect(canonical(JSON.parse('{"__proto__":1,"toString":2,"toJSON":3}'))).not.toBe(canonical({}));
  expect(canonical('1')).not.toBe(canonical(1));
});
