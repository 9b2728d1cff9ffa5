import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadJson, canonicalJson, maxDepth, parseStrictJson } from './json-body.js';

const reason = (text: string) => {
  try { parseStrictJson(text); return 'accepted'; } catch (error) { if (error instanceof BadJson) return error.reason; throw error; }
};

describe('strict JSON', () => {
  test.each([
    ['{"amount":1,"amount":2}', 'duplicate-key'],
    ['{"a":{"b":1,"\\u0062":2}}', 'duplicate-key'],
    ['{"__proto__":{"admin":true}}', 'unsafe-name'],
    ['{"\\u005f_proto__":1}', 'unsafe-name'],
    ['9007199254740993', 'number-range'],
    ['-9007199254740993', 'number-range'],
    ['1e999', 'number-range'],
    ['"a\\u0000b"', 'nul'],
    ['"\\ud800"', 'lone-surrogate'],
    ['"\\udc00\\ud800"', 'lone-surrogate'],
    ['{"a":1,}', 'syntax'], ['[1,]', 'syntax'], ['', 'syntax'], ['01', 'syntax'], ['1 2', 'syntax'], ['{"a"}', 'syntax'], ["{'a':1}", 'syntax'], ['"\n"', 'syntax'], ['nul', 'syntax'], ['NaN', 'syntax'],
    [`${'['.repeat(200_000)}`, 'depth'],
    [`${'{"a":'.repeat(maxDepth + 2)}1${'}'.repeat(maxDepth + 2)}`, 'depth'],
  ])('%.40s is refused: %s', (text, why) => { expect(reason(text)).toBe(why); });

  test('what is allowed', () => {
    expect(parseStrictJson('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
    expect(Object.is(parseStrictJson('-0'), 0)).toBe(true);
    expect(parseStrictJson(' {"toString":"x","constructor":1,"emoji":"\\ud83d\\ude00 😀"} ')).toEqual({ toString: 'x', constructor: 1, emoji: '😀 😀' });
    const long = 'ă'.repeat(900_000);
    expect(parseStrictJson(JSON.stringify(long))).toBe(long);
  });

  test('agrees with JSON.parse on everything else', () => {
    const safe = fc.json({ maxDepth: 5 }).filter((text) => !text.includes('__proto__') && !/\\ud|\\u0000/i.test(text) && !/\d{16}|e\+/.test(text) && !/\p{Surrogate}/u.test(text) && !text.includes('-0'));
    fc.assert(fc.property(safe, (text) => { expect(parseStrictJson(text)).toEqual(JSON.parse(text)); }), { seed: 7, numRuns: 300 });
  });

  test('never anything but a value or BadJson', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123456789.eE-+\\utrfalsn \n') }), (text) => { reason(text); }), { seed: 7, numRuns: 500 });
  });
});

test('the canonical text does not depend on the order of keys', () => {
  const shuffle = (value: unknown): unknown => (Array.isArray(value) ? value.map(shuffle) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, shuffle(inner)])) : value);
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
    expect(canonicalJson(shuffle(value) as never)).toBe(canonicalJson(value as never));
    expect(JSON.parse(canonicalJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
  }), { seed: 7, numRuns: 200 });
});
